package dev.usher.conformance.runs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Asks a running service for statistics as a client would.
 *
 * @param url where the service answers
 * @param token a viewer's token
 */
record StatisticsQuestions(URI url, String token) {
    private static final String PATH = "/organizer/report/events/statistics";
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    /** The answer to a well-formed question. */
    HttpResponse<String> ask(List<String> eventIds, String dateTime) {
        String events = eventIds.stream().map(id -> "eventIds=" + encoded(id)).collect(Collectors.joining("&"));
        return ask(events + "&dateTime=" + encoded(dateTime));
    }

    /** The answer to any question, given as it stands after the question mark. */
    HttpResponse<String> ask(String query) {
        return get(PATH + "?" + query);
    }

    /** The answer to a question for one event over time, given as it stands after the question mark. */
    HttpResponse<String> timeline(String eventId, String query) {
        String segment = encoded(eventId).replace("+", "%20");
        return get("/usher/v1/events/" + segment + "/statistics/timeline?" + query);
    }

    private HttpResponse<String> get(String pathAndQuery) {
        HttpRequest request = HttpRequest.newBuilder(url.resolve(pathAndQuery))
                .header("Authorization", "Bearer " + token)
                .timeout(Duration.ofMinutes(1))
                .build();
        try {
            return CLIENT.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", interrupted);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
