package dev.usher.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.usher.core.access.Role;
import dev.usher.core.statistics.InstantText;
import dev.usher.core.statistics.StatisticsField;
import dev.usher.core.statistics.TicketStatistics;
import dev.usher.core.store.Store;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Optional;

/**
 * An event of one million operations in an embedded store, with {@code usher serve} over it and a viewer's token.
 *
 * @param server the service
 * @param store the store's URL
 * @param log what happened
 * @param token who asks
 */
record ServedEvent(ServerProcess server, String store, TicketLog log, String token) {
    static final String PATH = "/organizer/report/events/statistics";

    private static final int OPERATIONS = 1_000_000;
    private static final int CHECKED = 200;
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Fills a store, starts the service over it, and proves that it answers as the truth does. */
    static ServedEvent in(Contest contest, Bench bench, String folder) throws Exception {
        TicketLog log = bench.log(OPERATIONS, Bench.SEED);
        Path place = bench.folder(folder);
        String token;
        try (Store store = House.embedded(place)) {
            House house = House.of(store, log, log.arrival(Arrival.BY_TIME));
            token = house.usher()
                    .accessTokens()
                    .create(house.owner(), Role.VIEWER, "benchmarks")
                    .orThrow()
                    .secret()
                    .text();
        }
        String url = "jdbc:hsqldb:file:" + place.toAbsolutePath().resolve("usher");
        ServedEvent event = new ServedEvent(contest.closing(ServerProcess.usher(bench, url)), url, log, token);
        bench.note("operations of the event asked for", OPERATIONS);
        bench.note("options of the servers' JVM", String.join(" ", event.server.options()));
        event.check();
        return event;
    }

    /** Clients that ask a server, this event's or another, as of instants all over the log. */
    LoadProcess load(ServerProcess asked) throws IOException {
        return new LoadProcess(asked, target() + LoadRequest.INSTANT, token, log.begin(), log.end());
    }

    /** The path and query up to the instant. */
    private String target() {
        return PATH + "?eventIds=" + TicketLog.EVENT + "&dateTime=";
    }

    /** How long an answer is, in bytes: the mean of some. */
    int bodyBytes() throws IOException, InterruptedException {
        long bytes = 0;
        for (long instant : log.instants(CHECKED, Bench.SEED)) {
            bytes += body(instant).length();
        }
        return (int) (bytes / CHECKED);
    }

    private void check() throws Exception {
        Replay truth = Replay.of(log);
        for (long instant : log.instants(CHECKED, Bench.SEED + 1)) {
            TicketStatistics right = truth.at(instant);
            JsonNode answer = JSON.readTree(body(instant)).path(0);
            for (StatisticsField field : StatisticsField.all()) {
                require(
                        instant,
                        field.word(),
                        field.of(right),
                        answer.path(field.word()).asLong(-1));
            }
            Optional<String> updatedAt = right.updatedAt().map(InstantText::write);
            require(
                    instant,
                    "updatedAt",
                    updatedAt,
                    Optional.ofNullable(answer.path("updatedAt").textValue()));
        }
    }

    private static void require(long instant, String field, Object right, Object answer) {
        if (!right.equals(answer)) {
            throw new IllegalStateException(Contest.USHER + " answers wrongly as of " + instant + ": " + field + " is "
                    + answer + ", not " + right);
        }
    }

    private String body(long instant) throws IOException, InterruptedException {
        URI uri =
                URI.create("http://127.0.0.1:" + server.port() + target() + InstantText.write(House.instant(instant)));
        HttpRequest request = HttpRequest.newBuilder(uri)
                .header("Authorization", "Bearer " + token)
                .build();
        HttpResponse<String> response = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IllegalStateException(
                    uri + " is answered with " + response.statusCode() + ": " + response.body());
        }
        return response.body();
    }
}
