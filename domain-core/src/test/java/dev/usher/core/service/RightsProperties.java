package dev.usher.core.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.core.access.Actor;
import dev.usher.core.access.Profile;
import dev.usher.core.access.Role;
import dev.usher.core.access.TokenWish;
import dev.usher.core.access.User;
import dev.usher.core.access.UserWish;
import dev.usher.core.attribute.Change;
import dev.usher.core.rule.Outcome;
import dev.usher.core.rule.RuleKind;
import dev.usher.core.rule.Violation;
import dev.usher.core.store.MemoryStore;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.BiFunction;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * Who may do what follows from the role in the organization it is done in, and from nothing else: not from the role
 * elsewhere, and not from what the actor happens to act for.
 */
class RightsProperties {

    /**
     * Something that is done in the house.
     *
     * @param needed the least role for it
     * @param ofTheActor true when it is done where the actor acts, and not where a request says
     */
    private record Deed(String name, Role needed, boolean ofTheActor, BiFunction<Stage, Actor, Outcome<?>> deed) {
        @Override
        public String toString() {
            return name;
        }
    }

    /** A house with a user, a token and a neighbour, made anew for each try. */
    private static final class Stage {
        final Services services =
                Services.over(new MemoryStore(), new HandMovedClock(), new Random(1), Terms.within(1 << 20));
        final long house = organization("house");
        final long neighbour = organization("neighbour");
        final Actor operator = new Actor(house, Role.OPERATOR);
        final User kim = services.users()
                .create(operator, new UserWish("kim@example.com", "", ""), Role.MEMBER)
                .orThrow()
                .user();
        final long token = services.accessTokens()
                .create(operator, Role.VIEWER, "")
                .orThrow()
                .token()
                .id();

        private long organization(String name) {
            return services.organizations().findOrCreate(name).orThrow().id();
        }
    }

    private static final List<Deed> DEEDS = List.of(
            new Deed(
                    "read the profile",
                    Role.VIEWER,
                    false,
                    (stage, actor) -> stage.services.profiles().read(actor, stage.house)),
            new Deed(
                    "list members",
                    Role.VIEWER,
                    false,
                    (stage, actor) -> stage.services.users().members(actor, stage.house)),
            new Deed(
                    "find a member",
                    Role.VIEWER,
                    false,
                    (stage, actor) -> stage.services.users().find(actor, stage.kim.id())),
            new Deed(
                    "change the profile",
                    Role.OWNER,
                    false,
                    (stage, actor) -> stage.services
                            .profiles()
                            .change(actor, stage.house, Change.NONE.with(Profile.NAME, "x"), Optional.empty())),
            new Deed(
                    "let somebody join",
                    Role.OWNER,
                    false,
                    (stage, actor) -> stage.services.users().join(actor, stage.house, stage.kim.email(), Role.OWNER)),
            new Deed(
                    "put somebody out",
                    Role.OWNER,
                    false,
                    (stage, actor) -> stage.services.users().leave(actor, stage.house, stage.kim.id())),
            new Deed(
                    "make a user",
                    Role.OWNER,
                    true,
                    (stage, actor) ->
                            stage.services.users().create(actor, new UserWish("lee@example.com", "", ""), Role.VIEWER)),
            new Deed(
                    "make a token",
                    Role.OWNER,
                    true,
                    (stage, actor) -> stage.services.accessTokens().create(actor, new TokenWish(Role.VIEWER, ""))),
            new Deed(
                    "list tokens",
                    Role.OWNER,
                    true,
                    (stage, actor) -> stage.services.accessTokens().list(actor)),
            new Deed(
                    "rotate a token",
                    Role.OWNER,
                    true,
                    (stage, actor) ->
                            stage.services.accessTokens().rotate(actor, stage.token, Duration.ZERO, Optional.empty())),
            new Deed(
                    "revoke a token",
                    Role.OWNER,
                    true,
                    (stage, actor) -> stage.services.accessTokens().revoke(actor, stage.token)),
            new Deed(
                    "make an organization",
                    Role.OPERATOR,
                    true,
                    (stage, actor) -> stage.services.organizations().create(actor, "opera")));

    /** Who asks: the role in the house and with the neighbour, where there is one, and for which of both the token acts. */
    private record Asker(Optional<Role> inHouse, Optional<Role> nextDoor, boolean actsForHouse) {
        Optional<Actor> in(Stage stage) {
            Map<Long, Role> memberships = new HashMap<>();
            inHouse.ifPresent(role -> memberships.put(stage.house, role));
            nextDoor.ifPresent(role -> memberships.put(stage.neighbour, role));
            long home = actsForHouse ? stage.house : stage.neighbour;
            return Optional.ofNullable(memberships.get(home))
                    .map(role -> new Actor(home, role, Optional.empty(), memberships));
        }
    }

    @Provide
    Arbitrary<Deed> deeds() {
        return Arbitraries.of(DEEDS);
    }

    @Provide
    Arbitrary<Asker> askers() {
        Arbitrary<Optional<Role>> roles =
                Arbitraries.of(Role.VIEWER, Role.MEMBER, Role.OWNER).optional();
        return Combinators.combine(roles, roles, Arbitraries.of(true, false)).as(Asker::new);
    }

    @Property
    void aDeedIsAllowedByTheRoleWhereItIsDone(@ForAll("deeds") Deed deed, @ForAll("askers") Asker asker) {
        Stage stage = new Stage();
        Optional<Actor> actor = asker.in(stage);
        if (actor.isEmpty() || (deed.ofTheActor() && !asker.actsForHouse())) {
            return;
        }
        List<Violation> violations = deed.deed().apply(stage, actor.get()).violations();
        Optional<Role> role = asker.inHouse();
        if (role.isPresent() && role.get().includes(deed.needed())) {
            assertThat(violations).isEmpty();
        } else {
            assertThat(violations)
                    .extracting(Violation::kind)
                    .containsExactly(role.isPresent() ? RuleKind.ACCESS : RuleKind.EXISTENCE);
        }
    }

    @Property
    void theOperatorMayDoEverything(@ForAll("deeds") Deed deed) {
        Stage stage = new Stage();
        assertThat(deed.deed().apply(stage, stage.operator).violations()).isEmpty();
    }

    @Property
    void whatIsRefusedChangesNothing(@ForAll("deeds") Deed deed, @ForAll("askers") Asker asker) {
        Stage stage = new Stage();
        Optional<Actor> actor = asker.in(stage);
        List<?> before = told(stage);
        boolean refused = actor.isPresent()
                && !deed.deed().apply(stage, actor.get()).violations().isEmpty();
        if (refused) {
            assertThat(told(stage)).isEqualTo(before);
        }
    }

    private static List<?> told(Stage stage) {
        return List.of(
                stage.services.organizations().all(),
                stage.services.profiles().read(stage.operator, stage.house),
                stage.services.users().members(stage.operator, stage.house),
                stage.services.accessTokens().list(stage.operator));
    }
}
