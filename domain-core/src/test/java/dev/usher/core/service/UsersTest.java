package dev.usher.core.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.core.access.Actor;
import dev.usher.core.access.Membership;
import dev.usher.core.access.Role;
import dev.usher.core.access.User;
import dev.usher.core.access.UserWish;
import dev.usher.core.rule.Outcome;
import dev.usher.core.rule.Violation;
import dev.usher.core.store.MemoryStore;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** People are made, join, change roles and leave; who sees whom, and that an organization never loses its last owner. */
class UsersTest {
    private final Services services =
            Services.over(new MemoryStore(), new HandMovedClock(), new Random(1), Terms.within(1 << 20));
    private final Users users = services.users();
    private final long house = organization("house");
    private final long another = organization("another");
    private final Actor owner = new Actor(house, Role.OWNER);
    private final Actor stranger = new Actor(another, Role.OWNER);
    private final Actor operator = new Actor(house, Role.OPERATOR);

    @Test
    void aNewUserIsKnownByTheAddressInSmallLettersAndBelongsToTheOrganization() {
        Users.Member kim = users.create(owner, new UserWish(" Kim@Example.COM ", "Kim", "Lee"), Role.VIEWER)
                .orThrow();
        assertThat(kim.user().email()).isEqualTo("kim@example.com");
        assertThat(kim.user().name()).isEqualTo("Kim Lee");
        assertThat(users.members(owner, house).orThrow()).containsExactly(kim);
        assertThat(users.find(owner, "KIM@example.com").orThrow()).isEqualTo(kim.user());
        assertThat(codes(users.create(stranger, new UserWish("KIM@EXAMPLE.com", "", ""), Role.VIEWER)))
                .containsExactly("EMAIL_TAKEN");
    }

    @Test
    void everyFaultOfAUserIsNamedAtOnce() {
        assertThat(codes(users.create(owner, new UserWish("kim", "x".repeat(256), "nul\0"), Role.OPERATOR)))
                .containsExactly("INVALID_EMAIL", "INVALID_NAME", "INVALID_NAME", "INVALID_ROLE");
        for (String address : List.of("", "@", "a@", "@b", "a b@c", "a@b@c", "a@.b", "a@b.", "x".repeat(65) + "@b")) {
            assertThat(codes(users.create(owner, new UserWish(address, "", ""), Role.MEMBER)))
                    .as(address)
                    .containsExactly("INVALID_EMAIL");
        }
        assertThat(users.create(owner, new UserWish("kim+box@mail.example.co.uk", "", ""), Role.MEMBER)
                        .violations())
                .isEmpty();
    }

    @Test
    void oneSeesOneselfAndThePeopleOfOnesOrganizations() {
        User kim = user("kim@example.com", Role.MEMBER);
        assertThat(users.find(new Actor(house, Role.VIEWER), kim.id()).orThrow())
                .isEqualTo(kim);
        assertThat(users.find(operator, kim.id()).orThrow()).isEqualTo(kim);
        assertThat(codes(users.find(stranger, kim.id()))).containsExactly("NOT_FOUND");
        assertThat(codes(users.find(stranger, kim.email()))).containsExactly("NOT_FOUND");
        assertThat(users.find(stranger, kim.id()).violations())
                .as("as one who was never there")
                .isEqualTo(users.find(stranger, 999_999).violations());
        users.join(stranger, another, kim.email(), Role.VIEWER).orThrow();
        users.leave(owner, house, kim.id()).orThrow();
        assertThat(codes(users.find(owner, kim.id()))).containsExactly("NOT_FOUND");
        Actor self = new Actor(another, Role.VIEWER, Optional.of(kim.id()), Map.of(another, Role.VIEWER));
        assertThat(users.self(self)).contains(kim);
        assertThat(users.self(owner)).isEmpty();
        assertThat(users.memberships(self, kim.id()).orThrow())
                .containsExactly(new Membership(kim.id(), another, Role.VIEWER));
    }

    @Test
    void nobodyCatchesAForeignUserByNumber() {
        User kim = user("kim@example.com", Role.MEMBER);
        assertThat(codes(users.join(stranger, another, kim.id(), Role.VIEWER))).containsExactly("NOT_FOUND");
        assertThat(users.members(stranger, another).orThrow()).isEmpty();
        assertThat(codes(users.join(stranger, another, "nobody@example.com", Role.VIEWER)))
                .containsExactly("NOT_FOUND");
        assertThat(users.join(stranger, another, " KIM@example.com", Role.VIEWER)
                        .violations())
                .isEmpty();
    }

    @Test
    void theLastOwnerNeitherLeavesNorBecomesLess() {
        User kim = user("kim@example.com", Role.OWNER);
        Actor self = new Actor(house, Role.OWNER, Optional.of(kim.id()), Map.of(house, Role.OWNER));
        for (Actor actor : List.of(owner, operator, self)) {
            assertThat(codes(users.leave(actor, house, kim.id()))).containsExactly("LAST_OWNER");
            assertThat(codes(users.join(actor, house, kim.id(), Role.MEMBER))).containsExactly("LAST_OWNER");
        }
        assertThat(users.join(owner, house, kim.id(), Role.OWNER).violations()).isEmpty();
        User lee = user("lee@example.com", Role.OWNER);
        assertThat(users.join(owner, house, kim.id(), Role.MEMBER).violations()).isEmpty();
        assertThat(codes(users.leave(owner, house, lee.id()))).containsExactly("LAST_OWNER");
        assertThat(users.leave(owner, house, kim.id()).orThrow()).isEqualTo(kim.id());
        assertThat(codes(users.leave(owner, house, kim.id()))).containsExactly("NOT_FOUND");
    }

    @Test
    void everybodyMayLeave() {
        User kim = user("kim@example.com", Role.VIEWER);
        User lee = user("lee@example.com", Role.VIEWER);
        Actor self = new Actor(house, Role.VIEWER, Optional.of(kim.id()), Map.of(house, Role.VIEWER));
        assertThat(codes(users.leave(self, house, lee.id()))).containsExactly("NOT_AUTHORIZED");
        assertThat(users.leave(self, house, kim.id()).orThrow()).isEqualTo(kim.id());
    }

    @Test
    void anOrganizationThatIsNotThereIsAsUnknownToTheOperatorAsToAnybody() {
        assertThat(codes(users.members(operator, 999_999))).containsExactly("NOT_FOUND");
        assertThat(codes(users.leave(operator, 999_999, 1))).containsExactly("NOT_FOUND");
        assertThat(codes(users.join(operator, 999_999, "kim@example.com", Role.VIEWER)))
                .containsExactly("NOT_FOUND");
        assertThat(users.members(operator, another).orThrow()).isEmpty();
    }

    private User user(String email, Role role) {
        return users.create(owner, new UserWish(email, "", ""), role).orThrow().user();
    }

    private long organization(String name) {
        return services.organizations().findOrCreate(name).orThrow().id();
    }

    private static List<String> codes(Outcome<?> outcome) {
        return outcome.violations().stream().map(Violation::code).toList();
    }
}
