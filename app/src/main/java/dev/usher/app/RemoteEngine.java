package dev.usher.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.usher.core.access.Role;
import dev.usher.core.access.TokenSecret;
import dev.usher.core.adapter.StoreHeld;
import dev.usher.core.rule.Outcome;
import dev.usher.core.service.EventStatistics;
import dev.usher.core.service.Inspection;
import dev.usher.core.statistics.InstantText;
import dev.usher.core.statistics.OperationIntake;
import dev.usher.core.statistics.StatisticsField;
import dev.usher.core.statistics.StatisticsQuestion;
import dev.usher.core.statistics.TicketStatistics;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;

/** The engine as a running service has it, asked over HTTP on the same machine. */
final class RemoteEngine implements Engine {
    private static final String TOKENS = "/usher/v1/tokens";
    private static final String INSPECTION = "/usher/v1/inspection";

    private final ServiceClient client;
    private final String statisticsPath;

    RemoteEngine(ServiceClient client, String statisticsPath) {
        this.client = client;
        this.statisticsPath = statisticsPath;
    }

    /**
     * The engine of the service that holds the store.
     *
     * @throws StoreHeld the same, when no service has left its address or none answers there
     */
    static RemoteEngine beside(StoreHeld held) {
        ServiceFile service = ServiceFile.findIn(held.folder()).orElseThrow(() -> held);
        ServiceClient client = new ServiceClient(service);
        if (!client.isAlive()) {
            throw held;
        }
        return new RemoteEngine(client, service.statisticsPath());
    }

    @Override
    public Outcome<OperationIntake> intake(String organization) {
        return Outcome.accepted(new RemoteIntake(client, organization));
    }

    @Override
    public Outcome<List<EventStatistics>> statistics(String organization, StatisticsQuestion question) {
        StringJoiner query = new StringJoiner("&", statisticsPath + "?", "");
        question.eventIds().forEach(eventId -> query.add("eventIds=" + encoded(eventId)));
        question.at().said().ifPresent(at -> query.add("dateTime=" + encoded(InstantText.write(at))));
        return client.get(organization, query.toString()).then(report -> {
            List<EventStatistics> events = new ArrayList<>();
            report.forEach(event -> events.add(event(event)));
            return Outcome.accepted(events);
        });
    }

    @Override
    public Outcome<Issued> createToken(String organization, Role role, String label) {
        JsonNode wanted =
                JsonNodeFactory.instance.objectNode().put("role", role.word()).put("label", label);
        return client.postJson(organization, TOKENS, wanted)
                .then(made -> Outcome.accepted(new Issued(
                        token(made), new TokenSecret(made.path("secret").asText()))));
    }

    @Override
    public Outcome<List<Token>> tokens(String organization) {
        return client.get(organization, TOKENS).then(list -> {
            List<Token> tokens = new ArrayList<>();
            list.forEach(token -> tokens.add(token(token)));
            return Outcome.accepted(tokens);
        });
    }

    @Override
    public Outcome<String> revokeToken(String organization, String id) {
        return client.delete(organization, TOKENS + "/" + encoded(id)).then(revoked -> Outcome.accepted(id));
    }

    @Override
    public Inspection.Report inspect() {
        JsonNode report =
                Refused.unless(client.post("default", INSPECTION, "application/json", BodyPublishers.noBody()));
        List<String> faults = new ArrayList<>();
        report.path("faults").forEach(fault -> faults.add(fault.asText()));
        return new Inspection.Report(
                report.path("organizations").asInt(),
                report.path("events").asInt(),
                report.path("blocks").asLong(),
                report.path("operations").asLong(),
                faults);
    }

    /** Nothing is held between two calls. */
    @Override
    public void close() {}

    private static EventStatistics event(JsonNode event) {
        long total = number(event, StatisticsField.TOTAL);
        TicketStatistics statistics = new TicketStatistics(
                total,
                number(event, StatisticsField.DELETED),
                total - number(event, StatisticsField.NEVER_DOWNLOADED),
                number(event, StatisticsField.DOWNLOADED),
                number(event, StatisticsField.PENDING_TRANSFER),
                number(event, StatisticsField.CONTROLLED),
                number(event, StatisticsField.ACTIVATED),
                number(event, StatisticsField.ACTIVATED_OFFLINE),
                number(event, StatisticsField.ACTIVATED_MANUALLY),
                number(event, StatisticsField.NOT_ACTIVATED),
                number(event, StatisticsField.TRANSFERRED_ONCE),
                number(event, StatisticsField.TRANSFERRED_TWICE),
                number(event, StatisticsField.TRANSFERRED_THREE_TIMES),
                number(event, StatisticsField.TRANSFERRED_FOUR_TIMES_OR_MORE),
                number(event, StatisticsField.TRANSFERS),
                instant(event.path(StatisticsField.UPDATED_AT)));
        return new EventStatistics(event.path(StatisticsField.EVENT).asText(), statistics);
    }

    private static long number(JsonNode event, StatisticsField field) {
        return event.path(field.word()).asLong();
    }

    private static Token token(JsonNode token) {
        return new Token(
                token.path("id").asText(),
                token.path("role").asText(),
                token.path("label").asText(),
                instant(token.path("createdAt")).orElse(Instant.EPOCH),
                instant(token.path("revokedAt")));
    }

    private static Optional<Instant> instant(JsonNode text) {
        return text.isTextual() ? InstantText.read(text.textValue()) : Optional.empty();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
