package dev.usher.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * The hash is SipHash-1-3 with 128 bits over the bytes of a name: the same as a plain one whose rounds can be chosen, which
 * is proved by the vectors that SipHash's authors published for 2-4 and the key 00..0f.
 */
class NameHashTest {
    private static final NameKey REFERENCE_KEY = new NameKey(0x0706050403020100L, 0x0f0e0d0c0b0a0908L);

    @Test
    void thePlainHashAgreesWithTheReference() {
        assertThat(PlainSipHash.of(2, 4, REFERENCE_KEY, new byte[0])).isEqualTo("a3817f04ba25a8e66df67214c7550293");
        assertThat(PlainSipHash.of(2, 4, REFERENCE_KEY, new byte[] {0})).isEqualTo("da87c1d86b99af44347659119b22fc45");
        assertThat(PlainSipHash.of(2, 4, REFERENCE_KEY, new byte[] {0, 1}))
                .isEqualTo("8177228da4a45dc7fca38bdef60affe4");
    }

    @Test
    void agreesWithThePlainHashForAnyBytesAnywhere() {
        Random random = new Random(11);
        NameHash hash = new NameHash(REFERENCE_KEY);
        for (int length = 0; length < 800; length++) {
            byte[] bytes = new byte[length + 20];
            random.nextBytes(bytes);
            int from = random.nextInt(8);
            assertThat(bytes(hash.hash(bytes, from, from + length)))
                    .as("%d bytes", length)
                    .isEqualTo(PlainSipHash.of(1, 3, REFERENCE_KEY, Arrays.copyOfRange(bytes, from, from + length)));
        }
    }

    @Test
    void aNameIsHashedAsItIsStored() {
        NameHash hash = new NameHash(REFERENCE_KEY);
        String uuid = "8f14e45f-ceea-467f-a4c2-0123456789ab";
        for (String name : List.of("gate 3", "", "Zürich 🎫", uuid, uuid.toUpperCase(Locale.ROOT), "x".repeat(36))) {
            Output code = new Output(0);
            NameCode.write(name, code);
            String expected = PlainSipHash.of(1, 3, REFERENCE_KEY, code.toBytes());
            assertThat(bytes(hash.hash(name))).as(name).isEqualTo(expected);
            if (name.chars().allMatch(character -> character < 128)) {
                byte[] row = ("," + name + ",").getBytes(StandardCharsets.US_ASCII);
                AsciiText slice = new AsciiText(row);
                slice.moveTo(1, row.length - 1);
                assertThat(bytes(hash.hash(slice))).as(name).isEqualTo(expected);
            }
        }
    }

    @Test
    void isUsedAgainWithoutTraceOfTheNameBefore() {
        NameHash hash = new NameHash(REFERENCE_KEY);
        String expected = bytes(new NameHash(REFERENCE_KEY).hash(""));
        for (String before : List.of("", "a", "abcd", "abcdefgh", "a much longer name than eight bytes")) {
            hash.hash(before);
            assertThat(bytes(hash.hash(""))).as("after '%s'", before).isEqualTo(expected);
        }
    }

    @Test
    void everyUnitAtEveryPlaceMatters() {
        Set<String> seen = new HashSet<>();
        NameHash hash = new NameHash(REFERENCE_KEY);
        int names = 0;
        for (int length = 0; length <= 12; length++) {
            char[] name = "a".repeat(length).toCharArray();
            seen.add(bytes(hash.hash(new String(name))));
            names++;
            for (int at = 0; at < length; at++) {
                for (char other : new char[] {'b', 'á', '\u6100', '\0'}) {
                    name[at] = other;
                    seen.add(bytes(hash.hash(new String(name))));
                    names++;
                }
                name[at] = 'a';
            }
        }
        assertThat(seen).hasSize(names);
    }

    @Test
    void anotherKeyGivesAnotherHash() {
        Set<String> seen = new HashSet<>();
        for (NameKey key : List.of(
                REFERENCE_KEY,
                new NameKey(REFERENCE_KEY.first() ^ 1, REFERENCE_KEY.second()),
                new NameKey(REFERENCE_KEY.first(), REFERENCE_KEY.second() ^ 1),
                new NameKey(REFERENCE_KEY.second(), REFERENCE_KEY.first()))) {
            seen.add(bytes(new NameHash(key).hash("ticket 1")));
        }
        assertThat(seen).hasSize(4);
    }

    @Test
    void onlyTheUnknownDeviceIsZeroAndEveryOtherIsPositive() {
        NameHash hash = new NameHash(REFERENCE_KEY);
        assertThat(hash.device("")).isZero();
        Random random = new Random(7);
        for (int count = 0; count < 10_000; count++) {
            String name = "device " + random.nextLong();
            assertThat(hash.device(name)).as(name).isPositive();
        }
    }

    @Test
    void aKeyIsDrawnFromChanceAndHidden() {
        NameKey key = NameKey.drawnFrom(new Random(1));
        assertThat(key).isNotEqualTo(NameKey.drawnFrom(new Random(2)));
        assertThat(key.toString()).doesNotContain(Long.toString(key.first())).contains("hidden");
    }

    private static String bytes(NameHash hash) {
        ByteBuffer bytes = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putLong(hash.high()).putLong(hash.low());
        return HexFormat.of().formatHex(bytes.array());
    }
}
