package dev.usher.core.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.usher.core.access.AccessToken;
import dev.usher.core.access.Actor;
import dev.usher.core.access.Organization;
import dev.usher.core.access.Role;
import dev.usher.core.access.TokenDigest;
import dev.usher.core.access.TokenSecret;
import dev.usher.core.access.TokenWish;
import dev.usher.core.access.User;
import dev.usher.core.access.UserWish;
import dev.usher.core.rule.Outcome;
import dev.usher.core.rule.RuleKind;
import dev.usher.core.rule.Violation;
import dev.usher.core.store.MemoryStore;
import dev.usher.core.store.StoreUnavailable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tokens open one organization's data with one role until they are revoked, on this node and on every other. */
class AccessTokensTest {
    private static final String BOOTSTRAP = "a secret of more than thirty-two characters";

    private final HandMovedClock clock = new HandMovedClock();
    private final MemoryStore shared = new MemoryStore();
    private final FailingStore store = new FailingStore(shared);
    private final Services here = Services.over(store, clock, new Random(1), Terms.within(1 << 20));
    private final Services elsewhere = Services.over(shared, clock, new Random(2), Terms.within(1 << 20));
    private final AccessTokens tokens = here.accessTokens();
    private final Actor owner = new Actor(organization("house"), Role.OWNER);

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"VIEWER", "MEMBER", "OWNER"})
    void aNewTokenOpensItsOrganizationWithItsRole(Role role) {
        AccessTokens.Issued issued = tokens.create(owner, role, "door").orThrow();
        assertThat(issued.token().label()).isEqualTo("door");
        assertThat(issued.token().createdAt()).isEqualTo(clock.instant());
        assertThat(issued.token().revokedAt()).isEmpty();
        Actor bearer = new Actor(owner.organization(), role);
        assertThat(tokens.authenticate(issued.secret().digest())).contains(bearer);
        assertThat(elsewhere.accessTokens().authenticate(issued.secret().digest()))
                .contains(bearer);
    }

    @Test
    void onlyOwnersAndTheOperatorMakeListAndRevoke() {
        long id = created(owner).token().id();
        for (Role role : List.of(Role.VIEWER, Role.MEMBER)) {
            Actor actor = new Actor(owner.organization(), role);
            for (List<Violation> violations : List.of(
                    tokens.create(actor, Role.VIEWER, "").violations(),
                    tokens.list(actor).violations(),
                    tokens.revoke(actor, id).violations())) {
                assertThat(violations).extracting(Violation::code).containsExactly("OWNER_REQUIRED");
                assertThat(violations).extracting(Violation::kind).containsExactly(RuleKind.ACCESS);
            }
        }
        Actor operator = new Actor(owner.organization(), Role.OPERATOR);
        assertThat(tokens.list(operator).orThrow()).hasSize(1);
        assertThat(tokens.revoke(operator, id).orThrow()).isEqualTo(id);
    }

    @Test
    void noTokenMakesAnOperator() {
        assertThat(tokens.create(owner, Role.OPERATOR, "").violations())
                .extracting(Violation::code)
                .containsExactly("INVALID_ROLE");
        assertThatThrownBy(() -> new AccessToken(
                        1, 1, Role.OPERATOR, "", TokenDigest.of("s"), clock.instant(), Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aLabelIsShortAndCanBeStored() {
        assertThat(tokens.create(owner, Role.VIEWER, "x".repeat(255)).violations())
                .isEmpty();
        for (String label : List.of("x".repeat(256), "nul\0")) {
            assertThat(tokens.create(owner, Role.VIEWER, label).violations())
                    .extracting(Violation::code)
                    .containsExactly("INVALID_LABEL");
        }
    }

    @Test
    void theListHoldsAllTokensOfTheOrganizationByNumberRevokedOnesToo() {
        AccessToken first = created(owner).token();
        AccessToken second = created(owner).token();
        created(new Actor(organization("another"), Role.OWNER));
        tokens.revoke(owner, first.id()).orThrow();
        assertThat(tokens.list(owner).orThrow()).containsExactly(first.revoked(clock.instant()), second);
    }

    @Test
    void anotherOrganizationsTokenIsAsUnknownAsNone() {
        AccessTokens.Issued issued = created(owner);
        Actor stranger = new Actor(organization("another"), Role.OWNER);
        assertThat(tokens.list(stranger).orThrow()).isEmpty();
        List<Violation> foreign = tokens.revoke(stranger, issued.token().id()).violations();
        assertThat(foreign).extracting(Violation::code).containsExactly("UNKNOWN_TOKEN");
        assertThat(foreign).extracting(Violation::kind).containsExactly(RuleKind.EXISTENCE);
        assertThat(foreign.get(0).message().replace(Long.toString(issued.token().id()), "9"))
                .isEqualTo(tokens.revoke(stranger, 9).violations().get(0).message());
        assertThat(tokens.authenticate(issued.secret().digest())).isPresent();
    }

    @Test
    void aRevokedTokenStopsWorkingAtOnceHereAndWithinASecondElsewhere() {
        AccessTokens.Issued issued = created(owner);
        String secret = issued.secret().text();
        assertThat(tokens.authenticate(TokenDigest.of(secret))).isPresent();
        assertThat(elsewhere.accessTokens().authenticate(TokenDigest.of(secret)))
                .isPresent();
        tokens.revoke(owner, issued.token().id()).orThrow();
        assertThat(tokens.recognise(TokenDigest.of(secret), due -> {})).isEmpty();
        assertThat(tokens.authenticate(TokenDigest.of(secret))).isEmpty();
        clock.move(Duration.ofMillis(899));
        assertThat(elsewhere.accessTokens().authenticate(TokenDigest.of(secret)))
                .isPresent();
        clock.move(Duration.ofMillis(1));
        assertThat(elsewhere.accessTokens().recognise(TokenDigest.of(secret), due -> {}))
                .isEmpty();
        assertThat(elsewhere.accessTokens().authenticate(TokenDigest.of(secret)))
                .isEmpty();
    }

    @Test
    void aTokenRevokedWhileItIsBeingLookedUpIsNotRemembered() {
        AccessTokens.Issued issued = created(owner);
        String secret = issued.secret().text();
        store.duringNextRead(() -> tokens.revoke(owner, issued.token().id()).orThrow());
        tokens.authenticate(TokenDigest.of(secret));
        assertThat(tokens.recognise(TokenDigest.of(secret), due -> {})).isEmpty();
        assertThat(tokens.authenticate(TokenDigest.of(secret))).isEmpty();
    }

    @Test
    void aTokenInUseIsToBeLookedUpAgainByOneCallerBeforeItIsForgotten() {
        TokenDigest digest = created(owner).secret().digest();
        List<TokenDigest> due = new ArrayList<>();
        tokens.authenticate(digest);
        clock.move(Duration.ofMillis(299));
        tokens.recognise(digest, due::add);
        assertThat(due).isEmpty();
        clock.move(Duration.ofMillis(1));
        tokens.recognise(digest, due::add);
        tokens.recognise(digest, due::add);
        assertThat(due).containsExactly(digest);
        tokens.lookUp(digest);
        clock.move(Duration.ofMillis(899));
        assertThat(tokens.recognise(digest, due::add)).isPresent();
    }

    @Test
    void aTokenThatTurnsOutToBeRevokedIsForgottenAtOnce() {
        AccessTokens.Issued issued = created(owner);
        TokenDigest digest = issued.secret().digest();
        tokens.authenticate(digest);
        elsewhere.accessTokens().revoke(owner, issued.token().id()).orThrow();
        assertThat(tokens.recognise(digest, due -> {})).isPresent();
        assertThat(tokens.lookUp(digest)).isEmpty();
        assertThat(tokens.recognise(digest, due -> {})).isEmpty();
    }

    @Test
    void aRecognisedTokenNeedsNoStoreForAWhile() {
        String secret = created(owner).secret().text();
        assertThat(tokens.recognise(TokenDigest.of(secret), due -> {}))
                .as("not looked up yet")
                .isEmpty();
        assertThat(tokens.authenticate(TokenDigest.of(secret))).isPresent();
        store.cutOff();
        assertThat(tokens.authenticate(TokenDigest.of(secret))).isPresent();
        assertThat(tokens.recognise(TokenDigest.of(secret), due -> {})).isPresent();
        clock.move(Duration.ofSeconds(1));
        assertThatThrownBy(() -> tokens.authenticate(TokenDigest.of(secret))).isInstanceOf(StoreUnavailable.class);
    }

    @Test
    void nobodyIsRecognisedByAnUnknownSecret() {
        created(owner);
        assertThat(tokens.authenticate(TokenDigest.of("usher_guess"))).isEmpty();
        assertThat(tokens.authenticate(TokenDigest.of(""))).isEmpty();
    }

    @Test
    void theFirstOwnerComesFromTheBootstrapSecretOfAStoreWithoutTokens() {
        assertThat(tokens.bootstrap(BOOTSTRAP).orThrow()).isTrue();
        long defaultOrganization =
                here.organizations().find(Organization.DEFAULT).orElseThrow().id();
        assertThat(tokens.authenticate(TokenDigest.of(BOOTSTRAP))).contains(new Actor(defaultOrganization, Role.OWNER));
        assertThat(tokens.bootstrap(BOOTSTRAP + " again").orThrow()).isFalse();
        assertThat(tokens.authenticate(TokenDigest.of(BOOTSTRAP + " again"))).isEmpty();
    }

    @Test
    void aStoreWhoseTokensAreAllRevokedIsNotBootstrappedAgain() {
        tokens.revoke(owner, created(owner).token().id()).orThrow();
        assertThat(tokens.bootstrap(BOOTSTRAP).orThrow()).isFalse();
    }

    @Test
    void aBootstrapSecretThatCanBeGuessedIsRefused() {
        List<Violation> violations = tokens.bootstrap("x".repeat(31)).violations();
        assertThat(violations).extracting(Violation::code).containsExactly("WEAK_SECRET");
        assertThat(violations.get(0).message()).contains("31").contains("32");
        assertThat(tokens.bootstrap("x".repeat(32)).orThrow()).isTrue();
    }

    @Test
    void theOperatorIsKnownOnlyToTheProcessThatTrustsIt() {
        TokenSecret secret = TokenSecret.drawnFrom(new Random(3));
        assertThat(tokens.isOperator(secret.digest())).isFalse();
        tokens.trustOperator(secret);
        assertThat(tokens.isOperator(secret.digest())).isTrue();
        assertThat(tokens.isOperator(TokenDigest.of(secret.text() + "x"))).isFalse();
        assertThat(elsewhere.accessTokens().isOperator(secret.digest())).isFalse();
        assertThat(tokens.authenticate(secret.digest())).isEmpty();
    }

    @Test
    void aSecretIsStoredAsADigestOnlyAndNeverShown() {
        AccessTokens.Issued issued = created(owner);
        String secret = issued.secret().text();
        assertThat(secret).matches("usher_[A-Za-z0-9_-]{43}");
        assertThat(issued.toString()).doesNotContain(secret.substring(6));
        assertThat(issued.secret().toString()).doesNotContain(secret.substring(6));
        AccessToken stored = tokens.list(owner).orThrow().get(0);
        assertThat(stored.toString()).doesNotContain(secret.substring(6));
        assertThat(stored.digest()).isEqualTo(TokenDigest.of(secret));
        assertThat(TokenDigest.of("abc").hex())
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assertThat(created(owner).secret().text()).isNotEqualTo(secret);
    }

    @Test
    void anExpiredTokenStopsWorkingAtOnceOnEveryNodeThoughItIsRemembered() {
        Instant end = clock.instant().plusMillis(700);
        TokenDigest digest = ending(Optional.of(end)).secret().digest();
        AccessTokens far = elsewhere.accessTokens();
        assertThat(tokens.authenticate(digest)).isPresent();
        assertThat(far.authenticate(digest)).isPresent();
        clock.move(Duration.ofMillis(699));
        assertThat(tokens.recognise(digest, due -> {})).isPresent();
        assertThat(far.recognise(digest, due -> {})).isPresent();
        clock.move(Duration.ofMillis(1));
        for (AccessTokens node : List.of(tokens, far)) {
            assertThat(node.recognise(digest, due -> {})).isEmpty();
            assertThat(node.authenticate(digest)).isEmpty();
        }
    }

    @Test
    void anEndMustBeToCome() {
        for (Instant end : List.of(clock.instant(), clock.instant().minusSeconds(1), Instant.EPOCH)) {
            assertThat(tokens.create(owner, new TokenWish(Role.VIEWER, "", Optional.empty(), Optional.of(end)))
                            .violations())
                    .extracting(Violation::code)
                    .containsExactly("INVALID_EXPIRY");
        }
        assertThat(ending(Optional.of(clock.instant().plusNanos(1_000))).token().expiresAt())
                .contains(clock.instant().plusNanos(1_000));
    }

    @Test
    void aRotatedTokenWorksOnForTheGraceAndItsSuccessorTakesItsPlace() {
        AccessTokens.Issued old = ending(Optional.of(clock.instant().plus(Duration.ofDays(1))));
        clock.move(Duration.ofHours(1));
        AccessTokens.Issued successor = tokens.rotate(owner, old.token().id(), Duration.ofMinutes(5), Optional.empty())
                .orThrow();
        assertThat(successor.secret().text()).isNotEqualTo(old.secret().text());
        assertThat(successor.token().role()).isEqualTo(old.token().role());
        assertThat(successor.token().label()).isEqualTo(old.token().label());
        assertThat(successor.token().expiresAt())
                .as("as long a life as the old one was given")
                .contains(clock.instant().plus(Duration.ofDays(1)));
        clock.move(Duration.ofMinutes(5).minusMillis(1));
        assertThat(tokens.authenticate(old.secret().digest())).isPresent();
        clock.move(Duration.ofMillis(1));
        for (AccessTokens node : List.of(tokens, elsewhere.accessTokens())) {
            assertThat(node.authenticate(old.secret().digest())).isEmpty();
            assertThat(node.authenticate(successor.secret().digest())).isPresent();
        }
    }

    @Test
    void aRotationNeverLetsATokenLiveLonger() {
        AccessTokens.Issued old = ending(Optional.of(clock.instant().plusSeconds(1)));
        tokens.rotate(owner, old.token().id(), Duration.ofDays(30), Optional.empty())
                .orThrow();
        clock.move(Duration.ofSeconds(1));
        assertThat(tokens.authenticate(old.secret().digest())).isEmpty();
    }

    @Test
    void aTokenThatDoesNotWorkIsNotRotatedAndNeitherIsAForeignOne() {
        AccessTokens.Issued revoked = created(owner);
        tokens.revoke(owner, revoked.token().id()).orThrow();
        Actor stranger = new Actor(organization("another"), Role.OWNER);
        Actor member = new Actor(owner.organization(), Role.MEMBER);
        long working = created(owner).token().id();
        assertThat(codes(tokens.rotate(owner, revoked.token().id(), Duration.ZERO, Optional.empty())))
                .containsExactly("TOKEN_ENDED");
        assertThat(codes(tokens.rotate(stranger, working, Duration.ZERO, Optional.empty())))
                .containsExactly("UNKNOWN_TOKEN");
        assertThat(codes(tokens.rotate(member, working, Duration.ZERO, Optional.empty())))
                .containsExactly("OWNER_REQUIRED");
        assertThat(codes(tokens.rotate(owner, working, Duration.ofDays(31), Optional.of(Instant.EPOCH))))
                .containsExactly("INVALID_EXPIRY", "INVALID_GRACE");
        assertThat(codes(tokens.rotate(owner, working, Duration.ofMillis(-1), Optional.empty())))
                .containsExactly("INVALID_GRACE");
        assertThat(tokens.list(owner).orThrow()).hasSize(2);
    }

    @Test
    void aUsersTokenOpensWhatTheUserIsAMemberOfAndNoMoreThanItsOwnRole() {
        long another = organization("another");
        User kim = kim(Role.VIEWER);
        here.users()
                .join(new Actor(another, Role.OPERATOR), another, kim.email(), Role.OWNER)
                .orThrow();
        Actor operator = new Actor(owner.organization(), Role.OPERATOR);
        TokenDigest full = secret(operator, kim, Role.OWNER);
        TokenDigest narrow = secret(operator, kim, Role.MEMBER);
        Actor bearer = tokens.authenticate(full).orElseThrow();
        assertThat(bearer.organization()).isEqualTo(owner.organization());
        assertThat(bearer.role()).isEqualTo(Role.VIEWER);
        assertThat(bearer.user()).contains(kim.id());
        assertThat(bearer.memberships()).isEqualTo(Map.of(owner.organization(), Role.VIEWER, another, Role.OWNER));
        assertThat(tokens.authenticate(narrow).orElseThrow().memberships())
                .isEqualTo(Map.of(owner.organization(), Role.VIEWER, another, Role.MEMBER));
    }

    @Test
    void aUsersTokenFollowsTheMembershipAndStopsWhenTheUserLeaves() {
        User kim = kim(Role.MEMBER);
        TokenDigest digest = secret(owner, kim, Role.OWNER);
        assertThat(tokens.authenticate(digest).orElseThrow().role()).isEqualTo(Role.MEMBER);
        here.users().join(owner, owner.organization(), kim.id(), Role.VIEWER).orThrow();
        assertThat(tokens.authenticate(digest).orElseThrow().role()).isEqualTo(Role.VIEWER);
        here.users().leave(owner, owner.organization(), kim.id()).orThrow();
        assertThat(tokens.recognise(digest, due -> {})).isEmpty();
        assertThat(tokens.authenticate(digest)).isEmpty();
    }

    @Test
    void nobodyMakesATokenThatOpensMoreThanOneMayOpenAnyway() {
        long another = organization("another");
        User kim = kim(Role.MEMBER);
        assertThat(tokens.create(owner, wish(kim, Role.OWNER)).violations()).isEmpty();
        here.users()
                .join(new Actor(another, Role.OPERATOR), another, kim.email(), Role.VIEWER)
                .orThrow();
        assertThat(codes(tokens.create(owner, wish(kim, Role.VIEWER)))).containsExactly("USER_ELSEWHERE");
        User stranger = new User(kim.id() + 1_000, "lee@example.com", "", "");
        assertThat(codes(tokens.create(owner, wish(stranger, Role.VIEWER)))).containsExactly("UNKNOWN_USER");
        Actor self = new Actor(
                owner.organization(), Role.OWNER, Optional.of(kim.id()), Map.of(owner.organization(), Role.OWNER));
        assertThat(tokens.create(self, wish(kim, Role.VIEWER)).violations()).isEmpty();
    }

    private User kim(Role role) {
        return here.users()
                .create(owner, new UserWish("kim@example.com", "", ""), role)
                .orThrow()
                .user();
    }

    private TokenDigest secret(Actor actor, User user, Role role) {
        return tokens.create(actor, wish(user, role)).orThrow().secret().digest();
    }

    private static TokenWish wish(User user, Role role) {
        return new TokenWish(role, "", Optional.of(user.id()), Optional.empty());
    }

    private AccessTokens.Issued ending(Optional<Instant> end) {
        return tokens.create(owner, new TokenWish(Role.MEMBER, "desk", Optional.empty(), end))
                .orThrow();
    }

    private static List<String> codes(Outcome<?> outcome) {
        return outcome.violations().stream().map(Violation::code).toList();
    }

    private AccessTokens.Issued created(Actor actor) {
        return tokens.create(actor, Role.MEMBER, "").orThrow();
    }

    private long organization(String name) {
        return here.organizations().findOrCreate(name).orThrow().id();
    }
}
