package dev.usher.adapters.http;

import static dev.usher.adapters.http.ProblemAssert.problem;
import static dev.usher.adapters.http.RunningService.TOKENS;
import static dev.usher.adapters.http.RunningService.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.usher.core.access.Role;
import dev.usher.core.access.TokenSecret;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Organizations, the people in them and their tokens, managed over HTTP. */
class OrganizationsTest {
    private static final String ORGANIZATIONS = "/usher/v1/organizations";
    private static final String USERS = "/usher/v1/users";
    private static final String JSON = "application/json";

    private final RunningService service = RunningService.start();
    private final TokenSecret operator = TokenSecret.drawnFrom(new SecureRandom());
    private final String owner = service.token("house", Role.OWNER);
    private final String viewer = service.token("house", Role.VIEWER);
    private final String stranger = service.token("another", Role.OWNER);
    private final String house = ORGANIZATIONS + "/" + only(service.getAs(owner, ORGANIZATIONS));

    @BeforeEach
    void trustTheOperator() {
        service.usher().accessTokens().trustOperator(operator);
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void oneSeesTheOrganizationsThatOnesTokenOpens() {
        JsonNode mine = json(service.getAs(owner, ORGANIZATIONS));
        assertThat(mine).hasSize(1);
        assertThat(mine.get(0).path("externalId").asText()).isEqualTo("house");
        assertThat(mine.get(0).path("role").asText()).isEqualTo("owner");
        assertThat(json(service.getAs(operator.text(), ORGANIZATIONS))).hasSizeGreaterThan(2);
        problem(service.getAs(stranger, house), 404, "NOT_FOUND");
        assertThat(problem(service.getAs(owner, ORGANIZATIONS + "/nowhere"), 404, "NOT_FOUND")
                        .path("detail")
                        .asText())
                .contains("'nowhere'");
        problem(service.getAs(operator.text(), ORGANIZATIONS + "/987654321"), 404, "NOT_FOUND");
        problem(service.get(ORGANIZATIONS), 401, "NO_AUTH");
    }

    @Test
    void onlyTheOperatorMakesOrganizationsAndEachNameOnce() {
        String opera = "{\"externalId\":\"opera\"}";
        problem(service.postAs(owner, ORGANIZATIONS, JSON, opera), 403, "OPERATOR_REQUIRED");
        HttpResponse<String> made = service.postAs(operator.text(), ORGANIZATIONS, JSON, opera);
        assertThat(made.statusCode()).isEqualTo(201);
        assertThat(made.headers().firstValue("Location"))
                .contains(ORGANIZATIONS + "/" + json(made).path("id").asText());
        problem(service.postAs(operator.text(), ORGANIZATIONS, JSON, opera), 409, "ORGANIZATION_EXISTS");
        problem(service.postAs(operator.text(), ORGANIZATIONS, JSON, "{}"), 400, "INVALID_ORGANIZATION");
        problem(service.postAs(operator.text(), ORGANIZATIONS, JSON, "{\"extrenalId\":\"x\"}"), 400, "UNKNOWN_MEMBER");
    }

    @Test
    void aProfileIsChangedOnlyInTheVersionThatWasSeen() {
        HttpResponse<String> before = service.getAs(viewer, house);
        assertThat(before.headers().firstValue("ETag"))
                .hasValueSatisfying(tag -> assertThat(tag).startsWith("\"0-"));
        assertThat(json(before).path("package").asText()).isEqualTo("professional");
        assertThat(json(before).path("name").isNull()).isTrue();

        HttpResponse<String> after = patch(owner, "{\"name\":\"The House\",\"fee_fixed\":\"USD,79\"}", "\"0\"");
        assertThat(after.statusCode()).isEqualTo(200);
        assertThat(after.headers().firstValue("ETag"))
                .hasValueSatisfying(tag -> assertThat(tag).startsWith("\"1-"));
        assertThat(json(after).path("name").asText()).isEqualTo("The House");
        assertThat(service.getAs(viewer, house).body()).isEqualTo(after.body().replace("owner", "viewer"));

        problem(patch(owner, "{\"name\":\"Mine\"}", "\"0\""), 412, "VERSION_CONFLICT");
        problem(patch(owner, "{\"name\":\"Mine\"}", "\"foreign\""), 400, "INVALID_TAG");
        problem(patch(owner, "{\"name\":\"Mine\"}", "1"), 400, "INVALID_TAG");
        problem(patch(viewer, "{\"name\":\"Mine\"}", "*"), 403, "NOT_AUTHORIZED");
        problem(patch(stranger, "{\"name\":\"Mine\"}", "*"), 404, "NOT_FOUND");
        assertThat(json(patch(owner, "{\"name\":null}", "*")).path("name").isNull())
                .isTrue();
    }

    @Test
    void everyFaultOfAProfileIsNamedAtOnce() {
        HttpResponse<String> refused = patch(
                owner,
                "{\"package\":\"gold\",\"payment_country\":\"Utopia\",\"paypal_email\":\"me\",\"fee_fixed\":\"79\","
                        + "\"default_organizer_id\":\"12\",\"fee_hundredths_percent\":20000}",
                "*");
        problem(refused, 400, "INVALID");
        assertThat(json(refused).path("violations").findValuesAsText("path"))
                .containsExactly(
                        "package",
                        "fee_hundredths_percent",
                        "default_organizer_id",
                        "payment_country",
                        "paypal_email",
                        "fee_fixed");
        HttpResponse<String> misshapen = patch(
                owner,
                "{\"name\":7,\"nmae\":\"x\",\"package\":\"gold\",\"fee_hundredths_percent\":2.5,\"default_organizer_id\":\"12\"}",
                "*");
        problem(misshapen, 400, "INVALID_TYPE");
        assertThat(json(misshapen).path("violations").findValuesAsText("path"))
                .containsExactly("name", "nmae", "package", "fee_hundredths_percent", "default_organizer_id");
        assertThat(misshapen.body())
                .contains("fee_hundredths_percent is '2.5'; expected a whole number from 0 to 10000");
        assertThat(patch(owner, "{\"fee_hundredths_percent\":\"abc\",\"delivery_methods\":[\"pigeon\"]}", "*")
                        .body())
                .contains("fee_hundredths_percent is 'abc'; expected a whole number", "delivery_methods is 'pigeon'; ");
        problem(patch(stranger, "{\"name\":7}", "*"), 404, "NOT_FOUND");
        problem(patch(viewer, "{\"nmae\":\"x\"}", "*"), 403, "NOT_AUTHORIZED");
        problem(patch(owner, "{\"delivery_methods\":[\"electronic\",7]}", "*"), 400, "INVALID_TYPE");
        problem(patch(owner, "{\"name\":\"a\",\"name\":\"b\"}", "*"), 400, "REPEATED_MEMBER");
    }

    @Test
    void peopleJoinChangeRolesAndLeaveButTheLastOwnerStays() {
        HttpResponse<String> made =
                service.postAs(owner, USERS, JSON, "{\"email\":\"Kim@Example.com\",\"role\":\"owner\"}");
        assertThat(made.statusCode()).isEqualTo(201);
        assertThat(json(made).path("email").asText()).isEqualTo("kim@example.com");
        String kim = json(made).path("id").asText();
        problem(service.postAs(owner, USERS, JSON, "{\"email\":\"kim@example.com\"}"), 409, "EMAIL_TAKEN");
        HttpResponse<String> misshapen = service.postAs(
                owner, USERS, JSON, "{\"email\":\"kim\",\"role\":\"king\",\"lastName\":7,\"name\":\"Kim\"}");
        problem(misshapen, 400, "INVALID_TYPE");
        assertThat(json(misshapen).path("violations").findValuesAsText("path"))
                .containsExactlyInAnyOrder("email", "role", "lastName", "name");
        problem(service.postAs(viewer, USERS, JSON, "{\"email\":7}"), 403, "NOT_AUTHORIZED");
        problem(service.postAs(owner, USERS, JSON, "{\"email\":\"kim\"}"), 400, "INVALID_EMAIL");
        problem(service.postAs(viewer, USERS, JSON, "{\"email\":\"x@example.com\"}"), 403, "NOT_AUTHORIZED");

        problem(put(owner, kim, "viewer"), 409, "LAST_OWNER");
        problem(service.send("DELETE", house + "/members/" + kim, "", "X-Api-Key", owner), 409, "LAST_OWNER");
        String lee = json(service.postAs(owner, USERS, JSON, "{\"email\":\"lee@example.com\"}"))
                .path("id")
                .asText();
        assertThat(put(owner, lee, "owner").statusCode()).isEqualTo(200);
        assertThat(service.send("DELETE", house + "/members/" + kim, "", "X-Api-Key", owner)
                        .statusCode())
                .isEqualTo(204);
        assertThat(json(service.getAs(viewer, house + "/members")).findValuesAsText("id"))
                .containsExactly(lee);
        assertThat(service.getAs(viewer, USERS).body())
                .isEqualTo(service.getAs(viewer, house + "/members").body());

        problem(service.getAs(owner, USERS + "/" + kim), 404, "NOT_FOUND");
        for (String nobody : new String[] {kim, "somebody", "nobody@example.com"}) {
            assertThat(problem(put(owner, nobody, "viewer"), 404, "NOT_FOUND")
                            .path("detail")
                            .asText())
                    .contains("there is no user '" + nobody + "'");
        }
        assertThat(put(owner, "KIM%40example.com", "viewer").statusCode()).isEqualTo(200);
        assertThat(json(service.getAs(owner, USERS + "/" + kim))
                        .path("memberships")
                        .findValuesAsText("role"))
                .containsExactly("viewer");
        problem(service.getAs(stranger, USERS + "/" + kim), 404, "NOT_FOUND");
        problem(service.getAs(stranger, house + "/members"), 404, "NOT_FOUND");
    }

    @Test
    void aUsersTokenOpensEveryOrganizationOfTheUserWithTheRoleThere() {
        String kim = json(service.postAs(owner, USERS, JSON, "{\"email\":\"kim@example.com\",\"role\":\"viewer\"}"))
                .path("id")
                .asText();
        String another = ORGANIZATIONS + "/" + only(service.getAs(stranger, ORGANIZATIONS));
        assertThat(service.send(
                                "PUT",
                                another + "/members/kim@example.com",
                                "{\"role\":\"owner\"}",
                                "X-Api-Key",
                                stranger,
                                "Content-Type",
                                JSON)
                        .statusCode())
                .isEqualTo(200);
        String wish = "{\"role\":\"owner\",\"user\":\"" + kim + "\"}";
        problem(service.postAs(owner, TOKENS, JSON, wish), 403, "USER_ELSEWHERE");
        HttpResponse<String> made = service.send(
                "POST",
                TOKENS,
                wish,
                "X-Api-Key",
                operator.text(),
                "X-Usher-Organization",
                "house",
                "Content-Type",
                JSON);
        assertThat(made.statusCode()).isEqualTo(201);
        String token = json(made).path("secret").asText();
        assertThat(json(service.getAs(token, ORGANIZATIONS)).findValuesAsText("role"))
                .containsExactly("viewer", "owner");
        problem(service.getAs(token, TOKENS), 403, "OWNER_REQUIRED");
        assertThat(service.send("PATCH", another, "{\"name\":\"Ours\"}", "X-Api-Key", token, "Content-Type", JSON)
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void aTokenIsRotatedAndMayHaveAnEnd() {
        String made = "{\"role\":\"viewer\",\"expiresAt\":\"2999-01-01T00:00:00Z\"}";
        JsonNode first = json(service.postAs(owner, TOKENS, JSON, made));
        assertThat(first.path("expiresAt").asText()).startsWith("2999-01-01T00:00:00");
        String rotation = TOKENS + "/" + first.path("id").asText() + "/rotation";
        problem(service.postAs(owner, rotation, JSON, "{\"grace\":\"an hour\"}"), 400, "INVALID_DURATION");
        assertThat(problem(service.postAs(owner, rotation, JSON, "{\"grace\":\"P31D\"}"), 400, "INVALID_GRACE")
                        .path("detail")
                        .asText())
                .contains("for P31D;", "to P30D");
        HttpResponse<String> misshapen =
                service.postAs(owner, rotation, JSON, "{\"grace\":\"5m\",\"expiresAt\":\"soon\",\"label\":\"x\"}");
        problem(misshapen, 400, "UNKNOWN_MEMBER");
        assertThat(json(misshapen).path("violations").findValuesAsText("path"))
                .containsExactly("label", "grace", "expiresAt");
        assertThat(problem(service.postAs(owner, TOKENS + "/abc/rotation", JSON, "{}"), 404, "UNKNOWN_TOKEN")
                        .path("detail")
                        .asText())
                .contains("'abc'");
        problem(service.getAs(owner, TOKENS + "?role=viewer"), 400, "UNKNOWN_PARAMETER");
        problem(
                service.postAs(owner, rotation, JSON, "{\"expiresAt\":\"1999-01-01T00:00:00Z\"}"),
                400,
                "INVALID_EXPIRY");
        problem(service.postAs(stranger, rotation, JSON, "{}"), 404, "UNKNOWN_TOKEN");
        HttpResponse<String> second = service.postAs(owner, rotation, JSON, "{\"grace\":\"PT0S\"}");
        assertThat(second.statusCode()).isEqualTo(201);
        problem(service.getAs(first.path("secret").asText(), ORGANIZATIONS), 401, "INVALID_AUTH");
        assertThat(service.getAs(json(second).path("secret").asText(), ORGANIZATIONS)
                        .statusCode())
                .isEqualTo(200);
        problem(service.postAs(owner, rotation, JSON, "{}"), 409, "TOKEN_ENDED");
        problem(
                service.postAs(owner, TOKENS, JSON, "{\"role\":\"viewer\",\"expiresAt\":\"soon\"}"),
                400,
                "INVALID_INSTANT");
        problem(
                service.postAs(
                        owner,
                        TOKENS,
                        JSON,
                        "{\"role\":\"viewer\",\"expiresAt\":\"" + Instant.EPOCH + "\",\"user\":123456}"),
                400,
                "INVALID_EXPIRY");
    }

    private HttpResponse<String> patch(String token, String body, String ifMatch) {
        return service.send("PATCH", house, body, "X-Api-Key", token, "Content-Type", JSON, "If-Match", ifMatch);
    }

    private HttpResponse<String> put(String token, String user, String role) {
        return service.send(
                "PUT",
                house + "/members/" + user,
                "{\"role\":\"" + role + "\"}",
                "X-Api-Key",
                token,
                "Content-Type",
                JSON);
    }

    private static String only(HttpResponse<String> list) {
        return json(list).get(0).path("id").asText();
    }
}
