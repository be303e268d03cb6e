package dev.usher.core.access;

import dev.usher.core.rule.OutsideText;
import java.util.Locale;
import java.util.regex.Pattern;

/** What the address of a person must look like, so that a letter may reach it. */
public final class EmailAddress {
    /** What is right, in words. */
    public static final String EXPECTED = "an e-mail address such as kim@example.com, of at most 254 characters";

    private static final int LONGEST = 254;
    private static final Pattern FORM =
            Pattern.compile("[^\\s\\p{Cntrl}@]{1,64}@[^\\s\\p{Cntrl}@.]+(\\.[^\\s\\p{Cntrl}@.]+)*");

    private EmailAddress() {}

    /** True when it has the form of an address. */
    public static boolean isValid(String text) {
        return text.length() <= LONGEST
                && OutsideText.isWritable(text)
                && FORM.matcher(text).matches();
    }

    /** An address as it is kept and compared: in small letters, without blanks around it. */
    public static String folded(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }
}
