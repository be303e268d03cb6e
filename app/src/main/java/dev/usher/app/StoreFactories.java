package dev.usher.app;

import dev.usher.core.adapter.InvalidSetting;
import dev.usher.core.adapter.Settings;
import dev.usher.core.adapter.StoreFactory;
import dev.usher.core.store.Store;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Which adapter opens which kind of store.
 *
 * @param byScheme the factories, by the beginning of the URLs they open, such as {@code jdbc:hsqldb:}
 */
record StoreFactories(Map<String, StoreFactory> byScheme) {

    StoreFactories {
        byScheme = Map.copyOf(byScheme);
    }

    /**
     * The factories that the adapters brought along.
     *
     * @throws InvalidSetting when two adapters claim one scheme
     */
    static StoreFactories of(Map<String, Set<StoreFactory>> claims) {
        Map<String, StoreFactory> byScheme = new TreeMap<>();
        claims.forEach((scheme, factories) -> {
            if (factories.size() > 1) {
                throw new InvalidSetting("two adapters open stores at " + scheme + ": "
                        + factories.stream().map(StoreFactories::name).sorted().collect(Collectors.joining(" and "))
                        + "; take one of them off the class path");
            }
            byScheme.put(scheme, factories.iterator().next());
        });
        return new StoreFactories(byScheme);
    }

    /**
     * Opens the store at a URL.
     *
     * @throws InvalidSetting when no adapter opens URLs of its kind
     */
    Store open(String url, Settings settings) {
        return byScheme.entrySet().stream()
                .filter(entry -> url.startsWith(entry.getKey()))
                .max(Comparator.comparingInt(entry -> entry.getKey().length()))
                .orElseThrow(() -> new InvalidSetting("no adapter opens a store at " + scheme(url)
                        + "; the known kinds are "
                        + String.join(", ", byScheme.keySet().stream().sorted().toList())))
                .getValue()
                .open(url, settings);
    }

    /** The beginning of a URL that says its kind; what follows may hold a password and is not for messages. */
    private static String scheme(String url) {
        int first = url.indexOf(':');
        int end = url.startsWith("jdbc:") ? url.indexOf(':', first + 1) : first;
        return end < 0 ? "'" + url + "'" : url.substring(0, end + 1);
    }

    private static String name(StoreFactory factory) {
        return factory.getClass().getName().replaceFirst("\\$\\$Lambda.*", "");
    }
}
