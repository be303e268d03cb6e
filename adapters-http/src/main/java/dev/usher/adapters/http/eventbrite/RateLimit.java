package dev.usher.adapters.http.eventbrite;

import dev.usher.core.access.TokenDigest;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Counts the calls of each token, hour by hour: an hour begins with a token's first call.
 *
 * <p>What is counted is what this node has answered. Tokens are told apart by their digests, of which so many are remembered
 * at the most; beyond that, those whose hour is over are forgotten.
 */
final class RateLimit {
    private static final long HOUR_MILLIS = 3_600_000;
    private static final int MOST_REMEMBERED = 50_000;

    private final long callsPerHour;
    private final InstantSource clock;
    private final Map<TokenDigest, Hour> hours = new ConcurrentHashMap<>();

    /** One token's hour: when it began, and how many calls it has seen. */
    private record Hour(long beganMillis, long calls) {}

    /**
     * Where a token stands after a call.
     *
     * @param calls how many it has made within its hour, this one included
     * @param limit how many it may make; 0 for any number
     * @param resetSeconds when its next hour may begin
     */
    record Standing(long calls, long limit, long resetSeconds) {
        boolean isExceeded() {
            return limit > 0 && calls > limit;
        }

        /** As it stands in a header. */
        String written(String token) {
            return "token:" + token + " " + Math.min(calls, limit) + "/" + limit + " reset=" + resetSeconds + "s";
        }
    }

    @Inject
    RateLimit(EventbriteSettings settings, InstantSource clock) {
        this.callsPerHour = settings.callsPerHour();
        this.clock = clock;
    }

    /** True when calls are counted at all. */
    boolean isSet() {
        return callsPerHour > 0;
    }

    /** Counts a call. */
    Standing count(TokenDigest token) {
        long now = clock.millis();
        if (hours.size() >= MOST_REMEMBERED) {
            hours.values().removeIf(hour -> isOver(hour, now));
        }
        Hour hour = hours.merge(
                token,
                new Hour(now, 1),
                (known, first) -> isOver(known, now) ? first : new Hour(known.beganMillis(), known.calls() + 1));
        long resetMillis = hour.beganMillis() + HOUR_MILLIS - now;
        return new Standing(hour.calls(), callsPerHour, Math.max(1, (resetMillis + 999) / 1_000));
    }

    private static boolean isOver(Hour hour, long now) {
        return now - hour.beganMillis() >= HOUR_MILLIS;
    }
}
