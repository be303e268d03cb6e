package dev.usher.core.service;

import dev.usher.core.access.Admission;
import dev.usher.core.access.AdmissionRules;
import dev.usher.core.access.Role;
import dev.usher.core.rule.Outcome;
import java.util.Optional;

/** Something that belongs to an event which one may see: what is not found there is as unknown as an event is. */
final class EventPart {
    private EventPart() {}

    /**
     * The part, where there is one.
     *
     * @param what it is, such as {@code ticket class 17}
     */
    static <T> Outcome<T> of(String what, Optional<T> found) {
        Admission admission = new Admission(what, found.isPresent(), true, Optional.empty(), Role.VIEWER);
        return AdmissionRules.BOOK.judge(admission, found).then(there -> Outcome.accepted(there.orElseThrow()));
    }
}
