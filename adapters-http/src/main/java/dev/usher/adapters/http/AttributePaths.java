package dev.usher.adapters.http;

import dev.usher.core.access.Profile;
import dev.usher.core.attribute.Attribute;
import dev.usher.core.event.EventAttributes;
import dev.usher.core.event.Organizer;
import dev.usher.core.event.Venue;
import dev.usher.core.rule.Violation;
import dev.usher.core.ticketing.TicketClassAttributes;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tells refusals in the words of the native API: a rule calls what it looks at by its path, a native request by its member.
 *
 * <p>A path stands in a violation's path, and in its message too.
 */
final class AttributePaths {
    private static final Map<String, String> NAMES = names();

    /** A quoted value, which is left as it was said, or a path that stands by itself. */
    private static final Pattern IN_MESSAGE = Pattern.compile("(?<!\\p{Alnum})'.*?'(?!\\p{Alnum})|(?<![\\w.@-])(?:"
            + alternatives(NAMES.keySet()) + ")(?![\\w-]|\\.\\w)");

    /** The date of an occurrence, in the array that a request consists of. */
    private static final Pattern SCHEDULED = Pattern.compile("occurrences(\\[[0-9]+]\\.)(start|end)");

    /** What stands in front of a path when a series is judged with its occurrences, which are named by number. */
    private static final Pattern OCCURRENCE = Pattern.compile("(occurrences\\[[0-9]+]\\.)?(.*)");

    private static final Pattern TICKET_CLASS = Pattern.compile("event\\.tickets\\.([0-9]+)\\.");

    private AttributePaths() {}

    /** The same violations, at the members of the request and in its words. */
    static List<Violation> named(List<Violation> violations) {
        return violations.stream()
                .map(violation -> new Violation(
                        violation.kind(), violation.code(), path(violation.path()), message(violation.message())))
                .toList();
    }

    private static String path(String path) {
        Matcher scheduled = SCHEDULED.matcher(path);
        if (scheduled.matches()) {
            return scheduled.replaceFirst("$1$2_utc");
        }
        if (path.equals("occurrences")) {
            return "";
        }
        Matcher parts = OCCURRENCE.matcher(path);
        if (!parts.matches()) {
            return path;
        }
        String place = parts.group(1) == null ? "" : parts.group(1);
        String inside = TICKET_CLASS.matcher(parts.group(2)).replaceFirst("ticket_classes[$1].");
        return place + NAMES.getOrDefault(inside, inside);
    }

    private static String message(String message) {
        return IN_MESSAGE
                .matcher(message)
                .replaceAll(found -> Matcher.quoteReplacement(NAMES.getOrDefault(found.group(), found.group())));
    }

    /** Members by the paths they have in rules; a path without a dot is a word like any other and means no member. */
    private static Map<String, String> names() {
        Map<String, String> names = new HashMap<>();
        Stream.<List<? extends Attribute<?>>>of(
                        EventAttributes.ALL,
                        TicketClassAttributes.ALL,
                        Venue.ATTRIBUTES,
                        Organizer.ATTRIBUTES,
                        Profile.ATTRIBUTES)
                .flatMap(List::stream)
                .filter(attribute -> attribute.path().contains("."))
                .forEach(attribute -> names.put(attribute.path(), attribute.name()));
        names.put("event.name", EventAttributes.NAME.name());
        names.put("event.description", EventAttributes.DESCRIPTION.name());
        names.put("event.start", EventAttributes.START.name());
        names.put("event.end", EventAttributes.END.name());
        names.put("event.organizer", EventAttributes.ORGANIZER.name());
        names.put("event.tickets", "ticket_classes");
        names.put("break_dependency", TicketClassesEndpoint.BREAK_DEPENDENCY);
        return Map.copyOf(names);
    }

    /** The longest first, for one path may begin with another. */
    private static String alternatives(Collection<String> paths) {
        return paths.stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(Pattern::quote)
                .collect(Collectors.joining("|"));
    }
}
