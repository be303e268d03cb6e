package dev.usher.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.Locale;

/** What every refusal has in common, whatever refused it. */
final class ProblemAssert {
    private ProblemAssert() {}

    /** The problem's members, after checking its form. */
    static JsonNode problem(HttpResponse<String> response, int status, String code) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(response.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(response.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(response.headers().firstValue("X-Request-Id")).isPresent();
        return problem(response.body(), status, code);
    }

    static JsonNode problem(String body, int status, String code) {
        JsonNode problem = RunningService.json(body);
        assertThat(problem.get("status").asInt()).isEqualTo(status);
        assertThat(problem.get("code").asText()).isEqualTo(code);
        assertThat(problem.get("type").asText()).isEqualTo("about:blank");
        assertThat(problem.get("title").asText()).isNotBlank();
        assertThat(problem.get("detail").asText()).isNotBlank();
        assertThat(problem.get("violations").isArray()).isTrue();
        assertThat(body).doesNotContainPattern("Exception|at [a-z.]+\\(|SQLSTATE|dev\\.usher|io\\.vertx|java\\.");
        return problem;
    }

    /** The same of an answer that came over a raw connection. */
    static JsonNode rawProblem(String answer, int status, String code) {
        assertThat(answer).matches("(?s)HTTP/1\\.[01] " + status + " .*");
        int body = answer.indexOf("\r\n\r\n");
        assertThat(answer.substring(0, body).toLowerCase(Locale.ROOT))
                .contains("content-type: application/problem+json")
                .contains("x-request-id: ");
        return problem(answer.substring(body + 4), status, code);
    }
}
