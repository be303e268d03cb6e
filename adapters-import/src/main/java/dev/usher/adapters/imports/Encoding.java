package dev.usher.adapters.imports;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * How the characters of a file are written as bytes.
 *
 * @param charset the character encoding
 * @param markLength bytes of the byte order mark in front of the text; 0 when there is none
 */
record Encoding(Charset charset, int markLength) {
    /** So many first bytes are enough to recognise any encoding. */
    static final int BYTES_LOOKED_AT = 64;

    private static final Charset UTF_32LE = Charset.forName("UTF-32LE");
    private static final Charset UTF_32BE = Charset.forName("UTF-32BE");
    private static final List<Mark> MARKS = List.of(
            new Mark(StandardCharsets.UTF_8, List.of(0xef, 0xbb, 0xbf)),
            new Mark(UTF_32BE, List.of(0, 0, 0xfe, 0xff)),
            new Mark(UTF_32LE, List.of(0xff, 0xfe, 0, 0)),
            new Mark(StandardCharsets.UTF_16BE, List.of(0xfe, 0xff)),
            new Mark(StandardCharsets.UTF_16LE, List.of(0xff, 0xfe)));

    private record Mark(Charset charset, List<Integer> bytes) {
        boolean opens(byte[] start, int length) {
            for (int at = 0; at < bytes.size(); at++) {
                if (at >= length || (start[at] & 0xff) != bytes.get(at)) {
                    return false;
                }
            }
            return true;
        }
    }

    /**
     * The encoding that was said, or else the one that the first bytes show, or else UTF-8.
     *
     * <p>A byte order mark of the encoding itself never becomes part of the text. The mere word UTF-16 leaves the order
     * of the bytes to the file, and means the big end first when the file does not tell.
     */
    static Encoding of(byte[] start, int length, Optional<Charset> said) {
        Encoding shown = shownBy(start, length);
        if (said.isEmpty() || said.get().equals(shown.charset)) {
            return shown;
        }
        if (said.get().equals(StandardCharsets.UTF_16)) {
            boolean isUtf16 = shown.charset.name().startsWith("UTF-16");
            return isUtf16 ? shown : new Encoding(StandardCharsets.UTF_16BE, 0);
        }
        return new Encoding(said.get(), 0);
    }

    private static Encoding shownBy(byte[] start, int length) {
        for (Mark mark : MARKS) {
            if (mark.opens(start, length)) {
                return new Encoding(mark.charset, mark.bytes.size());
            }
        }
        if (isNulInEvery(1, start, length)) {
            return new Encoding(StandardCharsets.UTF_16LE, 0);
        }
        if (isNulInEvery(0, start, length)) {
            return new Encoding(StandardCharsets.UTF_16BE, 0);
        }
        return new Encoding(StandardCharsets.UTF_8, 0);
    }

    /** A header line or the start of an object is plain ASCII, which UTF-16 fills up with a NUL in every other place. */
    private static boolean isNulInEvery(int place, byte[] start, int length) {
        int looked = Math.min(length, 16);
        for (int at = 0; at + 1 < looked; at += 2) {
            if (start[at + place] != 0 || start[at + 1 - place] == 0) {
                return false;
            }
        }
        return looked >= 4;
    }
}
