package dev.usher.adapters.http.eventbrite;

import dev.usher.adapters.http.QueryString;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which objects shall stand in an answer beside their ids, and which inside those.
 *
 * <p>{@code expand=venue,event.organizer} speaks of the answer itself; {@code expand.event=venue} of every event in it. Names
 * that mean nothing are passed over, as {@code none} is.
 */
final class Expansion {
    private static final String PARAMETER = "expand";
    private static final int MOST_LEVELS = 4;

    /** Nothing beyond the ids. */
    static final Expansion NONE = new Expansion(List.of(), Map.of(), 0, Set.of());

    private final List<String> here;
    private final Map<String, List<String>> byType;
    private final int level;

    /** What is not expanded again, each by its type and name. */
    private final Set<String> once;

    private Expansion(List<String> here, Map<String, List<String>> byType, int level, Set<String> once) {
        this.here = here;
        this.byType = byType;
        this.level = level;
        this.once = once;
    }

    /** What a query asks for. */
    static Expansion of(List<QueryString.Parameter> query) {
        List<String> here = new ArrayList<>();
        Map<String, List<String>> byType = new HashMap<>();
        for (QueryString.Parameter parameter : query) {
            List<String> names = Arrays.asList(parameter.value().split(",", -1));
            if (parameter.name().equals(PARAMETER)) {
                here.addAll(names);
            } else if (parameter.name().startsWith(PARAMETER + ".")) {
                byType.computeIfAbsent(parameter.name().substring(PARAMETER.length() + 1), type -> new ArrayList<>())
                        .addAll(names);
            }
        }
        return here.isEmpty() && byType.isEmpty() ? NONE : new Expansion(here, byType, 0, Set.of());
    }

    /** True when nothing is asked for, or only what means nothing, such as {@code none}. */
    boolean isNone() {
        return byType.isEmpty() && here.stream().allMatch(name -> name.isEmpty() || name.equals("none"));
    }

    /**
     * True when an object's member shall be expanded.
     *
     * @param type the type of the object, such as {@code event}
     * @param name the member, such as {@code venue}
     */
    boolean wants(String type, String name) {
        return level < MOST_LEVELS
                && !once.contains(type + "." + name)
                && wished(type).anyMatch(wish -> wish.equals(name) || wish.startsWith(name + "."));
    }

    /** What shall be expanded inside of a member. */
    Expansion inside(String type, String name) {
        List<String> below = wished(type)
                .filter(wish -> wish.startsWith(name + "."))
                .map(wish -> wish.substring(name.length() + 1))
                .toList();
        return new Expansion(below, byType, level + 1, once);
    }

    /** The same for a member that leads back to where it stands: further in it is not expanded again. */
    Expansion insideOnce(String type, String name) {
        Expansion inside = inside(type, name);
        Set<String> more = new HashSet<>(once);
        more.add(type + "." + name);
        return new Expansion(inside.here, byType, inside.level, more);
    }

    private Stream<String> wished(String type) {
        return Stream.concat(here.stream(), byType.getOrDefault(type, List.of()).stream());
    }
}
