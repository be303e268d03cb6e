package dev.usher.core.event;

import dev.usher.core.rule.Rule;
import dev.usher.core.rule.RuleBook;
import dev.usher.core.rule.RuleKind;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What must hold when something is done with an event, from its making to its end. */
public final class EventRules {
    /** The rules, in the order in which violations are reported. */
    public static final RuleBook<EventFacts> BOOK = new RuleBook<>(Stream.of(
                    SeriesRules.PLACE,
                    ArgumentRules.ROWS,
                    TimeRules.ROWS,
                    ShowingRules.ROWS,
                    HouseRules.ROWS,
                    LifecycleRules.ROWS,
                    PublishingRules.ROWS,
                    PaymentRules.ROWS,
                    CopyRules.ROWS,
                    SeriesRules.ROWS)
            .flatMap(List::stream)
            .toList());

    private EventRules() {}

    /** The rows of the ledger for an error of some endpoints: {@code EB-02.e.NO_VENUE, EB-04.e.NO_VENUE}. */
    static String ledger(String code, String... endpoints) {
        return Arrays.stream(endpoints).map(endpoint -> endpoint + ".e." + code).collect(Collectors.joining(", "));
    }

    /** The same for whatever makes an event. */
    static String whenMade(String code) {
        return ledger(code, "EB-02", "EB-36", "EB-39");
    }

    /** The same for whatever makes or changes one. */
    static String whenSaid(String code) {
        return ledger(code, "EB-02", "EB-04", "EB-36", "EB-39");
    }

    /** A row about what the present state forbids. */
    static Rule.Draft state(String id, String code, String path, String source) {
        return Rule.row(id, code, path, RuleKind.STATE, source);
    }
}
