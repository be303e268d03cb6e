package dev.usher.app;

import dev.usher.core.access.TokenSecret;
import dev.usher.core.access.TokenWish;
import dev.usher.core.adapter.StoreHeld;
import dev.usher.core.rule.Outcome;
import dev.usher.core.service.EventStatistics;
import dev.usher.core.service.Inspection;
import dev.usher.core.service.StatisticsAsOf;
import dev.usher.core.service.StatisticsSeries;
import dev.usher.core.statistics.AsOfQuestion;
import dev.usher.core.statistics.OperationIntake;
import dev.usher.core.statistics.SeriesQuestion;
import dev.usher.core.statistics.StatisticsQuestion;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the commands ask of Usher, whether the store is opened here or a running service has it.
 *
 * <p>Whoever is at the command line is the operator and may act for any organization that is there, named by its external
 * id; the default one is made when it is needed first. A store or service that cannot be reached is a {@link dev.usher.core.store.StoreUnavailable}.
 */
interface Engine extends AutoCloseable {

    /** Opens the store, or goes through the service that holds it. */
    static Engine open(Composition composition) {
        try {
            return LocalEngine.over(composition);
        } catch (StoreHeld held) {
            return RemoteEngine.beside(held);
        }
    }

    /** Takes operations for an organization, which is made when there is none yet. */
    Outcome<OperationIntake> intake(String organization);

    /** The statistics of each event asked for, in the order asked. */
    Outcome<List<EventStatistics>> statistics(String organization, StatisticsQuestion question);

    /** One event's statistics as of an instant, and what they were made from. */
    Outcome<StatisticsAsOf> statistics(String organization, AsOfQuestion question);

    /** One event's statistics over time. */
    Outcome<StatisticsSeries> series(String organization, SeriesQuestion question);

    /** Makes a token for an organization. */
    Outcome<Issued> createToken(String organization, TokenWish wish);

    /**
     * Makes a token with a new secret in place of one of an organization.
     *
     * @param grace how long the old one works on
     * @param expiresAt when the new one ends; when empty, it has as long a life as the old one was given
     */
    Outcome<Issued> rotateToken(String organization, long id, Duration grace, Optional<Instant> expiresAt);

    /** All tokens of an organization, revoked ones too. */
    Outcome<List<Token>> tokens(String organization);

    /** Revokes a token of an organization. */
    Outcome<Long> revokeToken(String organization, long id);

    /** Organizations and the people in them. */
    Administration administration();

    /** Verifies the whole store. */
    Inspection.Report inspect();

    @Override
    void close();

    /**
     * A token as it is listed.
     *
     * @param id by which it is revoked
     * @param role the word for the rights it gives
     * @param label what its owner calls it; may be empty
     * @param user number of the user whose token it is; empty when it is nobody's own
     * @param createdAt when it was made
     * @param expiresAt when it stops working by itself; empty when it has no end
     * @param revokedAt when it was revoked; empty when it was not
     */
    record Token(
            String id,
            String role,
            String label,
            Optional<String> user,
            Instant createdAt,
            Optional<Instant> expiresAt,
            Optional<Instant> revokedAt) {}

    /**
     * A token just made.
     *
     * @param token as it is listed from now on
     * @param secret what its bearer presents; shown only now
     */
    record Issued(Token token, TokenSecret secret) {}
}
