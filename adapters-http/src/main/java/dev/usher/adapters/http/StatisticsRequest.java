package dev.usher.adapters.http;

import dev.usher.core.rule.Field;
import dev.usher.core.rule.Outcome;
import dev.usher.core.rule.Spelling;
import dev.usher.core.rule.Violation;
import dev.usher.core.statistics.InstantText;
import dev.usher.core.statistics.StatisticsQuestion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A question for statistics as it stands in a request's query.
 *
 * <p>Parameters that nobody knows are ignored, for clients and proxies add their own; but when one that is needed is
 * missing, the refusal points at the one that looks like it.
 *
 * @param question what is asked, to be judged by the rules
 * @param unknown the names of the parameters that mean nothing here
 */
record StatisticsRequest(StatisticsQuestion question, List<String> unknown) {
    private static final String EVENT_IDS = "eventIds";
    private static final String DATE_TIME = "dateTime";
    private static final List<String> NAMES = List.of(EVENT_IDS, DATE_TIME);

    StatisticsRequest {
        unknown = List.copyOf(unknown);
    }

    /** Reads a query as it stands in the request line; refused only when it cannot be decoded. */
    static Outcome<StatisticsRequest> read(String query) {
        return QueryString.read(query, NAMES).then(parameters -> Outcome.accepted(from(parameters)));
    }

    private static StatisticsRequest from(List<QueryString.Parameter> parameters) {
        List<String> eventIds = new ArrayList<>(parameters.size());
        List<String> instants = new ArrayList<>(1);
        List<String> unknown = new ArrayList<>(0);
        for (QueryString.Parameter parameter : parameters) {
            switch (parameter.name()) {
                case EVENT_IDS -> eventIds.add(parameter.value());
                case DATE_TIME -> instants.add(parameter.value());
                default -> unknown.add(parameter.name());
            }
        }
        return new StatisticsRequest(new StatisticsQuestion(eventIds, instant(instants)), unknown);
    }

    /** The same violations; one for a missing parameter also names the parameter that was probably meant to be it. */
    List<Violation> explained(List<Violation> violations) {
        return violations.stream().map(this::explained).toList();
    }

    private Violation explained(Violation violation) {
        if (!violation.code().equals("MISSING")) {
            return violation;
        }
        return unknown.stream()
                .filter(name ->
                        Spelling.nearest(name, List.of(violation.path())).isPresent())
                .findFirst()
                .map(name -> new Violation(
                        violation.kind(),
                        violation.code(),
                        violation.path(),
                        violation.message() + "; the request has '" + name + "', was that meant to be "
                                + violation.path() + "?"))
                .orElse(violation);
    }

    private static Field<Instant> instant(List<String> texts) {
        if (texts.isEmpty()) {
            return Field.absent();
        }
        if (texts.size() > 1) {
            return Field.unreadable(
                    String.join("', '", texts), "it was given " + texts.size() + " times, expected once");
        }
        return instant(texts.get(0));
    }

    /** The instant that a parameter's value says. */
    static Field<Instant> instant(String text) {
        return InstantText.read(text)
                .map(Field::said)
                .orElseGet(() -> Field.unreadable(text, "expected " + InstantText.EXPECTED + plusHint(text)));
    }

    /** A plus that was not encoded comes as a blank, and looks quite right to whoever sent it. */
    private static String plusHint(String text) {
        int blank = text.lastIndexOf(' ');
        if (blank < 0) {
            return "";
        }
        Optional<Instant> withPlus = InstantText.read(text.substring(0, blank) + "+" + text.substring(blank + 1));
        return withPlus.isPresent()
                ? "; a '+' in a query means a blank, so write the offset's sign as %2B: "
                        + text.substring(0, blank).replace(' ', 'T') + "%2B" + text.substring(blank + 1)
                : "";
    }
}
