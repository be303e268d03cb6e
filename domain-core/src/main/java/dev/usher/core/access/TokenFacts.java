package dev.usher.core.access;

import dev.usher.core.rule.OperationFacts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the rules of tokens look at.
 *
 * @param operation what shall be done
 * @param actor who asks
 * @param now the time of asking
 * @param id the number of the token it is about; empty where it is about none
 * @param token that token; empty when the organization has none of this number
 * @param wish what the token to be made shall be like, also the successor of one that is rotated
 * @param grace how long a rotated token goes on to work; zero where none is
 * @param ofUser what the user of the wish is a member of
 */
public record TokenFacts(
        TokenAct operation,
        Actor actor,
        Instant now,
        Optional<Long> id,
        Optional<AccessToken> token,
        Optional<TokenWish> wish,
        Duration grace,
        List<Membership> ofUser)
        implements OperationFacts {

    public TokenFacts {
        ofUser = List.copyOf(ofUser);
    }

    /** Facts of an operation that is about no single token. */
    public static TokenFacts of(TokenAct operation, Actor actor, Instant now) {
        return new TokenFacts(
                operation, actor, now, Optional.empty(), Optional.empty(), Optional.empty(), Duration.ZERO, List.of());
    }

    /** The same about a token, if the organization has it. */
    public TokenFacts about(long number, Optional<AccessToken> found) {
        return new TokenFacts(operation, actor, now, Optional.of(number), found, wish, grace, ofUser);
    }

    /** The same about a token to be made. */
    public TokenFacts wishing(TokenWish wanted, List<Membership> membershipsOfUser) {
        return new TokenFacts(operation, actor, now, id, token, Optional.of(wanted), grace, membershipsOfUser);
    }

    /** The same with a time for which the token goes on to work. */
    public TokenFacts within(Duration wanted) {
        return new TokenFacts(operation, actor, now, id, token, wish, wanted, ofUser);
    }

    boolean isOwner() {
        return actor.may(Role.OWNER);
    }

    /** The user whose token is wanted. */
    Optional<Long> user() {
        return wish.flatMap(TokenWish::user);
    }

    boolean isUserAMember() {
        return ofUser.stream().anyMatch(membership -> membership.organization() == actor.organization());
    }
}
