package dev.usher.adapters.imports;

/**
 * Tells lines that say nothing from rows, the same way in every format: a blank is any character up to U+0020, so a space,
 * a tab, and U+0000 too.
 */
final class Blanks {
    private Blanks() {}

    /** True when nothing but blanks stands among these characters. */
    static boolean isBlank(char[] characters, int from, int length) {
        for (int at = from; at < from + length; at++) {
            if (!isBlank(characters[at])) {
                return false;
            }
        }
        return true;
    }

    /** True when nothing but blanks stands among these bytes of a text in UTF-8. */
    static boolean isBlank(byte[] bytes, int from, int length) {
        for (int at = from; at < from + length; at++) {
            if (!isBlank(bytes[at] & 0xFF)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isBlank(int character) {
        return character <= ' ';
    }
}
