package dev.usher.core.rule;

/** What any text that came from outside must be like, and how it is shown in a message. */
public final class OutsideText {

    /** The longest name of anything, in characters (UTF-16 units). */
    public static final int LONGEST_NAME = 255;

    private static final int LONGEST_SHOWN = 60;

    private OutsideText() {}

    /** True when every database and encoding can keep the text: no U+0000 and no half of a surrogate pair. */
    public static boolean isWritable(String text) {
        int length = text.length();
        for (int at = 0; at < length; at++) {
            char character = text.charAt(at);
            if (character == 0) {
                return false;
            }
            if (Character.isSurrogate(character)) {
                boolean pair = Character.isHighSurrogate(character)
                        && at + 1 < length
                        && Character.isLowSurrogate(text.charAt(at + 1));
                if (!pair) {
                    return false;
                }
                at++;
            }
        }
        return true;
    }

    /** True when the text can be kept and is not too long for a name; it may be empty. */
    public static boolean isName(String text) {
        return text.length() <= LONGEST_NAME && isWritable(text);
    }

    /** The text fit for a message: cut where it is long, what cannot be shown or written made visible. */
    public static String shown(String text) {
        String cut = text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "…";
        return cut.codePoints()
                .map(point -> Character.isISOControl(point) || isHalfAPair(point) ? 0xFFFD : point)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isHalfAPair(int point) {
        return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
    }
}
