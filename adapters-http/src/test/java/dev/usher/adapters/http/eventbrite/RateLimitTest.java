package dev.usher.adapters.http.eventbrite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.core.access.TokenDigest;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** A token's calls are counted within its hour. */
class RateLimitTest {
    private static final TokenDigest ONE = TokenDigest.of("one");
    private static final TokenDigest OTHER = TokenDigest.of("other");

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
    private final RateLimit limit = new RateLimit(new EventbriteSettings(2, Optional.empty()), now::get);

    @Test
    void whoHasUsedUpTheHourWaits() {
        assertThat(limit.count(ONE).isExceeded()).isFalse();
        assertThat(limit.count(ONE).isExceeded()).isFalse();
        assertThat(limit.count(ONE).isExceeded()).isTrue();
        assertThat(limit.count(OTHER).isExceeded()).isFalse();
    }

    @Test
    void anHourBeginsWithTheFirstCall() {
        limit.count(ONE);
        now.set(Instant.ofEpochSecond(3_599));
        assertThat(limit.count(ONE)).isEqualTo(new RateLimit.Standing(2, 2, 1));
        now.set(Instant.ofEpochSecond(3_600));
        assertThat(limit.count(ONE)).isEqualTo(new RateLimit.Standing(1, 2, 3_600));
    }

    @Test
    void theHeaderTellsWhereATokenStands() {
        now.set(Instant.ofEpochSecond(0));
        limit.count(ONE);
        now.set(Instant.ofEpochSecond(6));
        assertThat(limit.count(ONE).written("abc")).isEqualTo("token:abc 2/2 reset=3594s");
    }

    @Test
    void zeroIsNoLimit() {
        RateLimit none = new RateLimit(new EventbriteSettings(0, Optional.empty()), now::get);
        assertThat(none.isSet()).isFalse();
        assertThat(none.count(ONE).isExceeded()).isFalse();
    }
}
