package dev.usher.adapters.http;

import static dev.usher.core.rule.RuleKind.ARGUMENT;

import dev.usher.core.rule.Violation;
import java.util.List;

/** Which of the asker's organizations something is made in: the one that is named, else that of the token. */
final class OwnOrganization {
    static final String MEMBER = "organization_id";

    private OwnOrganization() {}

    /** Its number; that of the token also where the name is none, which {@link #faults} tells. */
    static long of(NativeRequest request, Told told) {
        return told.text(MEMBER)
                .flatMap(NativeRequest::asNumber)
                .orElse(request.actor().organization());
    }

    /** What is wrong with the name. */
    static List<Violation> faults(Told told) {
        return told.text(MEMBER)
                .filter(said -> NativeRequest.asNumber(said).isEmpty())
                .map(said -> new Violation(
                        ARGUMENT,
                        "INVALID",
                        MEMBER,
                        "'" + JsonText.shown(said) + "' is no organization's number; expected up to 18 digits"))
                .map(List::of)
                .orElse(List.of());
    }
}
