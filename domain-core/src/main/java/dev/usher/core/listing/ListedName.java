package dev.usher.core.listing;

import dev.usher.core.rule.OutsideText;

/**
 * A name as lists look for it and sort it: without regard to case, in the order of Unicode's code points.
 *
 * <p>It is kept in an alphabet of its own, so that every store sorts it alike, whether it compares UTF-16 units or bytes
 * of UTF-8. Code points up to U+BFFF stand for themselves; a later one is a unit that leads (from U+D000 on) and one
 * that follows (U+C000 to U+CFFF). A text contains another exactly when its listed form contains the other's.
 *
 * <pre>
 *   'k', U+006B     ->  U+006B
 *   U+1F3AB         ->  U+D000 + (0x1F3AB - 0xC000 >> 12), U+C000 + (0x1F3AB - 0xC000 and 0xFFF)
 * </pre>
 */
public final class ListedName {
    private static final int FOLLOWING = 0xC000;
    private static final int LEADING = 0xD000;

    /** How long the listed form of a name may become, in UTF-16 units. */
    public static final int LONGEST = 2 * OutsideText.LONGEST_NAME;

    private ListedName() {}

    /** The form in which names are compared. */
    public static String of(String name) {
        StringBuilder listed = new StringBuilder(name.length());
        name.codePoints().map(ListedName::folded).forEach(point -> {
            if (point < FOLLOWING) {
                listed.append((char) point);
            } else {
                listed.append((char) (LEADING + ((point - FOLLOWING) >> 12)))
                        .append((char) (FOLLOWING + ((point - FOLLOWING) & 0xFFF)));
            }
        });
        return listed.toString();
    }

    /** True when the part stands somewhere in the name, whatever the case. */
    public static boolean contains(String name, String part) {
        return of(name).contains(of(part));
    }

    // Point by point, because what a letter becomes must not hang on its neighbours: a sigma ends a word or does not.
    private static int folded(int point) {
        return Character.toLowerCase(Character.toUpperCase(point));
    }
}
