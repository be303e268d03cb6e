package dev.usher.conformance.cases;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sends the requests of cases to a service over connections that stay open. */
final class CaseClient {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final URI url;

    CaseClient(URI url) {
        this.url = url;
    }

    /** The service's address. */
    URI url() {
        return url;
    }

    /**
     * An answer.
     *
     * @param status the HTTP status
     * @param text the body
     * @param headers what stands before it
     */
    record Answer(int status, String text, HttpHeaders headers) {

        /** The body as JSON; missing where there is none. */
        JsonNode json() {
            try {
                return JSON.readTree(text);
            } catch (JsonProcessingException malformed) {
                throw new AssertionError("no JSON: " + text, malformed);
            }
        }
    }

    /** Sends a step whose names are all replaced. */
    Answer send(Step step, Optional<String> token, JsonNode query, JsonNode body) {
        String separator = step.path().contains("?") ? "&" : "?";
        String target = step.path() + (query.isEmpty() ? "" : separator + form(query));
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(url + target)).timeout(Duration.ofMinutes(1));
        token.ifPresent(secret -> request.header("Authorization", "Bearer " + secret));
        if (!body.isMissingNode()) {
            request.header("Content-Type", step.isForm() ? "application/x-www-form-urlencoded" : "application/json");
        }
        step.headers().forEach(request::setHeader);
        request.method(step.method(), content(step, body));
        try {
            HttpResponse<String> answer =
                    CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            return new Answer(answer.statusCode(), answer.body(), answer.headers());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", interrupted);
        }
    }

    /** A text goes out as it stands, so that what is no JSON can be sent too. */
    private static HttpRequest.BodyPublisher content(Step step, JsonNode body) {
        if (body.isMissingNode()) {
            return HttpRequest.BodyPublishers.noBody();
        }
        String text = body.isTextual() ? body.textValue() : step.isForm() ? form(body) : body.toString();
        return HttpRequest.BodyPublishers.ofString(text);
    }

    private static String form(JsonNode members) {
        List<String> pairs = new ArrayList<>();
        for (Map.Entry<String, JsonNode> member : members.properties()) {
            if (member.getValue().isArray()) {
                member.getValue().forEach(value -> pairs.add(pair(member.getKey(), value)));
            } else {
                pairs.add(pair(member.getKey(), member.getValue()));
            }
        }
        return String.join("&", pairs);
    }

    private static String pair(String name, JsonNode value) {
        return encoded(name) + "=" + encoded(value.isObject() ? value.toString() : value.asText());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
