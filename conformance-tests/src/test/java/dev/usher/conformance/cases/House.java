package dev.usher.conformance.cases;

import dev.usher.core.access.AccessToken;
import dev.usher.core.access.Membership;
import dev.usher.core.access.Organization;
import dev.usher.core.access.Role;
import dev.usher.core.access.TokenSecret;
import dev.usher.core.access.User;
import dev.usher.core.statistics.NameKey;
import dev.usher.core.store.Store;
import dev.usher.core.store.Transaction;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * An organization of a case's own, and the people in it.
 *
 * @param organization its number
 * @param people by role, each with a token
 * @param revoked the owner's token of yesterday
 * @param expired the secret of a token of the owner that ended when the house was made
 * @param unknown a secret as good as any, of a token that was never made
 */
record House(long organization, Map<Role, Person> people, Revoked revoked, String expired, String unknown) {
    private static final List<Role> ROLES = List.of(Role.OWNER, Role.MEMBER, Role.VIEWER);
    private static final int NUMBERS_EACH = 3 + 2 * ROLES.size();

    /**
     * Somebody with a token.
     *
     * @param user number of the user
     * @param tokenId number of the token
     * @param token its secret
     */
    record Person(long user, long tokenId, String token) {}

    /**
     * A token that works no more.
     *
     * @param id its number
     * @param token its secret
     */
    record Revoked(long id, String token) {}

    /** So many houses, made in one transaction. */
    static List<House> inAStreet(Store store, int count, Instant now) {
        // Nobody attacks a test; the same secrets each time make a failure easy to see again.
        Random chance = new Random(4);
        return store.write(transaction -> {
            long first = transaction.identities().reserve(count * NUMBERS_EACH);
            return IntStream.range(0, count)
                    .mapToObj(at -> build(transaction, chance, first + (long) at * NUMBERS_EACH, now))
                    .toList();
        });
    }

    private static House build(Transaction transaction, Random chance, long number, Instant now) {
        transaction.identities().add(new Organization(number, "house " + number, NameKey.drawnFrom(chance)));
        Map<Role, Person> people = new EnumMap<>(Role.class);
        for (int at = 0; at < ROLES.size(); at++) {
            Role role = ROLES.get(at);
            long user = number + 3 + 2L * at;
            String email = role.word() + "@house-" + number + ".example";
            transaction.users().add(new User(user, email, "Robin", "of House " + number));
            transaction.users().join(new Membership(user, number, role));
            TokenSecret secret = TokenSecret.drawnFrom(chance);
            transaction.tokens().add(token(user + 1, number, user, role, secret, now));
            people.put(role, new Person(user, user + 1, secret.text()));
        }
        TokenSecret revoked = TokenSecret.drawnFrom(chance);
        long owner = people.get(Role.OWNER).user();
        transaction
                .tokens()
                .add(token(number + 1, number, owner, Role.OWNER, revoked, now).revoked(now));
        TokenSecret expired = TokenSecret.drawnFrom(chance);
        transaction
                .tokens()
                .add(token(number + 2, number, owner, Role.OWNER, expired, now).endingAt(now));
        return new House(
                number,
                Map.copyOf(people),
                new Revoked(number + 1, revoked.text()),
                expired.text(),
                TokenSecret.drawnFrom(chance).text());
    }

    private static AccessToken token(long id, long house, long user, Role role, TokenSecret secret, Instant now) {
        return new AccessToken(
                id,
                house,
                Optional.of(user),
                role,
                role.word(),
                secret.digest(),
                now,
                Optional.empty(),
                Optional.empty());
    }

    /** The token of whoever asks by that name in this house. */
    String token(String role) {
        return ROLES.stream()
                .filter(known -> known.word().equals(role))
                .map(known -> people.get(known).token())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("nobody here is called '" + role + "'"));
    }
}
