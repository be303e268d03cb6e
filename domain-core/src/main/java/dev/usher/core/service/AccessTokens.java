package dev.usher.core.service;

import dev.usher.core.access.AccessToken;
import dev.usher.core.access.Actor;
import dev.usher.core.access.BootstrapRules;
import dev.usher.core.access.Membership;
import dev.usher.core.access.Organization;
import dev.usher.core.access.Role;
import dev.usher.core.access.TokenAct;
import dev.usher.core.access.TokenDigest;
import dev.usher.core.access.TokenFacts;
import dev.usher.core.access.TokenRules;
import dev.usher.core.access.TokenSecret;
import dev.usher.core.access.TokenWish;
import dev.usher.core.rule.Outcome;
import dev.usher.core.store.Store;
import dev.usher.core.store.Transaction;
import java.time.Duration;
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
 * Who may come in: tokens are made, listed, rotated, revoked and recognised here.
 *
 * <p>A token that is nobody's own opens the organization it was made in. A user's opens every organization the user is a
 * member of, with the user's role there but never more than its own. An expired token stops working at once on every node,
 * for each looks at its own clock. A recognised token is remembered for less than a second, so a revoked one stops working at once on this node and
 * within a second on every other (decision 5).
 */
public final class AccessTokens {
    /** How long a rotated token works on when nothing is said. */
    public static final Duration USUAL_GRACE = Duration.ofHours(1);

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

    /**
     * Who bears a token, as the store said.
     *
     * @param dueMillis from when on the store is to be asked again
     * @param untilMillis when this is forgotten, which is never after the token's own end
     * @param askedAgain whether somebody is asking
     */
    private record Recognised(Optional<Actor> actor, long dueMillis, long untilMillis, AtomicBoolean askedAgain) {}

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

    /** Makes a token that is nobody's own and has no end, for the actor's organization; owners only. */
    public Outcome<Issued> create(Actor actor, Role role, String label) {
        return create(actor, new TokenWish(role, label));
    }

    /** Makes a token in the actor's organization; owners only. */
    public Outcome<Issued> create(Actor actor, TokenWish wish) {
        return asked(TokenAct.MAKE, actor).then(asked -> {
            TokenSecret secret = TokenSecret.drawnFrom(chance);
            long id = numbers.next();
            return store.write(transaction -> {
                TokenFacts facts = asked.wishing(wish, memberships(transaction, wish));
                return TokenRules.BOOK.judge(facts, wish).then(good -> {
                    AccessToken token = token(id, actor.organization(), good, secret.digest(), asked.now());
                    transaction.tokens().add(token);
                    return Outcome.accepted(new Issued(token, secret));
                });
            });
        });
    }

    /**
     * Makes a token with a new secret in place of one of the actor's organization; owners only.
     *
     * <p>The old token works on for as long as it takes to hand out the new one, and then no more.
     *
     * @param grace how long the old one works on, at most {@link TokenRules#LONGEST_GRACE}; it may be zero
     * @param expiresAt when the new one ends; when empty, it has as long a life as the old one was given
     */
    public Outcome<Issued> rotate(Actor actor, long id, Duration grace, Optional<Instant> expiresAt) {
        Outcome<Issued> outcome = asked(TokenAct.ROTATE, actor).then(asked -> {
            TokenSecret secret = TokenSecret.drawnFrom(chance);
            long successor = numbers.next();
            return store.write(transaction -> {
                Optional<AccessToken> old = transaction.tokens().find(actor.organization(), id);
                TokenFacts facts = asked.about(id, old).within(grace);
                if (old.isEmpty()) {
                    return Outcome.rejected(TokenRules.BOOK.violations(facts));
                }
                TokenWish wish = successorOf(old.get(), expiresAt, asked.now());
                return TokenRules.BOOK
                        .judge(facts.wishing(wish, memberships(transaction, wish)), wish)
                        .then(good -> {
                            AccessToken token =
                                    token(successor, actor.organization(), good, secret.digest(), asked.now());
                            transaction.tokens().add(token);
                            transaction
                                    .tokens()
                                    .end(actor.organization(), id, asked.now().plus(grace));
                            return Outcome.accepted(new Issued(token, secret));
                        });
            });
        });
        forget();
        return outcome;
    }

    private static TokenWish successorOf(AccessToken old, Optional<Instant> expiresAt, Instant now) {
        Optional<Instant> sameLife = old.expiresAt().map(end -> now.plus(Duration.between(old.createdAt(), end)));
        return new TokenWish(old.role(), old.label(), old.user(), expiresAt.or(() -> sameLife));
    }

    /** All tokens of the actor's organization, revoked and expired ones too, by number; owners only. */
    public Outcome<List<AccessToken>> list(Actor actor) {
        return asked(TokenAct.LIST, actor)
                .then(asked -> Outcome.accepted(
                        store.read(transaction -> transaction.tokens().of(actor.organization()))));
    }

    /** Revokes a token of the actor's organization; owners only. Another organization's is as unknown as none. */
    public Outcome<Long> revoke(Actor actor, long id) {
        Outcome<Long> outcome = asked(TokenAct.REVOKE, actor)
                .then(asked -> store.write(transaction -> {
                    Optional<AccessToken> token = transaction.tokens().find(actor.organization(), id);
                    return TokenRules.BOOK.judge(asked.about(id, token), id).then(known -> {
                        transaction.tokens().revoke(actor.organization(), known, asked.now());
                        return Outcome.accepted(known);
                    });
                }));
        forget();
        return outcome;
    }

    /** What is known before the store is asked, when the actor may do this at all. */
    private Outcome<TokenFacts> asked(TokenAct act, Actor actor) {
        TokenFacts facts = TokenFacts.of(act, actor, now());
        return TokenRules.BOOK.judge(facts, facts);
    }

    private static List<Membership> memberships(Transaction transaction, TokenWish wish) {
        return wish.user().map(user -> transaction.users().of(user)).orElse(List.of());
    }

    /**
     * Makes the first owner's token of a store that has none, in the default organization, from a secret brought along.
     *
     * @return true when it was made, false when the store has tokens already
     */
    public Outcome<Boolean> bootstrap(String secret) {
        Outcome<Organization> home =
                BootstrapRules.BOOK.judge(secret, Organization.DEFAULT).then(organizations::findOrCreate);
        return home.then(organization -> {
            TokenWish wish = new TokenWish(Role.OWNER, "bootstrap");
            AccessToken token = token(numbers.next(), organization.id(), wish, TokenDigest.of(secret), now());
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

    /** Who bears the secret of this digest, asking the store when needed; empty when nobody does or the token has ended. */
    public Optional<Actor> authenticate(TokenDigest secret) {
        Optional<Actor> known = recognise(secret, due -> {});
        return known.isPresent() ? known : lookUp(secret);
    }

    /** Asks the store who bears the secret of this digest, and remembers the answer. */
    public Optional<Actor> lookUp(TokenDigest secret) {
        Instant asked = clock.instant();
        long generation = revocations.get();
        Optional<Recognised> bearer = store.read(transaction -> transaction
                .tokens()
                .find(secret)
                .filter(token -> token.works(asked))
                .flatMap(token -> recognised(transaction, token, asked.toEpochMilli())));
        if (bearer.isPresent()) {
            remember(secret, bearer.get(), generation);
        } else {
            recognised.remove(secret);
        }
        return bearer.flatMap(Recognised::actor);
    }

    private static Optional<Recognised> recognised(Transaction transaction, AccessToken token, long askedMillis) {
        List<Membership> ofUser = token.user().map(transaction.users()::of).orElse(List.of());
        long forgottenMillis = askedMillis + REMEMBERED_MILLIS;
        long untilMillis = token.expiresAt()
                .map(end -> Math.min(end.toEpochMilli(), forgottenMillis))
                .orElse(forgottenMillis);
        return token.bearer(ofUser)
                .map(actor ->
                        new Recognised(Optional.of(actor), askedMillis + DUE_MILLIS, untilMillis, new AtomicBoolean()));
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
        long now = clock.millis();
        if (now >= known.untilMillis()) {
            return Optional.empty();
        }
        if (now >= known.dueMillis() && known.askedAgain().compareAndSet(false, true)) {
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

    /** Forgets who bears which token, so that what changed in the store holds at once on this node. */
    synchronized void forget() {
        revocations.incrementAndGet();
        recognised.clear();
    }

    private static AccessToken token(long id, long organization, TokenWish wish, TokenDigest digest, Instant now) {
        return new AccessToken(
                id,
                organization,
                wish.user(),
                wish.role(),
                wish.label(),
                digest,
                now,
                wish.expiresAt().map(end -> end.truncatedTo(ChronoUnit.MICROS)),
                Optional.empty());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
