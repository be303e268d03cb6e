package dev.usher.adapters.http;

import static dev.usher.core.rule.RuleKind.ARGUMENT;

import dev.usher.core.attribute.Attribute;
import dev.usher.core.event.EventAttributes;
import dev.usher.core.event.Occurrence;
import dev.usher.core.rule.Field;
import dev.usher.core.rule.Outcome;
import dev.usher.core.rule.OutsideText;
import dev.usher.core.rule.Violation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads when the occurrences of a series shall take place: an array of starts and ends. For one request. */
final class Schedule {
    private static final List<Attribute<Instant>> DATES = List.of(EventAttributes.START, EventAttributes.END);
    private static final Map<String, Form> OCCURRENCE = Form.of(DATES);
    /** More than the rules allow, so that they can say how many there are. */
    private static final int MOST = 1_000;

    private final List<Occurrence> occurrences = new ArrayList<>();
    private final List<Violation> faults = new ArrayList<>();

    private Schedule() {}

    /** The occurrences of a body, or all that is wrong with them. */
    static Outcome<List<Occurrence>> read(byte[] body) {
        return ObjectReader.objects(body, OCCURRENCE, MOST, told -> new Schedule().understood(told));
    }

    private Outcome<List<Occurrence>> understood(List<Told> told) {
        for (int at = 0; at < told.size(); at++) {
            Optional<Instant> start = moment(told.get(at), EventAttributes.START, at);
            Optional<Instant> end = moment(told.get(at), EventAttributes.END, at);
            if (start.isPresent() && end.isPresent()) {
                occurrences.add(new Occurrence(start.get(), end.get()));
            }
        }
        return faults.isEmpty() ? Outcome.accepted(occurrences) : Outcome.rejected(faults);
    }

    private Optional<Instant> moment(Told told, Attribute<Instant> date, int at) {
        Field<Instant> field = told.field(date.name(), date.kind()::read);
        String path = "[" + at + "]." + date.name();
        if (field instanceof Field.Unreadable<Instant> unreadable) {
            String said = "'" + OutsideText.shown(unreadable.text()) + "'; " + unreadable.why();
            faults.add(new Violation(ARGUMENT, "INVALID", path, date.name() + " is " + said));
        } else if (field.said().isEmpty()) {
            faults.add(new Violation(
                    ARGUMENT,
                    "MISSING",
                    path,
                    date.name()
                            + " is missing; expected an instant in UTC to the second, such as 2030-07-04T18:00:00Z"));
        }
        return field.said();
    }
}
