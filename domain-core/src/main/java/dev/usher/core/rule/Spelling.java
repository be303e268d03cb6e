package dev.usher.core.rule;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Guesses which known word somebody meant who wrote another, so that a message can say so. */
public final class Spelling {
    /** What is longer than any word is not compared, for that costs the product of both lengths. */
    private static final int LONGEST_GUESSED = 64;

    private Spelling() {}

    /** The known word that is nearest to the one written, where it is near enough to be meant. */
    public static Optional<String> nearest(String written, Collection<String> known) {
        return closest(written, known)
                .filter(word -> distance(bare(written), bare(word)) <= Math.max(1, word.length() / 3));
    }

    /** The known word that is nearest, however far, the first in order among equals; empty when none is known. */
    public static Optional<String> closest(String written, Collection<String> known) {
        if (written.length() > LONGEST_GUESSED) {
            return Optional.empty();
        }
        String bare = bare(written);
        return known.stream()
                .min(Comparator.<String>comparingInt(word -> distance(bare, bare(word)))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** Without case and without what only joins words. */
    private static String bare(String word) {
        return word.toLowerCase(Locale.ROOT).replaceAll("[_.\\- \\[\\]]", "");
    }

    /** How many letters must be put in, taken out or changed: Levenshtein's distance, kept in one row of his table. */
    static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int column = 0; column < row.length; column++) {
            row[column] = column;
        }
        for (int line = 1; line <= one.length(); line++) {
            int diagonal = row[0];
            row[0] = line;
            for (int column = 1; column < row.length; column++) {
                int changed = diagonal + (one.charAt(line - 1) == other.charAt(column - 1) ? 0 : 1);
                diagonal = row[column];
                row[column] = Math.min(changed, 1 + Math.min(diagonal, row[column - 1]));
            }
        }
        return row[other.length()];
    }
}
