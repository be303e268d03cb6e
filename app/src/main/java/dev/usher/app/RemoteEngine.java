package dev.usher.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.usher.core.access.TokenSecret;
import dev.usher.core.access.TokenWish;
import dev.usher.core.adapter.StoreHeld;
import dev.usher.core.rule.Outcome;
import dev.usher.core.service.EventStatistics;
import dev.usher.core.service.Inspection;
import dev.usher.core.service.StatisticsAsOf;
import dev.usher.core.service.StatisticsSeries;
import dev.usher.core.statistics.AsOfQuestion;
import dev.usher.core.statistics.EventInQuestion;
import dev.usher.core.statistics.InstantText;
import dev.usher.core.statistics.OperationIntake;
import dev.usher.core.statistics.SeriesQuestion;
import dev.usher.core.statistics.StatisticsField;
import dev.usher.core.statistics.StatisticsQuestion;
import dev.usher.core.statistics.TicketStatistics;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;

/** The engine as a running service has it, asked over HTTP on the same machine. */
final class RemoteEngine implements Engine {
    private static final String TOKENS = "/usher/v1/tokens";
    static final String EVENTS = "/usher/v1/events/";
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
        question.eventIds().forEach(eventId -> query.add("eventIds=" + ServiceClient.encoded(eventId)));
        question.at().said().ifPresent(at -> query.add("dateTime=" + ServiceClient.encoded(InstantText.write(at))));
        return client.get(organization, query.toString()).then(report -> {
            List<EventStatistics> events = new ArrayList<>();
            report.forEach(event -> events.add(event(event)));
            return Outcome.accepted(events);
        });
    }

    @Override
    public Outcome<StatisticsAsOf> statistics(String organization, AsOfQuestion question) {
        StringJoiner query = query(question.event(), "/statistics");
        question.at().said().ifPresent(at -> query.add("at=" + ServiceClient.encoded(InstantText.write(at))));
        return client.get(organization, query.toString())
                .then(answer -> Outcome.accepted(new StatisticsAsOf(
                        answer.path(StatisticsField.EVENT).asText(),
                        instant(answer.path("at")).orElse(Instant.EPOCH),
                        question.event().knownAt().said(),
                        answer.path("sequence").asLong(),
                        event(answer).statistics())));
    }

    @Override
    public Outcome<StatisticsSeries> series(String organization, SeriesQuestion question) {
        StringJoiner query = query(question.event(), "/statistics/timeline");
        question.from().said().ifPresent(from -> query.add("from=" + ServiceClient.encoded(InstantText.write(from))));
        question.to().said().ifPresent(to -> query.add("to=" + ServiceClient.encoded(InstantText.write(to))));
        question.step().said().ifPresent(step -> query.add("step=" + ServiceClient.encoded(step.toString())));
        return client.get(organization, query.toString())
                .then(answer -> Outcome.accepted(new StatisticsSeries(
                        answer.path(StatisticsField.EVENT).asText(),
                        question.instants(),
                        question.event().knownAt().said(),
                        answer.path("sequence").asLong(),
                        points(answer.path("series"), answer.path("points").asInt()))));
    }

    @Override
    public Outcome<Issued> createToken(String organization, TokenWish wish) {
        ObjectNode wanted = JsonNodeFactory.instance
                .objectNode()
                .put("role", wish.role().word())
                .put("label", wish.label());
        wish.user().ifPresent(user -> wanted.put("user", Long.toString(user)));
        wish.expiresAt().ifPresent(end -> wanted.put("expiresAt", InstantText.write(end)));
        return client.postJson(organization, TOKENS, wanted).then(RemoteEngine::issued);
    }

    @Override
    public Outcome<Issued> rotateToken(String organization, long id, Duration grace, Optional<Instant> expiresAt) {
        ObjectNode wanted = JsonNodeFactory.instance.objectNode().put("grace", grace.toString());
        expiresAt.ifPresent(end -> wanted.put("expiresAt", InstantText.write(end)));
        return client.postJson(organization, TOKENS + "/" + id + "/rotation", wanted)
                .then(RemoteEngine::issued);
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
    public Outcome<Long> revokeToken(String organization, long id) {
        return client.delete(organization, TOKENS + "/" + id).then(revoked -> Outcome.accepted(id));
    }

    @Override
    public Administration administration() {
        return new RemoteAdministration(client);
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

    private static StringJoiner query(EventInQuestion event, String path) {
        StringJoiner query = new StringJoiner("&", EVENTS + ServiceClient.encoded(event.eventId()) + path + "?", "");
        event.knownAt()
                .said()
                .ifPresent(known -> query.add("knownAt=" + ServiceClient.encoded(InstantText.write(known))));
        event.atLeast().said().ifPresent(sequence -> query.add("atLeast=" + sequence));
        return query;
    }

    private static EventStatistics event(JsonNode event) {
        return new EventStatistics(
                event.path(StatisticsField.EVENT).asText(),
                statistics(
                        field -> event.path(field.word()).asLong(), instant(event.path(StatisticsField.UPDATED_AT))));
    }

    private static List<TicketStatistics> points(JsonNode series, int count) {
        return IntStream.range(0, count)
                .mapToObj(point -> statistics(
                        field -> series.path(field.word()).path(point).asLong(),
                        instant(series.path(StatisticsField.UPDATED_AT).path(point))))
                .toList();
    }

    private static TicketStatistics statistics(ToLongFunction<StatisticsField> number, Optional<Instant> updatedAt) {
        long total = number.applyAsLong(StatisticsField.TOTAL);
        return new TicketStatistics(
                total,
                number.applyAsLong(StatisticsField.DELETED),
                total - number.applyAsLong(StatisticsField.NEVER_DOWNLOADED),
                number.applyAsLong(StatisticsField.DOWNLOADED),
                number.applyAsLong(StatisticsField.PENDING_TRANSFER),
                number.applyAsLong(StatisticsField.CONTROLLED),
                number.applyAsLong(StatisticsField.ACTIVATED),
                number.applyAsLong(StatisticsField.ACTIVATED_OFFLINE),
                number.applyAsLong(StatisticsField.ACTIVATED_MANUALLY),
                number.applyAsLong(StatisticsField.NOT_ACTIVATED),
                number.applyAsLong(StatisticsField.TRANSFERRED_ONCE),
                number.applyAsLong(StatisticsField.TRANSFERRED_TWICE),
                number.applyAsLong(StatisticsField.TRANSFERRED_THREE_TIMES),
                number.applyAsLong(StatisticsField.TRANSFERRED_FOUR_TIMES_OR_MORE),
                number.applyAsLong(StatisticsField.TRANSFERS),
                updatedAt);
    }

    private static Outcome<Issued> issued(JsonNode made) {
        return Outcome.accepted(
                new Issued(token(made), new TokenSecret(made.path("secret").asText())));
    }

    private static Token token(JsonNode token) {
        return new Token(
                token.path("id").asText(),
                token.path("role").asText(),
                token.path("label").asText(),
                Optional.of(token.path("user")).filter(JsonNode::isTextual).map(JsonNode::textValue),
                instant(token.path("createdAt")).orElse(Instant.EPOCH),
                instant(token.path("expiresAt")),
                instant(token.path("revokedAt")));
    }

    private static Optional<Instant> instant(JsonNode text) {
        return text.isTextual() ? InstantText.read(text.textValue()) : Optional.empty();
    }
}
