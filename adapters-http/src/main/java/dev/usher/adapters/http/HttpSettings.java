package dev.usher.adapters.http;

import dev.usher.core.adapter.InvalidSetting;
import dev.usher.core.adapter.Setting;
import dev.usher.core.adapter.Settings;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How the HTTP service listens, and what it puts up with.
 *
 * @param host the address to listen on
 * @param port the port; 0 asks for a free one
 * @param statisticsPath where the statistics are asked for
 * @param requestTimeout how long the head of a connection's first request, and the body of any request, may take
 * @param idleTimeout how long a connection may stay without a further complete request
 * @param drainTimeout how long running requests may take to finish when the service stops
 * @param mostBodyBytes the longest body of a request
 */
record HttpSettings(
        String host,
        int port,
        String statisticsPath,
        Duration requestTimeout,
        Duration idleTimeout,
        Duration drainTimeout,
        int mostBodyBytes) {

    private static final Setting HOST =
            new Setting("http.host", "127.0.0.1", "The address to listen on; 0.0.0.0 is every one.");
    private static final Setting PORT =
            new Setting("http.port", "8080", "The port to listen on; 0 asks for a free one.");
    private static final Setting STATISTICS_PATH = new Setting(
            "http.statistics-path",
            "/organizer/report/events/statistics",
            "The path under which statistics are asked for.");
    private static final Setting REQUEST_TIMEOUT = new Setting(
            "http.request-timeout",
            "30s",
            "How long a connection's first request, and the body of any request, may take to arrive.");
    private static final Setting IDLE_TIMEOUT = new Setting(
            "http.idle-timeout", "60s", "How long a connection may stay without a further complete request.");
    private static final Setting DRAIN_TIMEOUT = new Setting(
            "http.drain-timeout", "10s", "How long running requests may take to finish when the service stops.");
    private static final Setting MOST_BODY_BYTES =
            new Setting("http.most-body-bytes", "8m", "The longest body of a request.");

    /** What the paths of all other endpoints begin with; one of them would be hidden behind the statistics. */
    private static final List<String> OTHERS = List.of("usher", "v3", "health");

    private static final long LARGEST_BODY = 1L << 30;

    /** Every setting that is read here. */
    static List<Setting> declared() {
        return List.of(HOST, PORT, STATISTICS_PATH, REQUEST_TIMEOUT, IDLE_TIMEOUT, DRAIN_TIMEOUT, MOST_BODY_BYTES);
    }

    /** What was said, or the fallbacks; an impossible value is an {@link InvalidSetting}. */
    static HttpSettings from(Settings settings) {
        return new HttpSettings(
                settings.text(HOST).strip(),
                (int) settings.number(PORT, 0, 65_535),
                path(settings),
                span(settings, REQUEST_TIMEOUT),
                span(settings, IDLE_TIMEOUT),
                settings.duration(DRAIN_TIMEOUT),
                size(settings));
    }

    private static String path(Settings settings) {
        String path = settings.text(STATISTICS_PATH).strip();
        if (!path.matches("/[A-Za-z0-9._~/-]*[A-Za-z0-9._~-]")) {
            throw new InvalidSetting(STATISTICS_PATH.name() + " is '" + path
                    + "'; expected a path of letters, digits, '-', '.', '_', '~' and '/' such as "
                    + STATISTICS_PATH.fallback());
        }
        if (OTHERS.contains(path.split("/", -1)[1])) {
            throw new InvalidSetting(STATISTICS_PATH.name() + " is '" + path
                    + "', where other things are answered; expected a path outside "
                    + OTHERS.stream().map(first -> "/" + first).collect(Collectors.joining(", ")) + ", such as "
                    + STATISTICS_PATH.fallback());
        }
        return path;
    }

    private static Duration span(Settings settings, Setting setting) {
        Duration span = settings.duration(setting);
        if (span.toMillis() < 1) {
            throw new InvalidSetting(
                    setting.name() + " is '" + settings.text(setting) + "'; expected at least 1ms, such as 30s");
        }
        return span;
    }

    private static int size(Settings settings) {
        long bytes = settings.bytes(MOST_BODY_BYTES);
        if (bytes < 1 || bytes > LARGEST_BODY) {
            throw new InvalidSetting(MOST_BODY_BYTES.name() + " is '" + settings.text(MOST_BODY_BYTES)
                    + "'; expected 1 to " + LARGEST_BODY + " bytes, such as 8m");
        }
        return (int) bytes;
    }
}
