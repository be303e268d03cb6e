package dev.usher.core.service;

import static dev.usher.core.rule.RuleKind.ACCESS;
import static dev.usher.core.rule.RuleKind.ARGUMENT;
import static dev.usher.core.rule.RuleKind.EXISTENCE;

import dev.usher.core.access.AccessToken;
import dev.usher.core.access.Actor;
import dev.usher.core.access.Organization;
import dev.usher.core.access.Role;
import dev.usher.core.access.TokenDigest;
import dev.usher.core.access.TokenSecret;
import dev.usher.core.rule.Outcome;
import dev.usher.core.rule.OutsideText;
import dev.usher.core.rule.Violation;
import dev.usher.core.store.Store;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/**
 * Who may come in: tokens are made, listed, revoked and recognised here.
 *
 * <p>A recognised token is remembered for less than a second, so a revoked one stops working at once on this node and
 * within a second on every other (decision 5).
 */
public final class AccessTokens {
    /** The shortest secret a first owner may bring along, in characters. */
    public static final int SHORTEST_BOOTSTRAP_SECRET = 32;

    private static final long REMEMBERED_MILLIS = 900;
    /** So early the store is asked again about a token in use, for it may be slow. */
    private static final long DUE_MILLIS = 300;

    private static final int MOST_REMEMBERED = 10_000;

    private final Store store;
    private final Organizations organizations;
    private final Numbers numbers;
    private final InstantSource clock;
    private final RandomGenerator chance;
    private final Map<TokenDigest, Recognised> recognised = new ConcurrentHashMap<>();
    private final AtomicLong revocations = new AtomicLong();
    private final Map<TokenDigest, Boolean> operators = new ConcurrentHashMap<>();

    /** Who bears a token, when the store said so, and whether somebody is asking it again. */
    private record Recognised(Optional<Actor> actor, long atMillis, AtomicBoolean askedAgain) {}

    /**
     * A token just made, with the secret that is shown only now.
     *
     * @param token what the store keeps
     * @param secret what the bearer presents
     */
    public record Issued(AccessToken token, TokenSecret secret) {}

    AccessTokens(
            Store store, Organizations organizations, Numbers numbers, InstantSource clock, RandomGenerator chance) {
        this.store = store;
        this.organizations = organizations;
        this.numbers = numbers;
        this.clock = clock;
        this.chance = chance;
    }

    /** Makes a token for the actor's organization; owners only. */
    public Outcome<Issued> create(Actor actor, Role role, String label) {
        if (!actor.may(Role.OWNER)) {
            return Outcome.rejected(needsOwner("make"));
        }
        if (role == Role.OPERATOR) {
            return Outcome.rejected(new Violation(
                    ARGUMENT, "INVALID_ROLE", "role", "no token makes an operator; expected viewer, member or owner"));
        }
        if (!OutsideText.isName(label)) {
            return Outcome.rejected(new Violation(
                    ARGUMENT,
                    "INVALID_LABEL",
                    "label",
                    "the label is '" + OutsideText.shown(label) + "'; expected at most " + OutsideText.LONGEST_NAME
                            + " characters, without U+0000 and halves of surrogate pairs"));
        }
        TokenSecret secret = TokenSecret.drawnFrom(chance);
        AccessToken token = token(actor.organization(), role, label, secret.digest());
        store.write(transaction -> {
            transaction.tokens().add(token);
            return token;
        });
        return Outcome.accepted(new Issued(token, secret));
    }

    /** All tokens of the actor's organization, revoked ones too, by number; owners only. */
    public Outcome<List<AccessToken>> list(Actor actor) {
        if (!actor.may(Role.OWNER)) {
            return Outcome.rejected(needsOwner("list"));
        }
        return Outcome.accepted(store.read(transaction -> transaction.tokens().of(actor.organization())));
    }

    /** Revokes a token of the actor's organization; owners only. Another organization's is as unknown as none. */
    public Outcome<Long> revoke(Actor actor, long id) {
        if (!actor.may(Role.OWNER)) {
            return Outcome.rejected(needsOwner("revoke"));
        }
        Instant now = now();
        boolean revoked = store.write(transaction -> transaction.tokens().revoke(actor.organization(), id, now));
        forget();
        return revoked
                ? Outcome.accepted(id)
                : Outcome.rejected(new Violation(
                        EXISTENCE,
                        "UNKNOWN_TOKEN",
                        "id",
                        "there is no token " + id + " in this organization; list the tokens to see their numbers"));
    }

    /**
     * Makes the first owner's token of a store that has none, in the default organization, from a secret brought along.
     *
     * @return true when it was made, false when the store has tokens already
     */
    public Outcome<Boolean> bootstrap(String secret) {
        if (secret.length() < SHORTEST_BOOTSTRAP_SECRET) {
            return Outcome.rejected(new Violation(
                    ARGUMENT,
                    "WEAK_SECRET",
                    "bootstrap.token",
                    "the bootstrap token has " + secret.length() + " characters; expected at least "
                            + SHORTEST_BOOTSTRAP_SECRET + " that nobody can guess"));
        }
        return organizations.findOrCreate(Organization.DEFAULT).then(organization -> {
            AccessToken token = token(organization.id(), Role.OWNER, "bootstrap", TokenDigest.of(secret));
            return Outcome.accepted(store.write(transaction -> {
                boolean first = transaction.tokens().none();
                if (first) {
                    transaction.tokens().add(token);
                }
                return first;
            }));
        });
    }

    /** Lets the bearer of this secret act as the operator for as long as this process runs. */
    public void trustOperator(TokenSecret secret) {
        operators.put(secret.digest(), Boolean.TRUE);
    }

    /** True when the secret of this digest is the operator's. */
    public boolean isOperator(TokenDigest secret) {
        return operators.containsKey(secret);
    }

    /** Who bears the secret of this digest, asking the store when needed; empty when nobody does or the token is revoked. */
    public Optional<Actor> authenticate(TokenDigest secret) {
        Optional<Actor> known = recognise(secret, due -> {});
        return known.isPresent() ? known : lookUp(secret);
    }

    /** Asks the store who bears the secret of this digest, and remembers the answer. */
    public Optional<Actor> lookUp(TokenDigest secret) {
        long asked = clock.millis();
        long generation = revocations.get();
        Optional<Actor> bearer = store.read(transaction -> transaction.tokens().find(secret))
                .filter(token -> !token.isRevoked())
                .map(AccessToken::bearer);
        if (bearer.isPresent()) {
            remember(secret, new Recognised(bearer, asked, new AtomicBoolean()), generation);
        } else {
            recognised.remove(secret);
        }
        return bearer;
    }

    /**
     * Who bears the secret of this digest if that is still fresh in memory; never touches the store.
     *
     * @param due told the digest, by one caller only, when it should be looked up again before it is forgotten, so that
     *     nobody who comes with a token in use waits for the store
     */
    public Optional<Actor> recognise(TokenDigest secret, Consumer<TokenDigest> due) {
        Recognised known = recognised.get(secret);
        if (known == null) {
            return Optional.empty();
        }
        long age = clock.millis() - known.atMillis();
        if (age >= REMEMBERED_MILLIS) {
            return Optional.empty();
        }
        if (age >= DUE_MILLIS && known.askedAgain().compareAndSet(false, true)) {
            due.accept(secret);
        }
        return known.actor();
    }

    /** Remembers a token, unless one was revoked since the store was asked: it might be this one. */
    private synchronized void remember(TokenDigest digest, Recognised token, long generation) {
        if (revocations.get() != generation) {
            return;
        }
        if (recognised.size() >= MOST_REMEMBERED) {
            recognised.clear();
        }
        recognised.put(digest, token);
    }

    private synchronized void forget() {
        revocations.incrementAndGet();
        recognised.clear();
    }

    private AccessToken token(long organization, Role role, String label, TokenDigest digest) {
        return new AccessToken(numbers.next(), organization, role, label, digest, now(), Optional.empty());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static Violation needsOwner(String act) {
        return new Violation(
                ACCESS, "OWNER_REQUIRED", "", "only an owner may " + act + " tokens; ask an owner of the organization");
    }
}
