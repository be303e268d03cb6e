package dev.usher.adapters.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Key;
import com.google.inject.multibindings.Multibinder;
import dev.usher.core.Usher;
import dev.usher.core.access.Actor;
import dev.usher.core.access.Role;
import dev.usher.core.adapter.Listener;
import dev.usher.core.adapter.Settings;
import dev.usher.core.service.AccessTokens;
import dev.usher.core.store.Store;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/** The whole HTTP service over a store in memory, on a free port of the loopback address, as the program wires it. */
public final class RunningService implements AutoCloseable {
    static final String STATISTICS = "/organizer/report/events/statistics";
    static final String OPERATIONS = "/usher/v1/ticket-operations";
    static final String TOKENS = "/usher/v1/tokens";

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final SwitchedStore store = new SwitchedStore();
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    private final Usher usher;
    private final Listener listener;
    private final URI address;

    private RunningService(Map<String, String> settings, List<Endpoint> further) {
        Map<String, String> said = new HashMap<>(settings);
        said.putIfAbsent("http.port", "0");
        usher = Usher.over(store, InstantSource.system(), new SecureRandom());
        Injector injector = Guice.createInjector(new HttpModule(), new AbstractModule() {
            @Override
            protected void configure() {
                binder().requireExplicitBindings();
                binder().requireAtInjectOnConstructors();
                binder().disableCircularProxies();
                bind(Settings.class).toInstance(Settings.of(said));
                bind(Usher.class).toInstance(usher);
                bind(Store.class).toInstance(store);
                bind(InstantSource.class).toInstance(InstantSource.system());
                bind(RandomGenerator.class).toInstance(new SecureRandom());
                Multibinder<Endpoint> endpoints = Multibinder.newSetBinder(binder(), Endpoint.class);
                further.forEach(endpoint -> endpoints.addBinding().toInstance(endpoint));
            }
        });
        listener = injector.getInstance(Key.get(Listener.class));
        address = listener.start();
    }

    public static RunningService start() {
        return start(Map.of());
    }

    public static RunningService start(Map<String, String> settings, Endpoint... further) {
        return new RunningService(settings, List.of(further));
    }

    SwitchedStore store() {
        return store;
    }

    public Usher usher() {
        return usher;
    }

    public URI address() {
        return address;
    }

    /** A new token's secret. */
    public String token(String organization, Role role) {
        return issue(organization, role).secret().text();
    }

    AccessTokens.Issued issue(String organization, Role role) {
        long id = usher.organizations().findOrCreate(organization).orThrow().id();
        return usher.accessTokens()
                .create(new Actor(id, Role.OWNER), role, "test")
                .orThrow();
    }

    /** Asks; headers come as name, value, name, value. */
    public HttpResponse<String> send(String method, String path, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address.resolve(path))
                .timeout(PATIENCE)
                .method(
                        method,
                        body.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<byte[]> bytes(String path, String... headers) {
        return send(
                HttpRequest.newBuilder(address.resolve(path))
                        .timeout(PATIENCE)
                        .headers(headers)
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
    }

    public HttpResponse<String> get(String path, String... headers) {
        return send("GET", path, "", headers);
    }

    public HttpResponse<String> getAs(String token, String path, String... headers) {
        return send("GET", path, "", with(token, headers));
    }

    public HttpResponse<String> postAs(String token, String path, String type, String body) {
        return send("POST", path, body, with(token, "Content-Type", type));
    }

    /** Appends operations given as lines of NDJSON, and expects that they are taken. */
    void append(String token, String... lines) {
        HttpResponse<String> response = postAs(token, OPERATIONS, "application/x-ndjson", String.join("\n", lines));
        if (response.statusCode() != 200) {
            throw new AssertionError(response.statusCode() + ": " + response.body());
        }
    }

    static String operation(String event, String ticket, String operation, String occurredAt, String device) {
        return "{\"event_id\":\"%s\",\"ticket_id\":\"%s\",\"operation\":\"%s\",\"occurred_at\":\"%s\",\"device_id\":\"%s\"}"
                .formatted(event, ticket, operation, occurredAt, device);
    }

    public static JsonNode json(HttpResponse<String> response) {
        return json(response.body());
    }

    public static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException notJson) {
            throw new AssertionError("no JSON: " + text, notJson);
        }
    }

    /** The headers of an answer by name, but the date, which each has: two answers may fall into two seconds. */
    static Map<String, List<String>> besidesTheDate(HttpHeaders headers) {
        Map<String, List<String>> fields = new TreeMap<>(headers.map());
        List<String> dates = fields.remove("date");
        if (dates == null || dates.size() != 1) {
            throw new AssertionError("expected one date, found " + dates + " beside " + fields);
        }
        return fields;
    }

    private static String[] with(String token, String... headers) {
        String[] all = Arrays.copyOf(headers, headers.length + 2);
        all[headers.length] = "Authorization";
        all[headers.length + 1] = "Bearer " + token;
        return all;
    }

    private <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> body) {
        try {
            return client.send(request, body);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    @Override
    public void close() {
        listener.close();
        store.close();
    }
}
