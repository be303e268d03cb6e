package dev.usher.adapters.http;

import static dev.usher.core.rule.RuleKind.SHAPE;
import static dev.usher.core.rule.RuleKind.STATE;

import dev.usher.core.rule.Outcome;
import dev.usher.core.rule.OutsideText;
import dev.usher.core.rule.RuleKind;
import dev.usher.core.rule.Violation;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The tag of a thing that has a version, by which a client says which state of it a change was made for.
 *
 * <p>It stands in {@code ETag} of an answer and in {@code If-Match} of a change; a thing that has another version by then is
 * left as it is. Behind the version stands a check of the body, for time alone changes some of what is told of an event.
 */
final class VersionTag {
    private static final Pattern OURS = Pattern.compile("\"([0-9]{1,18})(-[0-9a-f]{16}(-gzip)?)?\"");
    private static final String WEAK = "W/";

    private VersionTag() {}

    /** The tag of a body that tells of a thing of this version. */
    static EntityTag of(long version, byte[] body) {
        return EntityTag.of(body).after(Long.toString(version));
    }

    /**
     * The version that a change is for; the check does not matter, for nobody changed what time alone has changed.
     *
     * @param ifMatch the header's value, if there is one
     * @return empty when any version will do
     */
    static Outcome<Optional<Long>> expected(Optional<String> ifMatch) {
        String tag = ifMatch.map(String::strip).orElse("*");
        if (tag.equals("*")) {
            return Outcome.accepted(Optional.empty());
        }
        Matcher ours = OURS.matcher(tag);
        if (ours.matches()) {
            return Outcome.accepted(Optional.of(Long.valueOf(ours.group(1))));
        }
        String said = "the header If-Match is '" + OutsideText.shown(tag) + "'; ";
        boolean isWeak = tag.startsWith(WEAK)
                && OURS.matcher(tag.substring(WEAK.length())).matches();
        return Outcome.rejected(
                isWeak
                        ? refusal(
                                STATE,
                                Problem.VERSION_CONFLICT,
                                said + "a weak tag matches nothing here; expected " + tag.substring(WEAK.length()))
                        : refusal(
                                SHAPE,
                                "INVALID_TAG",
                                said + "expected one tag in double quotes as an ETag told it, such"
                                        + " as \"7\" for version 7, or * for any version"));
    }

    private static Violation refusal(RuleKind kind, String code, String message) {
        return new Violation(kind, code, "If-Match", message);
    }
}
