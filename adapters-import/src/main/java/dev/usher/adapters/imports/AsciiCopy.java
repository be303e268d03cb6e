package dev.usher.adapters.imports;

import dev.usher.core.statistics.AsciiText;

/** The value of one member of a row as bytes, where it is short and plain ASCII; used again for each row. */
final class AsciiCopy {
    private static final int LONGEST = 64;

    private final byte[] bytes = new byte[LONGEST];
    private final AsciiText text = new AsciiText(bytes);

    /** The text of these characters; it holds only until the next call. */
    CharSequence of(char[] characters, int from, int length) {
        if (length > LONGEST) {
            return new String(characters, from, length);
        }
        int odd = 0;
        for (int at = 0; at < length; at++) {
            char character = characters[from + at];
            bytes[at] = (byte) character;
            // Negative for U+0000 and for what is beyond U+007F.
            odd |= (character - 1) | (0x7F - character);
        }
        if (odd < 0) {
            return new String(characters, from, length);
        }
        text.moveTo(0, length);
        return text;
    }
}
