package dev.usher.core.rule;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What stands in angle brackets in a table of witnesses, since it cannot be written there. */
public final class Spelt {
    private static final Pattern LETTERS = Pattern.compile("<([0-9]+) letters>");
    private static final Pattern CHARACTER = Pattern.compile("<U\\+([0-9A-F]+)>");

    private Spelt() {}

    /** The text that a cell stands for. */
    public static String out(String cell) {
        Matcher letters = LETTERS.matcher(cell);
        if (letters.matches()) {
            return "x".repeat(Integer.parseInt(letters.group(1)));
        }
        Matcher character = CHARACTER.matcher(cell);
        if (character.matches()) {
            return Character.toString(Integer.parseInt(character.group(1), 16));
        }
        return cell.equals("<blank>") ? " " : cell;
    }
}
