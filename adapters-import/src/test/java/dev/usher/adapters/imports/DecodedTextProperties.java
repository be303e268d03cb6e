package dev.usher.adapters.imports;

import static dev.usher.adapters.imports.Imported.HEADER;
import static dev.usher.adapters.imports.Imported.object;
import static dev.usher.adapters.imports.Imported.row;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.core.adapter.ImportRequest.Format;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class DecodedTextProperties {
    /** Bytes that stand nowhere in UTF-8. */
    private static final byte[] NEVER = {(byte) 0xff, (byte) 0xfe, (byte) 0xc0, (byte) 0xf8};

    @Property(tries = 500)
    void theFirstBytesThatAreNoTextAreNamedAndEveryRowWhollyBeforeThemIsRead(
            @ForAll @IntRange(min = 1, max = 3_000) int rows,
            @ForAll Format format,
            @ForAll double place,
            @ForAll @IntRange(min = 0, max = 3) int kind,
            @ForAll @IntRange(min = 1, max = 70_000) int mostARead) {
        List<String> pieces = pieces(rows, format);
        byte[] good = String.join("", pieces).getBytes(UTF_8);
        int at = atCharacterStart(good, (int) (Math.abs(place % 1) * good.length));
        byte[] bad = inserted(good, at, NEVER[kind]);

        Imported imported = Imported.stream(new Trickle(bad, mostARead), Optional.of(format), Optional.empty());

        assertThat(imported.codes()).containsExactly("INVALID_ENCODING");
        assertThat(imported.message())
                .startsWith("at byte " + at + " stands ")
                .contains(String.format("%02X", NEVER[kind]));
        assertThat(imported.operations()).hasSize(wholeBefore(pieces, at));
        assertThat(imported.report().refused()).isZero();
    }

    @Property(tries = 200)
    void aCharacterThatTheFileEndsInTheMiddleOfIsNamed(@ForAll @IntRange(min = 1, max = 3) int bytesKept) {
        byte[] good = (HEADER + row("a") + "e,🎫").getBytes(UTF_8);
        int start = good.length - 4;

        Imported imported = Imported.bytes(Arrays.copyOf(good, start + bytesKept));

        assertThat(imported.message()).startsWith("at byte " + start + " stands F0");
        assertThat(imported.tickets()).containsExactly("a");
    }

    private static List<String> pieces(int rows, Format format) {
        List<String> pieces = new ArrayList<>();
        pieces.add(
                switch (format) {
                    case CSV -> HEADER;
                    case NDJSON -> "";
                    case JSON -> "[";
                });
        for (int row = 0; row < rows; row++) {
            String ticket = "Tíckét-🎫-" + row;
            pieces.add(
                    switch (format) {
                        case CSV -> row(ticket);
                        case NDJSON -> object(ticket) + "\n";
                        case JSON -> (row == 0 ? "" : ",") + object(ticket);
                    });
        }
        pieces.add(format == Format.JSON ? "]" : "");
        return pieces;
    }

    /** Rows that end at or before the place; the first piece is no row. */
    private static int wholeBefore(List<String> pieces, int place) {
        int end = pieces.get(0).getBytes(UTF_8).length;
        int rows = 0;
        for (String row : pieces.subList(1, pieces.size() - 1)) {
            end += row.getBytes(UTF_8).length;
            rows += end <= place ? 1 : 0;
        }
        return rows;
    }

    private static int atCharacterStart(byte[] text, int place) {
        int at = place;
        while (at > 0 && (text[at] & 0xc0) == 0x80) {
            at--;
        }
        return at;
    }

    private static byte[] inserted(byte[] text, int at, byte bad) {
        byte[] longer = new byte[text.length + 1];
        System.arraycopy(text, 0, longer, 0, at);
        longer[at] = bad;
        System.arraycopy(text, at, longer, at + 1, text.length - at);
        return longer;
    }

    /** Gives its bytes in small portions, as pipes do. */
    static final class Trickle extends InputStream {
        private final InputStream all;
        private final int most;

        Trickle(byte[] all, int most) {
            this.all = new ByteArrayInputStream(all);
            this.most = most;
        }

        @Override
        public int read() throws IOException {
            return all.read();
        }

        @Override
        public int read(byte[] target, int from, int length) throws IOException {
            return all.read(target, from, Math.min(length, most));
        }
    }
}
