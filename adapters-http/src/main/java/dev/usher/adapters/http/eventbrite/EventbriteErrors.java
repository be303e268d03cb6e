package dev.usher.adapters.http.eventbrite;

import dev.usher.adapters.http.ErrorForm;
import dev.usher.adapters.http.JsonBytes;
import dev.usher.adapters.http.Problem;
import dev.usher.core.rule.RuleKind;
import dev.usher.core.rule.Violation;
import io.vertx.core.http.HttpHeaders;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Errors as Eventbrite's clients read them: {@code status_code}, {@code error_detail} where arguments are at fault, {@code
 * error_description}, {@code error}.
 *
 * <p>An answer has room for one code. Faulty arguments, all of them together, come before what forbids the act; of several
 * such reasons the first gives the code, and all of them are described.
 */
final class EventbriteErrors implements ErrorForm {
    /** Everything of the dialect stands below it. */
    static final String ROOT = "/v3";

    private static final String ARGUMENTS_ERROR = "ARGUMENTS_ERROR";
    private static final String NOT_FOUND = "NOT_FOUND";

    /** The codes that speak of one argument, whatever kind of rule they come from; all others speak of the whole request. */
    private static final Set<String> OF_ARGUMENTS = Set.of(
            "MISSING",
            "INVALID",
            Members.UNKNOWN,
            Members.NOT_KEPT,
            "CANNOT_CHANGE_DATES_FOR_ENDED_EVENT",
            "NO_DEPENDENT_TICKETS_FOR_SERIES");

    private static final Set<String> NATIVE_ONLY =
            Set.of("MALFORMED_REQUEST", "MALFORMED_PATH", "MALFORMED_QUERY", "REFUSED");

    /** What clients are told of as {@code The user_id you requested does not exist.} */
    private static final Set<String> NAMED_BY_ID = Set.of("organization", "user");

    private static final byte[] STATUS_CODE = JsonBytes.name("status_code");
    private static final byte[] ERROR_DETAIL = JsonBytes.name("error_detail");
    private static final byte[] ERROR_DESCRIPTION = JsonBytes.name("error_description");
    private static final byte[] ERROR = JsonBytes.name("error");
    private static final CharSequence JSON = HttpHeaders.createOptimized("application/json");

    /** What is not there, when the id could not even be one. */
    static final Violation NO_PATH = new Violation(
            RuleKind.EXISTENCE,
            NOT_FOUND,
            "path",
            "there is nothing under this path; expected the number of something");

    @Inject
    EventbriteErrors() {}

    @Override
    public String root() {
        return ROOT;
    }

    @Override
    public Written write(Problem problem) {
        if (problem.violations().isEmpty()) {
            return plain(problem);
        }
        List<Violation> arguments = problem.violations().stream()
                .filter(EventbriteErrors::isOfArgument)
                .toList();
        if (!arguments.isEmpty()) {
            return written(400, ARGUMENTS_ERROR, described(arguments), codesByPath(arguments));
        }
        Violation first = problem.violations().get(0);
        return switch (first.kind()) {
            case EXISTENCE -> written(404, NOT_FOUND, absent(first.path()), Map.of());
            case ACCESS ->
                written(403, "NOT_AUTHORIZED", "You may not do this with the resource you asked for.", Map.of());
            case NOT_YET -> written(503, first.code(), messages(problem), Map.of());
            case SHAPE, ARGUMENT, STATE -> written(status(first), published(first.code()), messages(problem), Map.of());
        };
    }

    private static Written plain(Problem problem) {
        return switch (problem.status()) {
            case 404 -> written(404, NOT_FOUND, absent(NO_PATH.path()), Map.of());
            case 500 -> written(500, "INTERNAL_ERROR", problem.detail(), Map.of());
            case 400 -> written(400, published(problem.code()), problem.detail(), Map.of());
            default -> written(problem.status(), problem.code(), problem.detail(), Map.of());
        };
    }

    /** The dialect has one code for whatever cannot be read before it is known what it asks. */
    private static String published(String code) {
        return NATIVE_ONLY.contains(code) ? "BAD_REQUEST" : code;
    }

    private static int status(Violation violation) {
        return switch (violation.code()) {
            case "REQUEST_CONFLICT", "VERSION_CONFLICT" -> 409;
            default -> 400;
        };
    }

    private static boolean isOfArgument(Violation violation) {
        boolean ofRequest = violation.kind() == RuleKind.EXISTENCE || violation.kind() == RuleKind.ACCESS;
        return !ofRequest && OF_ARGUMENTS.contains(violation.code());
    }

    private static String messages(Problem problem) {
        return problem.violations().stream().map(Violation::message).distinct().collect(Collectors.joining("; "));
    }

    private static String described(List<Violation> arguments) {
        return arguments.stream()
                .map(fault -> fault.path() + " - " + fault.code())
                .distinct()
                .collect(Collectors.joining(", ", "There are errors with your arguments: ", ""));
    }

    private static Map<String, Set<String>> codesByPath(List<Violation> arguments) {
        Map<String, Set<String>> codes = new LinkedHashMap<>();
        for (Violation fault : arguments) {
            codes.computeIfAbsent(fault.path(), path -> new LinkedHashSet<>()).add(fault.code());
        }
        return codes;
    }

    /** What is not there, named by the path at which it was looked for. */
    private static String absent(String path) {
        String last = path.substring(path.lastIndexOf('.') + 1);
        String bare = last.endsWith("_id") ? last.substring(0, last.length() - "_id".length()) : last;
        String thing = NAMED_BY_ID.contains(bare) ? bare + "_id" : bare;
        return "The " + (thing.isEmpty() ? "path" : thing) + " you requested does not exist.";
    }

    private static Written written(int status, String error, String description, Map<String, Set<String>> arguments) {
        JsonBytes json = new JsonBytes(256).beginObject().member(STATUS_CODE).number(status);
        if (!arguments.isEmpty()) {
            json.member(ERROR_DETAIL).beginObject().member(ARGUMENTS_ERROR).beginObject();
            arguments.forEach((path, codes) -> {
                json.member(path).beginArray();
                codes.forEach(json::text);
                json.endArray();
            });
            json.endObject().endObject();
        }
        byte[] body = json.member(ERROR_DESCRIPTION)
                .text(description)
                .member(ERROR)
                .text(error)
                .endObject()
                .toBytes();
        return new Written(status, JSON, body);
    }
}
