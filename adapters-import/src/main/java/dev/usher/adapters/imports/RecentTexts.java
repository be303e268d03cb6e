package dev.usher.adapters.imports;

import java.util.Arrays;

/**
 * Remembers some of the last texts of a column, so that one which comes again and again, such as an event's id, is made
 * only once. It is small and forgets freely.
 */
final class RecentTexts {
    private static final int SLOTS = 256;

    private final char[][] characters = new char[SLOTS][0];
    private final String[] texts = new String[SLOTS];

    RecentTexts() {
        Arrays.fill(texts, "");
    }

    String text(char[] buffer, int from, int length) {
        if (length == 0) {
            return "";
        }
        int to = from + length;
        int slot = (buffer[from] * 7 + buffer[from + length / 2] * 31 + buffer[to - 1] * 131 + length) & (SLOTS - 1);
        char[] known = characters[slot];
        if (!Arrays.equals(known, 0, known.length, buffer, from, to)) {
            characters[slot] = Arrays.copyOfRange(buffer, from, to);
            texts[slot] = new String(buffer, from, length);
        }
        return texts[slot];
    }
}
