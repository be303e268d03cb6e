package dev.usher.adapters.http;

import java.util.Locale;

/** What a client says it can read, from its {@code Accept} and {@code Accept-Encoding} headers (RFC 9110, section 12.5). */
final class Preference {
    private static final String JSON = "application/json";

    private Preference() {}

    /** True unless the {@code Accept} header leaves no room for JSON; the most specific range that fits decides. */
    static boolean admitsJson(String accept) {
        if (accept.equals("*/*") || accept.equals(JSON)) {
            return true;
        }
        int specificity = 0;
        boolean admitted = false;
        for (String part : accept.split(",", -1)) {
            String range = value(part);
            int fits = range.equals(JSON) ? 3 : range.equals("application/*") ? 2 : range.equals("*/*") ? 1 : 0;
            if (fits > specificity || (fits > 0 && fits == specificity && !admitted)) {
                specificity = fits;
                admitted = isWanted(part);
            }
        }
        return admitted || accept.isBlank();
    }

    /** True when the {@code Accept-Encoding} header asks for gzip, by name or by {@code *}. */
    static boolean asksForGzip(String acceptEncoding) {
        boolean byStar = false;
        for (String part : acceptEncoding.split(",", -1)) {
            String coding = value(part);
            if (coding.equals("gzip") || coding.equals("x-gzip")) {
                return isWanted(part);
            }
            byStar |= coding.equals("*") && isWanted(part);
        }
        return byStar;
    }

    /** The part of a list element before its parameters, in lower case. */
    static String value(String part) {
        int parameters = part.indexOf(';');
        return (parameters < 0 ? part : part.substring(0, parameters)).strip().toLowerCase(Locale.ROOT);
    }

    /** False when the element's weight is zero. */
    private static boolean isWanted(String part) {
        String[] parameters = part.split(";", -1);
        for (int at = 1; at < parameters.length; at++) {
            String parameter = parameters[at].strip().toLowerCase(Locale.ROOT);
            if (parameter.startsWith("q=")) {
                return !parameter.substring(2).strip().matches("0(\\.0*)?");
            }
        }
        return true;
    }
}
