package dev.usher.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.usher.core.access.Organization;
import dev.usher.core.rule.Outcome;
import dev.usher.core.rule.RuleKind;
import dev.usher.core.rule.Violation;
import dev.usher.core.store.StoreUnavailable;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Talks to a running service as its operator: JSON in, JSON out.
 *
 * <p>What the service refuses is a rejection with its violations; a service that does not answer, or not as Usher does,
 * is a {@link StoreUnavailable}.
 */
final class ServiceClient {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration CONNECT_WITHIN = Duration.ofSeconds(2);
    private static final Duration ANSWER_WITHIN = Duration.ofMinutes(10);

    private final ServiceFile service;
    private final HttpClient http;

    ServiceClient(ServiceFile service) {
        this.service = service;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT_WITHIN)
                .build();
    }

    /** True when the service answers at all. */
    boolean isAlive() {
        try {
            HttpRequest question = HttpRequest.newBuilder(at("/health/live"))
                    .timeout(CONNECT_WITHIN)
                    .GET()
                    .build();
            return http.send(question, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException noAnswer) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    Outcome<JsonNode> get(String organization, String pathAndQuery) {
        return send(organization, request(organization, pathAndQuery).GET());
    }

    Outcome<JsonNode> delete(String organization, String path) {
        return send(organization, request(organization, path).DELETE());
    }

    Outcome<JsonNode> post(String organization, String path, String contentType, BodyPublisher body) {
        return send(
                organization,
                request(organization, path).header("Content-Type", contentType).POST(body));
    }

    Outcome<JsonNode> postJson(String organization, String path, JsonNode body) {
        return post(organization, path, "application/json", BodyPublishers.ofString(body.toString()));
    }

    Outcome<JsonNode> putJson(String organization, String path, JsonNode body) {
        return sendJson("PUT", organization, path, body);
    }

    Outcome<JsonNode> patchJson(String organization, String path, JsonNode body) {
        return sendJson("PATCH", organization, path, body);
    }

    private Outcome<JsonNode> sendJson(String method, String organization, String path, JsonNode body) {
        return send(
                organization,
                request(organization, path)
                        .header("Content-Type", "application/json")
                        .method(method, BodyPublishers.ofString(body.toString())));
    }

    /** Of an organization that is not there it is told what the operator would be told without a service. */
    private Outcome<JsonNode> send(String organization, HttpRequest.Builder draft) {
        Outcome<JsonNode> outcome = send(draft);
        boolean isUnknown = outcome.violations().stream()
                .anyMatch(violation -> violation.code().equals(UnknownOrganization.CODE));
        return isUnknown ? unknown(organization) : outcome;
    }

    private Outcome<JsonNode> unknown(String organization) {
        return send(request(Organization.DEFAULT, RemoteAdministration.ORGANIZATIONS)
                        .GET())
                .then(houses ->
                        Outcome.rejected(UnknownOrganization.of(organization, houses.findValuesAsText("externalId"))));
    }

    private HttpRequest.Builder request(String organization, String pathAndQuery) {
        return HttpRequest.newBuilder(at(pathAndQuery))
                .timeout(ANSWER_WITHIN)
                .header("Accept", "application/json, application/problem+json")
                .header("Authorization", "Bearer " + service.secret())
                .header("X-Usher-Organization", encoded(organization));
    }

    /** A text as it stands in a part of a path, in a query or in a header. */
    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private URI at(String pathAndQuery) {
        return service.url().resolve(pathAndQuery);
    }

    private Outcome<JsonNode> send(HttpRequest.Builder draft) {
        HttpRequest request = draft.build();
        try {
            HttpResponse<byte[]> response = http.send(request, BodyHandlers.ofByteArray());
            return outcome(response.statusCode(), response.body());
        } catch (IOException noAnswer) {
            throw unavailable("does not answer: " + noAnswer, noAnswer);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw unavailable("was not waited for", interrupted);
        }
    }

    private Outcome<JsonNode> outcome(int status, byte[] body) {
        if (status >= 200 && status < 300) {
            return Outcome.accepted(body.length == 0 ? JSON.createObjectNode() : read(status, body));
        }
        if (status == 401) {
            throw unavailable("does not know the secret left beside the store; is it another one?");
        }
        JsonNode problem = read(status, body);
        String detail = problem.path("detail").asText("status " + status);
        if (status >= 500) {
            throw unavailable("answers " + status + ": " + detail);
        }
        return Outcome.rejected(violations(status, problem, detail));
    }

    private static List<Violation> violations(int status, JsonNode problem, String detail) {
        RuleKind kind = switch (status) {
            case 403 -> RuleKind.ACCESS;
            case 404 -> RuleKind.EXISTENCE;
            case 409 -> RuleKind.STATE;
            default -> RuleKind.ARGUMENT;
        };
        List<Violation> violations = new ArrayList<>();
        for (JsonNode violation : problem.path("violations")) {
            violations.add(new Violation(
                    kind,
                    violation.path("code").asText(""),
                    violation.path("path").asText(""),
                    violation.path("message").asText(detail)));
        }
        return violations.isEmpty()
                ? List.of(new Violation(kind, problem.path("code").asText(""), "", detail))
                : violations;
    }

    private JsonNode read(int status, byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException notJson) {
            throw unavailable("answers " + status + " with something that is no JSON", notJson);
        } catch (IOException neverInMemory) {
            throw unavailable("answers " + status + " unreadably", neverInMemory);
        }
    }

    private StoreUnavailable unavailable(String how) {
        return new StoreUnavailable("the service at " + service.url() + " " + how);
    }

    private StoreUnavailable unavailable(String how, Throwable cause) {
        return new StoreUnavailable("the service at " + service.url() + " " + how, cause);
    }
}
