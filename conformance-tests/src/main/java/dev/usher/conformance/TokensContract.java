package dev.usher.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.core.access.AccessToken;
import dev.usher.core.access.Organization;
import dev.usher.core.access.Role;
import dev.usher.core.access.TokenDigest;
import dev.usher.core.access.User;
import dev.usher.core.store.Store;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What a store must do with access tokens. */
public interface TokensContract extends TestedStore {

    /** If this fails, look at whether the question counts all organizations, and revoked tokens too. */
    @Test
    default void thereIsNoneUntilATokenWasAdded() {
        try (Store store = open()) {
            Organization house = Samples.organization(store, "house");
            assertThat(isWithoutTokens(store)).isTrue();
            AccessToken token = Samples.token(store, house);
            assertThat(isWithoutTokens(store)).isFalse();
            store.write(transaction -> transaction.tokens().revoke(house.id(), token.id(), token.createdAt()));
            assertThat(isWithoutTokens(store)).isFalse();
        }
    }

    /** If this fails, look at the look-up by digest: nothing found is an empty answer. */
    @Test
    default void anUnknownDigestIsEmpty() {
        try (Store store = open()) {
            Samples.token(store, Samples.organization(store, "house"));
            assertThat(found(store, TokenDigest.of("a guess"))).isEmpty();
        }
    }

    /** If this fails, look at how a role is written: by a word or code of its own, not by one that two roles share. */
    @Test
    default void aTokenKeepsItsRole() {
        try (Store store = open()) {
            Organization house = Samples.organization(store, "house");
            for (Role role : List.of(Role.VIEWER, Role.MEMBER, Role.OWNER)) {
                AccessToken token = new AccessToken(
                        Samples.number(store),
                        house.id(),
                        role,
                        "of a " + role.word(),
                        TokenDigest.of("secret of a " + role.word()),
                        Instant.EPOCH,
                        Optional.empty());
                requireRoundTrip(store, token);
            }
        }
    }

    /** If this fails, look at the label column: 255 characters, none of them changed, and empty is not the same as missing. */
    @Test
    default void aTokenKeepsItsLabelToTheLetter() {
        try (Store store = open()) {
            Organization house = Samples.organization(store, "house");
            List<String> labels = new ArrayList<>(Samples.AWKWARD_NAMES);
            labels.add("");
            labels.add(" ");
            labels.forEach(label ->
                    requireRoundTrip(store, Samples.token(Samples.number(store), house.id(), label, Instant.EPOCH)));
        }
    }

    /** If this fails, look at how instants are written: to the microsecond, and never by way of a local time. */
    @Test
    default void aTokenKeepsItsInstantsToTheMicrosecond() {
        try (Store store = open()) {
            Organization house = Samples.organization(store, "house");
            Samples.AWKWARD_INSTANTS.forEach(instant -> {
                AccessToken token = Samples.token(Samples.number(store), house.id(), "", instant);
                requireRoundTrip(store, token);
                Instant revokedAt = instant.minusNanos(1_000);
                assertThat(revoke(store, house, token.id(), revokedAt)).isTrue();
                assertThat(found(store, token.digest())).contains(token.revoked(revokedAt));
            });
        }
    }

    /** If this fails, look at the columns for the user and the end of a token: both may be missing, one without the other. */
    @Test
    default void aTokenKeepsWhoseItIsAndWhenItEnds() {
        try (Store store = open()) {
            Organization house = Samples.organization(store, "house");
            long number = Samples.number(store);
            User user = new User(Long.MAX_VALUE - number, "ada@example.com", "", "");
            store.write(transaction -> {
                transaction.users().add(user);
                return user;
            });
            for (Optional<Long> owner : List.of(Optional.<Long>empty(), Optional.of(user.id()))) {
                requireRoundTrip(store, ending(store, house, owner, Optional.empty()));
                Samples.AWKWARD_INSTANTS.forEach(
                        instant -> requireRoundTrip(store, ending(store, house, owner, Optional.of(instant))));
            }
        }
    }

    /** If this fails, look at the condition of the update: the sooner of both ends counts, and it touches nothing else. */
    @Test
    default void aTokenEndsByTheSoonerOfTwoInstants() {
        try (Store store = open()) {
            Organization house = Samples.organization(store, "house");
            Instant first = Instant.parse("2025-05-21T06:00:00.000001Z");
            AccessToken token = ending(store, house, Optional.empty(), Optional.empty());
            AccessToken other = ending(store, house, Optional.empty(), Optional.of(first));
            requireRoundTrip(store, token);
            requireRoundTrip(store, other);
            for (Instant by : List.of(first, first.plusSeconds(1), first.minusSeconds(1), first)) {
                assertThat(end(store, house, token.id(), by)).isTrue();
            }
            assertThat(found(store, token.digest())).contains(token.endingBy(first.minusSeconds(1)));
            assertThat(found(store, other.digest())).contains(other);
        }
    }

    /** If this fails, look at the conditions: organization and number together. */
    @Test
    default void nobodyFindsOrEndsAForeignOrUnknownToken() {
        try (Store store = open()) {
            Organization house = Samples.organization(store, "house");
            Organization neighbour = Samples.organization(store, "neighbour");
            AccessToken token = Samples.token(store, house);
            assertThat(found(store, house, token.id())).contains(token);
            assertThat(found(store, neighbour, token.id())).isEmpty();
            assertThat(found(store, house, token.id() + 1_000)).isEmpty();
            assertThat(end(store, neighbour, token.id(), Instant.EPOCH)).isFalse();
            assertThat(end(store, house, token.id() + 1_000, Instant.EPOCH)).isFalse();
            assertThat(found(store, token.digest())).contains(token);
        }
    }

    /** If this fails, look at the order of the listing, at whether revoked tokens are in it, and no foreign ones. */
    @Test
    default void tokensAreListedByNumberAndOfTheirOrganizationOnly() {
        try (Store store = open()) {
            Organization house = Samples.organization(store, "house");
            Organization neighbour = Samples.organization(store, "neighbour");
            List<AccessToken> ascending = LongStream.of(2_003, 2_020, 2_100, Long.MAX_VALUE)
                    .mapToObj(id -> Samples.token(id, house.id(), "one label for all", Instant.EPOCH))
                    .toList();
            AccessToken foreign = Samples.token(2_010, neighbour.id(), "one label for all", Instant.EPOCH);
            store.write(transaction -> {
                transaction.tokens().add(ascending.get(3));
                transaction.tokens().add(ascending.get(1));
                transaction.tokens().add(foreign);
                transaction.tokens().add(ascending.get(2));
                transaction.tokens().add(ascending.get(0));
                return transaction.tokens().revoke(house.id(), 2_020, Instant.EPOCH);
            });
            assertThat(tokens(store, house))
                    .containsExactly(
                            ascending.get(0),
                            ascending.get(1).revoked(Instant.EPOCH),
                            ascending.get(2),
                            ascending.get(3));
            assertThat(tokens(store, neighbour)).containsExactly(foreign);
        }
    }

    /** If this fails, look at the condition of the update: a token revoked before is left as it is, and that is no failure. */
    @Test
    default void aTokenRevokedTwiceKeepsTheFirstInstant() {
        try (Store store = open()) {
            Organization house = Samples.organization(store, "house");
            AccessToken token = Samples.token(store, house);
            Instant first = token.createdAt().plusSeconds(1);
            assertThat(revoke(store, house, token.id(), first)).isTrue();
            assertThat(revoke(store, house, token.id(), first.plusSeconds(1))).isTrue();
            assertThat(found(store, token.digest())).contains(token.revoked(first));
        }
    }

    /** If this fails, look at the condition of the update: organization and number together. */
    @Test
    default void nobodyRevokesAForeignOrUnknownToken() {
        try (Store store = open()) {
            Organization house = Samples.organization(store, "house");
            Organization neighbour = Samples.organization(store, "neighbour");
            AccessToken token = Samples.token(store, house);
            assertThat(revoke(store, neighbour, token.id(), Instant.EPOCH)).isFalse();
            assertThat(revoke(store, house, token.id() + 1_000, Instant.EPOCH)).isFalse();
            assertThat(found(store, token.digest())).contains(token);
        }
    }

    private static void requireRoundTrip(Store store, AccessToken token) {
        store.write(transaction -> {
            transaction.tokens().add(token);
            return token;
        });
        assertThat(found(store, token.digest())).contains(token);
    }

    private static AccessToken ending(Store store, Organization house, Optional<Long> user, Optional<Instant> end) {
        long id = Samples.number(store);
        TokenDigest digest = TokenDigest.of("secret of token " + id);
        return new AccessToken(
                id, house.id(), user, Role.MEMBER, "ending", digest, Instant.EPOCH, end, Optional.empty());
    }

    private static Optional<AccessToken> found(Store store, Organization organization, long id) {
        return store.read(transaction -> transaction.tokens().find(organization.id(), id));
    }

    private static boolean end(Store store, Organization organization, long id, Instant by) {
        return store.write(transaction -> transaction.tokens().end(organization.id(), id, by));
    }

    private static Optional<AccessToken> found(Store store, TokenDigest digest) {
        return store.read(transaction -> transaction.tokens().find(digest));
    }

    private static List<AccessToken> tokens(Store store, Organization organization) {
        return store.read(transaction -> transaction.tokens().of(organization.id()));
    }

    private static boolean isWithoutTokens(Store store) {
        return store.read(transaction -> transaction.tokens().none());
    }

    private static boolean revoke(Store store, Organization organization, long id, Instant at) {
        return store.write(transaction -> transaction.tokens().revoke(organization.id(), id, at));
    }
}
