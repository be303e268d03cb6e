package dev.usher.conformance.cases;

import dev.usher.conformance.ledger.Ledger;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Whether cases do what is needed to prove what they say they prove.
 *
 * <p>An endpoint and what it does is proved by asking it, an error by having it answered there, a parameter by a value that is
 * taken and one that is not, a field by saying what it must be. A case that runs over several values proves a row by one of
 * them.
 */
final class Claims {
    private static final Pattern OF_ENDPOINT = Pattern.compile("(EB-[0-9]{2})(?:\\.([pear])\\.(.+?)(?:~[0-9]+)?)?");
    private static final Pattern OF_FIELD = Pattern.compile("OBJ\\.\\w+\\.(\\w+)");
    private static final Map<String, Pattern> ENDPOINTS = Ledger.EVENTBRITE.stream()
            .filter(row -> row.kind().equals("endpoint"))
            .collect(Collectors.toMap(Ledger.Row::id, row -> pattern(row.name())));

    private Claims() {}

    /** The ids that some case claims and does not prove. */
    static Set<String> unproved(List<Case> cases) {
        Set<String> unproved = new TreeSet<>();
        // What is written once has the same steps, however often it runs.
        Collection<List<Case>> written =
                cases.stream().collect(Collectors.groupingBy(Case::steps)).values();
        for (List<Case> runs : written) {
            Set<String> claimed =
                    runs.stream().flatMap(run -> run.proves().stream()).collect(Collectors.toSet());
            claimed.stream()
                    .filter(id -> runs.stream()
                            .filter(run -> run.proves().contains(id))
                            .noneMatch(run -> isProved(id, run)))
                    .forEach(unproved::add);
        }
        return unproved;
    }

    private static boolean isProved(String id, Case run) {
        List<AskedStep> steps =
                run.steps().stream().map(step -> AskedStep.of(run, step)).toList();
        Matcher field = OF_FIELD.matcher(id);
        if (field.matches()) {
            return steps.stream().anyMatch(step -> step.fields().contains(field.group(1)));
        }
        Matcher row = OF_ENDPOINT.matcher(id);
        if (!row.matches()) {
            return true;
        }
        Pattern endpoint = ENDPOINTS.get(row.group(1));
        List<AskedStep> there = steps.stream()
                .filter(step -> endpoint.matcher(step.request()).matches())
                .toList();
        String name = row.group(3);
        return switch (row.group(2) == null ? "" : row.group(2)) {
            case "p" ->
                any(there, step -> step.isAccepted() && step.says(name)) && any(there, step -> step.refuses(name));
            case "e" -> any(there, step -> step.expects(name));
            case "a" -> any(there, step -> expectsArgument(step, name));
            default -> !there.isEmpty();
        };
    }

    private static boolean any(List<AskedStep> steps, Predicate<AskedStep> like) {
        return steps.stream().anyMatch(like);
    }

    /** @param pathAndCode such as {@code event.tickets.N.name.MISSING}, where N is the number of a ticket class */
    private static boolean expectsArgument(AskedStep step, String pathAndCode) {
        return step.arguments().entrySet().stream()
                .anyMatch(argument -> argument.getValue().stream()
                        .anyMatch(code ->
                                pathAndCode.equals(argument.getKey().replaceAll("\\.[0-9]+\\.", ".N.") + "." + code)));
    }

    private static Pattern pattern(String methodAndPath) {
        return Pattern.compile(methodAndPath.replaceAll(":\\w+", "(me|[0-9]+)"));
    }
}
