package dev.usher.adapters.http;

import static dev.usher.core.rule.RuleKind.SHAPE;

import dev.usher.core.rule.Outcome;
import dev.usher.core.rule.Violation;
import java.util.Optional;

/**
 * The tag of a thing that has a version, by which a client says which state of it a change was made for.
 *
 * <p>It stands in {@code ETag} of an answer and in {@code If-Match} of a change; a thing that has another version by then is
 * left as it is.
 */
final class VersionTag {
    private static final String NONE_OF_OURS = "-1";

    private VersionTag() {}

    /** The tag of a version, as it stands in a header. */
    static String of(long version) {
        return '"' + Long.toString(version) + '"';
    }

    /**
     * The version that a change is for.
     *
     * @param ifMatch the header's value, if there is one
     * @return empty when any version will do; a tag that never was one of ours is a version that nothing has
     */
    static Outcome<Optional<Long>> expected(Optional<String> ifMatch) {
        if (ifMatch.isEmpty() || ifMatch.get().strip().equals("*")) {
            return Outcome.accepted(Optional.empty());
        }
        String tag = ifMatch.get().strip();
        if (!tag.matches("(W/)?\"[^\"]*\"")) {
            return Outcome.rejected(new Violation(
                    SHAPE,
                    "INVALID_TAG",
                    "If-Match",
                    "the header If-Match is '" + JsonText.shown(tag)
                            + "'; expected one tag in double quotes, as an ETag told it"));
        }
        String version = tag.matches("\"[0-9]{1,18}\"") ? tag.substring(1, tag.length() - 1) : NONE_OF_OURS;
        return Outcome.accepted(Optional.of(Long.valueOf(version)));
    }
}
