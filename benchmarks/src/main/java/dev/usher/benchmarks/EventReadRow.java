package dev.usher.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.usher.core.Usher;
import dev.usher.core.access.Actor;
import dev.usher.core.access.Organization;
import dev.usher.core.access.Role;
import dev.usher.core.attribute.Change;
import dev.usher.core.event.EventAttributes;
import dev.usher.core.money.Money;
import dev.usher.core.store.Store;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** One of a thousand events, asked for as clients of Eventbrite ask, against a server that looks at nothing. */
final class EventReadRow implements Row {
    private static final String BARE = "bare Vert.x";
    private static final String RATE = "rate";
    private static final String CPU = "server CPU";
    private static final int EVENTS = 1_000;
    private static final int WARM_UPS = 8;
    private static final int ROUNDS = 10;
    private static final double SECONDS = 2;
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * Events in a store, and who may see them.
     *
     * @param first the number of the first; the others follow
     */
    private record Programme(long first, String token) {}

    @Override
    public String name() {
        return "event-read";
    }

    @Override
    public String job() {
        return "GET /v3/events/ID/, any of 1,000 events, with a token, 64 connections that are kept, no pipelining";
    }

    @Override
    public List<Metric> metrics() {
        return List.of(Metric.higher(RATE, "requests/s", Goal.ratio(BARE, 0.40)), Metric.lower(CPU, "µs a request"));
    }

    @Override
    public int heapMegabytes() {
        return 512;
    }

    @Override
    public void enter(Contest contest, Bench bench) throws Exception {
        Path place = bench.folder(name());
        Programme programme;
        try (Store store = House.embedded(place)) {
            programme = programme(store);
        }
        String url = "jdbc:hsqldb:file:" + place.toAbsolutePath().resolve("usher");
        // What a token may ask for in an hour is used up in a moment here.
        ServerProcess usher =
                contest.closing(ServerProcess.usher(bench, url, Map.of("USHER_EVENTBRITE_CALLS_PER_HOUR", "0")));
        int bytes = check(usher, programme);
        bench.note("body of an answer, in bytes, compressed as both are sent", bytes);
        double seconds = bench.isQuick() ? SECONDS / 4 : SECONDS;
        enter(contest, Contest.USHER, usher, programme, seconds);
        enter(contest, BARE, contest.closing(ServerProcess.bare(usher, false, bytes)), programme, seconds);
    }

    private static void enter(Contest contest, String name, ServerProcess server, Programme programme, double seconds)
            throws IOException {
        String target = "/v3/events/" + LoadRequest.NUMBER + "/";
        LoadProcess load = contest.closing(
                new LoadProcess(server, target, programme.token(), programme.first(), programme.first() + EVENTS - 1));
        contest.enter(name, WARM_UPS, ROUNDS, figures -> {
            Duration before = server.cpu();
            Load.Outcome outcome = load.closed(seconds);
            figures.add(CPU, server.cpu().minus(before).toNanos() / 1000.0 / outcome.answers());
            figures.add(RATE, outcome.answers() / outcome.seconds());
        });
    }

    private static Programme programme(Store store) {
        Usher usher = Usher.over(store, InstantSource.system(), new SecureRandom());
        Organization house = usher.organizations().findOrCreate("default").orThrow();
        Actor owner = new Actor(house.id(), Role.OWNER);
        long first = 0;
        for (int event = 0; event < EVENTS; event++) {
            long number = usher.events()
                    .draft(owner, house.id(), Optional.empty(), change(event))
                    .orThrow()
                    .event()
                    .ref()
                    .event();
            first = event == 0 ? number : first;
            if (number != first + event) {
                throw new IllegalStateException("event " + number + " does not follow " + (first + event - 1));
            }
        }
        String token = usher.accessTokens()
                .create(owner, Role.VIEWER, "benchmarks")
                .orThrow()
                .secret()
                .text();
        return new Programme(first, token);
    }

    private static Change change(int event) {
        Instant start = Instant.parse("2027-07-04T18:00:00Z").plus(Duration.ofHours(event));
        return Change.NONE
                .with(EventAttributes.NAME, title(event))
                .with(
                        EventAttributes.DESCRIPTION,
                        "<p>Doors at seven.</p><p>Music &amp; <b>dancing</b> until four.</p>")
                .with(EventAttributes.START, start)
                .with(EventAttributes.START_ZONE, "Europe/Zurich")
                .with(EventAttributes.END, start.plus(Duration.ofHours(6)))
                .with(EventAttributes.END_ZONE, "Europe/Zurich")
                .with(EventAttributes.CURRENCY, Money.currency("CHF").orElseThrow());
    }

    private static String title(int event) {
        return String.format(Locale.ROOT, "Summer dance no. %04d", event);
    }

    /** Every event is answered as it was made; gives how long a compressed answer is, in bytes. */
    private static int check(ServerProcess usher, Programme programme) throws IOException, InterruptedException {
        HttpClient client = HttpClient.newHttpClient();
        for (int event = 0; event < EVENTS; event++) {
            JsonNode answer = JSON.readTree(get(client, usher, programme, event, "identity"));
            if (!answer.at("/name/text").asText().equals(title(event))
                    || !answer.path("id").asText().equals(Long.toString(programme.first() + event))) {
                throw new IllegalStateException("event " + event + " is answered as " + answer);
            }
        }
        return get(client, usher, programme, EVENTS / 2, "gzip").length;
    }

    private static byte[] get(HttpClient client, ServerProcess usher, Programme programme, int event, String coding)
            throws IOException, InterruptedException {
        URI uri = URI.create("http://127.0.0.1:" + usher.port() + "/v3/events/" + (programme.first() + event) + "/");
        HttpRequest request = HttpRequest.newBuilder(uri)
                .header("Authorization", "Bearer " + programme.token())
                .header("Accept-Encoding", coding)
                .build();
        HttpResponse<byte[]> response = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
        if (response.statusCode() != 200) {
            throw new IllegalStateException(uri + " is answered with " + response.statusCode());
        }
        return response.body();
    }
}
