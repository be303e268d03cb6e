package dev.usher.adapters.http;

import static dev.usher.adapters.http.ProblemAssert.problem;
import static dev.usher.adapters.http.RunningService.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.usher.core.access.Role;
import dev.usher.core.attribute.Attribute;
import dev.usher.core.event.Organizer;
import dev.usher.core.event.Venue;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Venues and organizers, made, changed, shown and listed over the native API. */
class BelongingsTest {
    private static final String JSON = "application/json";

    private final RunningService service = RunningService.start();
    private final String member = service.token("house", Role.MEMBER);
    private final String viewer = service.token("house", Role.VIEWER);
    private final String stranger = service.token("another", Role.OWNER);

    private enum Sort {
        VENUES(Venue.ATTRIBUTES, "country", "Atlantis"),
        ORGANIZERS(Organizer.ATTRIBUTES, "website", "gopher://here");

        private final List<Attribute<?>> attributes;
        private final String wrongMember;
        private final String wrongValue;

        Sort(List<Attribute<?>> attributes, String wrongMember, String wrongValue) {
            this.attributes = attributes;
            this.wrongMember = wrongMember;
            this.wrongValue = wrongValue;
        }

        String path() {
            return this == VENUES ? "/usher/v1/venues" : "/usher/v1/organizers";
        }

        String word() {
            return this == VENUES ? "venues" : "organizers";
        }
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @ParameterizedTest
    @EnumSource(Sort.class)
    void oneIsMadeAndShownWithEveryAttribute(Sort sort) {
        HttpResponse<String> made = add(sort, "The hall");
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        JsonNode one = json(made);
        String path = sort.path() + "/" + one.path("id").asText();
        assertThat(made.headers().firstValue("Location")).contains(path);
        assertThat(made.headers().firstValue("ETag"))
                .hasValueSatisfying(tag -> assertThat(tag).startsWith("\"1-"));
        assertThat(one.path("name").asText()).isEqualTo("The hall");
        for (Attribute<?> attribute : sort.attributes) {
            assertThat(one.has(attribute.name())).as(attribute.name()).isTrue();
        }
        assertThat(service.getAs(viewer, path).body()).isEqualTo(made.body());
        problem(service.getAs(stranger, path), 404, "NOT_FOUND");
        problem(service.postAs(viewer, sort.path(), JSON, "{\"name\":\"x\"}"), 403, "NOT_AUTHORIZED");
        problem(
                service.postAs(stranger, sort.path(), JSON, "{\"name\":\"x\",\"organization_id\":\"987654\"}"),
                404,
                "NOT_FOUND");
        assertThat(problem(service.getAs(viewer, sort.path() + "/none"), 404, "NOT_FOUND")
                        .path("detail")
                        .asText())
                .contains("'none'");
    }

    @ParameterizedTest
    @EnumSource(Sort.class)
    void whatIsWrongIsToldTogetherAtItsMember(Sort sort) {
        HttpResponse<String> refused = service.postAs(
                member,
                sort.path(),
                JSON,
                "{\"nam\":\"x\",\"" + sort.wrongMember + "\":\"" + sort.wrongValue + "\",\"organization_id\":\"x\"}");
        problem(refused, 400, "UNKNOWN_MEMBER");
        assertThat(json(refused).path("violations").findValuesAsText("path"))
                .containsExactly("nam", "organization_id", "name", sort.wrongMember);
        assertThat(refused.body()).doesNotContain("venue.", "organizer.");
        assertThat(json(service.postAs(
                                member,
                                sort.path(),
                                JSON,
                                "{\"" + sort.wrongMember + "\":\"" + sort.wrongValue + "\"}"))
                        .path("violations")
                        .findValuesAsText("path"))
                .containsExactly("name", sort.wrongMember);
    }

    @ParameterizedTest
    @EnumSource(Sort.class)
    void aChangeIsMadeToTheVersionThatWasSeen(Sort sort) {
        String path = sort.path() + "/" + json(add(sort, "The hall")).path("id").asText();
        HttpResponse<String> changed = patch(path, "{\"name\":\"The barn\"}", "\"1\"");
        assertThat(changed.statusCode()).as(changed.body()).isEqualTo(200);
        assertThat(changed.headers().firstValue("ETag"))
                .hasValueSatisfying(tag -> assertThat(tag).startsWith("\"2-"));
        assertThat(json(changed).path("name").asText()).isEqualTo("The barn");
        problem(patch(path, "{\"name\":\"The attic\"}", "\"1\""), 412, "VERSION_CONFLICT");
        problem(patch(path, "{\"name\":null}", "*"), 400, "MISSING");
        assertThat(service.getAs(viewer, path).body()).isEqualTo(changed.body());
        problem(patch(path, "{\"name\":\"The loft\",\"nmae\":\"x\"}", "*"), 400, "UNKNOWN_MEMBER");
        assertThat(service.getAs(viewer, path).body()).isEqualTo(changed.body());
    }

    @ParameterizedTest
    @EnumSource(Sort.class)
    void theyAreListedInPages(Sort sort) {
        String first = add(sort, "One").body();
        String second = add(sort, "Two").body();
        assertThat(service.getAs(viewer, sort.path() + "?pageSize=1&page=2").body())
                .isEqualTo("{\"" + sort.word() + "\":[" + second
                        + "],\"page\":2,\"page_size\":1,\"pages\":2,\"total\":2}");
        assertThat(service.getAs(viewer, sort.path()).body()).contains("[" + first + "," + second + "]");
        assertThat(json(service.getAs(stranger, sort.path())).path("total").asLong())
                .isZero();
        problem(service.getAs(viewer, sort.path() + "?page=0"), 400, "INVALID");
        problem(service.getAs(viewer, sort.path() + "?name=One"), 400, "UNKNOWN_PARAMETER");
        problem(service.getAs(viewer, sort.path() + "?organization=987654"), 404, "NOT_FOUND");
    }

    private HttpResponse<String> add(Sort sort, String name) {
        return service.postAs(member, sort.path(), JSON, "{\"name\":\"" + name + "\"}");
    }

    private HttpResponse<String> patch(String path, String body, String ifMatch) {
        return service.send("PATCH", path, body, "X-Api-Key", member, "Content-Type", JSON, "If-Match", ifMatch);
    }
}
