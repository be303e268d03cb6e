package dev.usher.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EntityTagTest {

    @Test
    void bodiesThatDifferInOneBitHaveDifferentTags() {
        byte[] body = "[{\"eventId\":\"gala\",\"totalTickets\":3}]".getBytes(StandardCharsets.UTF_8);
        Set<EntityTag> tags = new HashSet<>();
        tags.add(EntityTag.of(body));
        for (int bit = 0; bit < body.length * 8; bit++) {
            byte[] other = body.clone();
            other[bit / 8] ^= (byte) (1 << bit % 8);
            tags.add(EntityTag.of(other));
        }
        assertThat(tags).hasSize(body.length * 8 + 1);
    }

    @Test
    void bodiesOfZerosDifferByTheirLength() {
        Set<EntityTag> tags = new HashSet<>();
        for (int length = 0; length < 100; length++) {
            tags.add(EntityTag.of(new byte[length]));
        }
        assertThat(tags).hasSize(100);
    }

    @Test
    void theSameBodyHasTheSameTag() {
        assertThat(EntityTag.of(new byte[] {1, 2, 3})).isEqualTo(EntityTag.of(new byte[] {1, 2, 3}));
    }
}
