package dev.usher.adapters.http;

import static dev.usher.core.rule.RuleKind.ARGUMENT;

import dev.usher.core.rule.Outcome;
import dev.usher.core.rule.Violation;
import java.util.Optional;

/** Which of the asker's organizations something is made in: the one that is named, else that of the token. */
final class OwnOrganization {
    static final String MEMBER = "organization_id";

    private OwnOrganization() {}

    static Outcome<Long> of(NativeRequest request, Told told) {
        Optional<String> said = told.text(MEMBER);
        Optional<Long> number = said.flatMap(NativeRequest::asNumber);
        return said.isPresent() && number.isEmpty()
                ? Outcome.rejected(new Violation(
                        ARGUMENT,
                        "INVALID",
                        MEMBER,
                        "'" + JsonText.shown(said.get()) + "' is no organization's number; expected up to 18 digits"))
                : Outcome.accepted(number.orElse(request.actor().organization()));
    }
}
