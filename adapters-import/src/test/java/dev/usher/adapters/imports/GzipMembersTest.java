package dev.usher.adapters.imports;

import static dev.usher.adapters.imports.Imported.HEADER;
import static dev.usher.adapters.imports.Imported.row;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GzipMembersTest {

    @TempDir
    Path folder;

    @Test
    void aGzipFileIsKnownByItsFirstBytesWhateverItsName() throws IOException {
        byte[] packed = gzip(HEADER + row("a"));

        assertThat(Imported.bytes(packed).tickets()).containsExactly("a");
        assertThat(file("rows.csv.gz", packed).tickets()).containsExactly("a");
        assertThat(file("rows.csv", packed).tickets()).containsExactly("a");
    }

    @Test
    void severalMembersAreReadAsOneFile() throws IOException {
        byte[] packed = concat(gzip(HEADER + row("a") + "e,"), gzip(""), gzip("b,issued,2025-05-21T06:00:00Z,\n"));

        assertThat(Imported.bytes(packed).tickets()).containsExactly("a", "b");
        assertThat(Imported.bytes(concat(packed, new byte[512])).codes()).isEmpty();
    }

    @Test
    void severalMembersAreReadFromASourceThatTrickles() throws IOException {
        byte[] packed = concat(gzip(HEADER + row("a")), gzip(row("b")));

        Imported imported =
                Imported.stream(new DecodedTextProperties.Trickle(packed, 1), Optional.empty(), Optional.empty());

        assertThat(imported.tickets()).containsExactly("a", "b");
    }

    @Test
    void anOptionalHeaderIsSkipped() throws IOException {
        byte[] plain = gzip(HEADER + row("a"));
        byte[] start = {0x1f, (byte) 0x8b, 8, 4 | 8 | 16 | 2, 0, 0, 0, 0, 0, 0, 3, 0, 9, 9, 9, 'n', 0, 'c', 0, 7, 7};

        assertThat(Imported.bytes(concat(start, Arrays.copyOfRange(plain, 10, plain.length)))
                        .tickets())
                .containsExactly("a");
    }

    @Test
    void aNameThatLiesIsAFault() throws IOException {
        assertThat(file("rows.csv.gz", (HEADER + row("a")).getBytes(UTF_8)).codes())
                .containsExactly("NOT_GZIP");
        assertThat(file("rows.csv.gz", "ev".getBytes(UTF_8)).message()).contains("65 76", "1F 8B");
        assertThat(file("empty.csv.gz", new byte[0]).message()).contains("is empty");
    }

    @Test
    void aTruncatedFileGivesWhatStoodBeforeTheEndAndNamesThePlace() throws IOException {
        byte[] packed = gzip(HEADER + rows(5_000));
        byte[] cut = Arrays.copyOf(packed, packed.length / 2);

        Imported imported = Imported.bytes(cut);

        assertThat(imported.codes()).containsExactly("BROKEN_GZIP");
        assertThat(imported.message()).contains("at byte " + cut.length, "ends in the middle");
        assertThat(imported.operations()).hasSizeBetween(1_500, 4_000);
        assertThat(imported.report().refused()).isZero();
    }

    @Test
    void everyTruncationIsAFaultAndNeverASilentEnd() throws IOException {
        byte[] packed = concat(gzip(HEADER + row("a")), gzip(row("b")));
        int firstMember = gzip(HEADER + row("a")).length;

        for (int length = 2; length < packed.length; length++) {
            if (length != firstMember) {
                assertThat(Imported.bytes(Arrays.copyOf(packed, length)).codes())
                        .as("cut to %d bytes", length)
                        .containsExactly("BROKEN_GZIP");
            }
        }
    }

    @Test
    void damagedDataIsNamedWithAPlaceNotFarBehindTheDamage() throws IOException {
        byte[] packed = gzip(HEADER + rows(20_000));
        int damage = packed.length / 2;
        Arrays.fill(packed, damage, damage + 64, (byte) 0xff);

        Imported imported = Imported.bytes(packed);

        assertThat(imported.codes()).containsExactly("BROKEN_GZIP");
        long place = Long.parseLong(imported.message().replaceAll(".* at byte (\\d+).*", "$1"));
        assertThat(place).isGreaterThanOrEqualTo(damage);
        assertThat(imported.operations()).isNotEmpty();
    }

    @Test
    void aChecksumOrLengthThatDoesNotMatchIsAFault() throws IOException {
        byte[] packed = gzip(HEADER + row("a"));
        for (int fromEnd : new int[] {1, 5}) {
            byte[] changed = packed.clone();
            changed[packed.length - fromEnd] ^= 1;

            assertThat(Imported.bytes(changed).codes()).containsExactly("BROKEN_GZIP");
            assertThat(Imported.bytes(changed).message()).contains("does not match");
        }
    }

    @Test
    void somethingElseBehindTheLastMemberIsAFaultAtItsPlace() throws IOException {
        byte[] packed = gzip(HEADER + row("a"));

        Imported imported = Imported.bytes(concat(packed, "rest".getBytes(UTF_8)));

        assertThat(imported.tickets()).containsExactly("a");
        assertThat(imported.message()).contains("at byte " + packed.length, "72 65");
    }

    private Imported file(String name, byte[] content) throws IOException {
        Path file = folder.resolve(name);
        Files.write(file, content);
        return Imported.files(Optional.empty(), file);
    }

    private static String rows(int count) {
        Random chance = new Random(7);
        StringBuilder rows = new StringBuilder();
        for (int row = 0; row < count; row++) {
            rows.append(row(row + "-" + Long.toHexString(chance.nextLong())));
        }
        return rows.toString();
    }

    static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(text.getBytes(UTF_8));
        }
        return packed.toByteArray();
    }

    private static byte[] concat(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
