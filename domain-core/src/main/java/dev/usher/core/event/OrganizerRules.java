package dev.usher.core.event;

import dev.usher.core.rule.RuleBook;
import java.util.List;
import java.util.stream.Stream;

/** What an organizer must be like (wire 1.11). */
public final class OrganizerRules {
    /** The rules, in the order in which violations are reported. */
    public static final RuleBook<BelongingFacts> BOOK = new RuleBook<>(Stream.of(
                    BelongingRules.common("ORN", "organizer", Organizer.NAME, "the name on the posters"),
                    List.of(BelongingRules.text("ORN-04", Organizer.WEBSITE, WebAddress::isOne, WebAddress.EXPECTED)))
            .flatMap(List::stream)
            .toList());

    private OrganizerRules() {}
}
