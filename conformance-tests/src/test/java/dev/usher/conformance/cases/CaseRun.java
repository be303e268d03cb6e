package dev.usher.conformance.cases;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.usher.core.access.Role;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A case on its way through a service: in a house of its own, from the same instant on. */
final class CaseRun {
    private final Map<String, JsonNode> bodies;
    private final CaseClient client;
    private final CaseClock clock;
    private final House house;
    private final House elsewhere;
    private final Bindings names = new Bindings();

    /**
     * A run that has not begun.
     *
     * @param bodies which a step's body may change
     * @param house where the owner, the member and the viewer are at home
     * @param elsewhere where the stranger is the owner
     */
    CaseRun(Map<String, JsonNode> bodies, CaseClient client, CaseClock clock, House house, House elsewhere) {
        this.bodies = bodies;
        this.client = client;
        this.clock = clock;
        this.house = house;
        this.elsewhere = elsewhere;
    }

    void run(Case theCase) {
        clock.put(CaseClock.BEGIN);
        names.bind("base", client.url().toString());
        names.bind("house", Long.toString(house.organization()));
        names.bind("elsewhere", Long.toString(elsewhere.organization()));
        house.people().forEach((role, person) -> {
            names.bind(role.word() + "_token", person.token());
            names.bind(role.word() + "_user", Long.toString(person.user()));
            names.bind(role.word() + "_token_id", Long.toString(person.tokenId()));
        });
        names.bind("revoked_id", Long.toString(house.revoked().id()));
        names.bind(
                "stranger_user",
                Long.toString(elsewhere.people().get(Role.OWNER).user()));
        theCase.bindings().forEach(names::bind);
        theCase.steps().forEach(this::take);
    }

    /**
     * The answer to one more request.
     *
     * @param as who asks, as a step has it, or with a token that is {@code bad}, {@code unknown}, {@code revoked} or
     *     {@code expired}
     * @param body JSON; empty for none
     */
    CaseClient.Answer ask(String method, String path, String as, String body) {
        JsonNode content = body.isEmpty() ? MissingNode.getInstance() : TextNode.valueOf(names.text(body));
        Step step = Step.plain(method, names.text(path));
        return client.send(step, token(as), MissingNode.getInstance(), content);
    }

    private void take(Step step) {
        step.clock().ifPresent(instant -> clock.put(Instant.parse(names.text(instant))));
        Step said = step.at(names.text(step.path()));
        JsonNode body = (step.body().isMissingNode() && step.like().isEmpty())
                ? MissingNode.getInstance()
                : merged(like(step), names.json(step.body()));
        Optional<String> token = token(names.text(step.as()));
        CaseClient.Answer answer = client.send(said, token, names.json(step.query()), body);
        List<String> faults = faults(step.expected(), answer);
        step.expected()
                .sameAs()
                .map(path -> client.send(step.at(names.text(path)), token, names.json(step.query()), body))
                .ifPresent(twin -> faults.addAll(TwinAnswer.differences(step.method(), answer, twin)));
        assertThat(faults)
                .as(
                        "%s %s %s %s%n-> %s %s%n",
                        step.method(), said.path(), step.query(), body, answer.status(), answer.text())
                .isEmpty();
        step.keep().forEach((name, pointer) -> {
            JsonNode kept = answer.json().at(names.text(pointer));
            assertThat(kept.isMissingNode())
                    .as("%s of %s", pointer, answer.text())
                    .isFalse();
            names.bind(name, kept);
        });
    }

    private List<String> faults(Step.Expected expected, CaseClient.Answer answer) {
        List<String> faults = new ArrayList<>();
        if (answer.status() != expected.status()) {
            faults.add("expected status " + expected.status() + ", was " + answer.status());
        }
        expected.error().ifPresent(code -> faults.addAll(envelope(names.text(code), expected.status(), answer.json())));
        if (!expected.arguments().isMissingNode()) {
            JsonNode wrong = answer.json().at("/error_detail/ARGUMENTS_ERROR");
            JsonNode right = names.json(expected.arguments());
            if (!right.equals(wrong)) {
                faults.add("expected the arguments " + right + ", was " + wrong);
            }
        }
        if (!expected.answer().isMissingNode()) {
            faults.addAll(JsonSubset.differences(names.json(expected.answer()), answer.json()));
        }
        expected.absent().stream()
                .map(names::text)
                .filter(answer.text()::contains)
                .forEach(word -> faults.add("'" + word + "' stands in the answer"));
        return faults;
    }

    /** An error says its status, its code and, in words, what it is about. */
    private static List<String> envelope(String code, int status, JsonNode answer) {
        List<String> faults = new ArrayList<>();
        if (!answer.path("error").asText().equals(code)) {
            faults.add("expected error " + code + ", was " + answer.path("error"));
        }
        if (answer.path("status_code").asInt() != status) {
            faults.add("expected status_code " + status + ", was " + answer.path("status_code"));
        }
        if (answer.path("error_description").asText().isBlank()) {
            faults.add("the error is not described");
        }
        return faults;
    }

    private Optional<String> token(String as) {
        return switch (as) {
            case "nobody" -> Optional.empty();
            case "bad" -> Optional.of("usher_0123456789");
            case "unknown" -> Optional.of(house.unknown());
            case "revoked" -> Optional.of(house.revoked().token());
            case "expired" -> Optional.of(house.expired());
            case "stranger" -> Optional.of(elsewhere.token(Role.OWNER.word()));
            default -> Optional.of(house.token(as));
        };
    }

    private JsonNode like(Step step) {
        if (!step.like().isEmpty() && !bodies.containsKey(step.like())) {
            throw new AssertionError("no body is called '" + step.like() + "'");
        }
        return names.json(bodies.getOrDefault(step.like(), MissingNode.getInstance()));
    }

    /** A body with some members changed, or with none where there is no other. */
    private static JsonNode merged(JsonNode like, JsonNode changes) {
        if (!changes.isObject() || !like.isObject()) {
            return changes.isMissingNode() ? like : changes;
        }
        ObjectNode merged = like.deepCopy();
        changes.properties().forEach(member -> {
            if (member.getValue().asText().equals("<absent>")) {
                merged.remove(member.getKey());
            } else {
                merged.set(member.getKey(), merged(like.path(member.getKey()), member.getValue()));
            }
        });
        return merged;
    }
}
