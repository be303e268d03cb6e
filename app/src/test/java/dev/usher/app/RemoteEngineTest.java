package dev.usher.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.usher.app.TrialService.Answer;
import dev.usher.app.TrialService.Asked;
import dev.usher.core.access.Role;
import dev.usher.core.access.TokenWish;
import dev.usher.core.adapter.StoreHeld;
import dev.usher.core.rule.RuleKind;
import dev.usher.core.rule.Violation;
import dev.usher.core.service.EventStatistics;
import dev.usher.core.service.Inspection;
import dev.usher.core.service.StatisticsAsOf;
import dev.usher.core.service.StatisticsSeries;
import dev.usher.core.statistics.AsOfQuestion;
import dev.usher.core.statistics.EventInQuestion;
import dev.usher.core.statistics.InstantText;
import dev.usher.core.statistics.Instants;
import dev.usher.core.statistics.OperationIntake;
import dev.usher.core.statistics.OperationKind;
import dev.usher.core.statistics.SeriesQuestion;
import dev.usher.core.statistics.StatisticsQuestion;
import dev.usher.core.statistics.TicketStatistics;
import dev.usher.core.store.StoreUnavailable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What commands ask of a running service, against a real HTTP server. */
class RemoteEngineTest {
    private static final long SIX = InstantText.microseconds("2025-05-21T06:00:00Z");

    private static final TicketStatistics TWO_TICKETS = new TicketStatistics(
            2, 1, 1, 0, 0, 1, 1, 1, 0, 0, 1, 0, 0, 0, 1, Optional.of(Instant.parse("2025-05-21T05:59:59Z")));

    @TempDir
    Path folder;

    private Engine beside(TrialService service) throws IOException {
        service.note().leaveIn(folder);
        return RemoteEngine.beside(new StoreHeld(folder));
    }

    @Test
    void operationsAreSentAsTheOperatorInBatchesOfTenThousand() throws IOException {
        Function<Asked, Answer> receipt = asked -> new Answer(
                200, "{\"added\":" + asked.body().lines().count() + ",\"repeated\":1,\"sequences\":{\"gala\":7}}");
        try (TrialService service = new TrialService(receipt);
                Engine engine = beside(service)) {
            OperationIntake intake = Refused.unless(engine.intake("opera"));
            for (int row = 0; row < 10_001; row++) {
                intake.add("gala", "A-" + row, OperationKind.DOWNLOADED, SIX, row == 0 ? "tele\"phone" : "");
            }
            assertThat(intake.durable()).isEqualTo(10_000);

            OperationIntake.Totals totals = intake.finish();

            assertThat(totals).isEqualTo(new OperationIntake.Totals(10_001, 2, 1));
            assertThat(intake.durable()).isEqualTo(10_001);
            assertThat(service.asked()).hasSize(2).allSatisfy(asked -> {
                assertThat(asked.line()).isEqualTo("POST /usher/v1/ticket-operations");
                assertThat(asked.authorization()).isEqualTo("Bearer usher_operator");
                assertThat(asked.organization()).isEqualTo("opera");
                assertThat(asked.contentType()).isEqualTo("application/x-ndjson");
            });
            assertThat(service.asked().get(0).body().lines().findFirst())
                    .contains("{\"event_id\":\"gala\",\"ticket_id\":\"A-0\",\"operation\":\"downloaded\","
                            + "\"occurred_at\":\"2025-05-21T06:00:00.000Z\",\"device_id\":\"tele\\\"phone\"}");
            assertThat(service.asked().get(1).body())
                    .isEqualTo("{\"event_id\":\"gala\",\"ticket_id\":\"A-10000\",\"operation\":\"downloaded\","
                            + "\"occurred_at\":\"2025-05-21T06:00:00.000Z\"}\n");
        }
    }

    @Test
    void aBatchOfLongNamesIsSentBeforeItGrowsPastTwoMebibytes() throws IOException {
        try (TrialService service = new TrialService(asked -> new Answer(200, "{}"));
                Engine engine = beside(service)) {
            OperationIntake intake = Refused.unless(engine.intake("default"));
            String name = "語".repeat(255);
            for (int row = 0; row < 1_000; row++) {
                intake.add(name, name, OperationKind.ISSUED, SIX, name);
            }
            intake.finish();

            assertThat(service.asked())
                    .hasSizeGreaterThan(1)
                    .allSatisfy(asked -> assertThat(asked.body().getBytes(StandardCharsets.UTF_8).length)
                            .isLessThan((2 << 20) + 4_096));
        }
    }

    @Test
    void statisticsComeBackAsTheyWereSent() throws IOException {
        EventStatistics gala = new EventStatistics(
                "the gala",
                new TicketStatistics(
                        12,
                        1,
                        9,
                        8,
                        7,
                        6,
                        5,
                        4,
                        3,
                        2,
                        1,
                        2,
                        3,
                        4,
                        30,
                        Optional.of(Instant.parse("2025-05-21T05:59:59Z"))));
        EventStatistics silent = new EventStatistics("silent", TicketStatistics.NONE);
        List<EventStatistics> report = List.of(gala, silent);
        try (TrialService service = new TrialService(asked -> new Answer(200, StatisticsPrint.JSON.of(report)));
                Engine engine = beside(service)) {
            StatisticsQuestion question =
                    StatisticsQuestion.of(List.of("the gala", "silent"), Instant.parse("2025-05-21T06:00:00Z"));

            assertThat(Refused.unless(engine.statistics("default", question))).isEqualTo(report);
            assertThat(service.asked().get(0).line())
                    .isEqualTo("GET /report?eventIds=the%20gala&eventIds=silent&dateTime=2025-05-21T06%3A00%3A00.000Z");
        }
    }

    @Test
    void aQuestionAboutOneEventGoesToItsOwnPath() throws IOException {
        String numbers = StatisticsPrint.JSON.of(List.of(new EventStatistics("a/b", TWO_TICKETS)));
        String answer = numbers.substring(numbers.indexOf('{') + 1, numbers.lastIndexOf('}'));
        Function<Asked, Answer> service =
                asked -> new Answer(200, "{\"at\":\"2025-05-21T06:00:00.000Z\",\"sequence\":7," + answer + "}");
        try (TrialService trial = new TrialService(service);
                Engine engine = beside(trial)) {
            Instant six = Instant.parse("2025-05-21T06:00:00Z");
            AsOfQuestion question = AsOfQuestion.of(
                    EventInQuestion.of("a/b").knownAt(six.plusSeconds(1)).atLeast(7), six);

            assertThat(Refused.unless(engine.statistics("default", question)))
                    .isEqualTo(new StatisticsAsOf("a/b", six, Optional.of(six.plusSeconds(1)), 7, TWO_TICKETS));
            assertThat(trial.asked().get(0).line())
                    .isEqualTo("GET /usher/v1/events/a%2Fb/statistics?knownAt=2025-05-21T06%3A00%3A01.000Z"
                            + "&atLeast=7&at=2025-05-21T06%3A00%3A00.000Z");
        }
    }

    @Test
    void aSeriesComesBackAsItWasSent() throws IOException {
        Instant six = Instant.parse("2025-05-21T06:00:00Z");
        StatisticsSeries series = new StatisticsSeries(
                "the gala",
                Instants.between(six, six.plusSeconds(3_600), Duration.ofHours(1)),
                Optional.empty(),
                9,
                List.of(TicketStatistics.NONE, TWO_TICKETS));
        try (TrialService trial = new TrialService(asked -> new Answer(200, StatisticsPrint.JSON.of(series)));
                Engine engine = beside(trial)) {
            SeriesQuestion question =
                    SeriesQuestion.of(EventInQuestion.of("the gala"), six, six.plusSeconds(3_600), Duration.ofHours(1));

            assertThat(Refused.unless(engine.series("default", question))).isEqualTo(series);
            assertThat(trial.asked().get(0).line())
                    .isEqualTo("GET /usher/v1/events/the%20gala/statistics/timeline?from=2025-05-21T06%3A00%3A00.000Z"
                            + "&to=2025-05-21T07%3A00%3A00.000Z&step=PT1H");
        }
    }

    @Test
    void tokensAreMadeListedAndRevoked() throws IOException {
        String token = "\"id\":\"7\",\"role\":\"viewer\",\"label\":\"desk\",\"createdAt\":\"2025-05-21T06:00:00.000Z\","
                + "\"revokedAt\":null";
        Function<Asked, Answer> answers = asked -> switch (asked.line().substring(0, 4)) {
            case "POST" -> new Answer(201, "{" + token + ",\"secret\":\"usher_new\"}");
            case "GET " -> new Answer(200, "[{" + token + "}]");
            default -> new Answer(204, "");
        };
        try (TrialService service = new TrialService(answers);
                Engine engine = beside(service)) {
            Engine.Token expected = new Engine.Token(
                    "7",
                    "viewer",
                    "desk",
                    Optional.empty(),
                    Instant.parse("2025-05-21T06:00:00Z"),
                    Optional.empty(),
                    Optional.empty());

            Engine.Issued issued = Refused.unless(engine.createToken("default", new TokenWish(Role.VIEWER, "desk")));
            assertThat(issued.token()).isEqualTo(expected);
            assertThat(issued.secret().text()).isEqualTo("usher_new");
            assertThat(Refused.unless(engine.tokens("default"))).containsExactly(expected);
            assertThat(Refused.unless(engine.revokeToken("default", 7))).isEqualTo(7);
            assertThat(service.asked())
                    .extracting(Asked::line)
                    .containsExactly("POST /usher/v1/tokens", "GET /usher/v1/tokens", "DELETE /usher/v1/tokens/7");
            assertThat(service.asked().get(0).body()).isEqualTo("{\"role\":\"viewer\",\"label\":\"desk\"}");
        }
    }

    @Test
    void anInspectionComesBackWithItsFaults() throws IOException {
        String report = "{\"organizations\":1,\"events\":2,\"blocks\":3,\"operations\":4,\"faults\":[\"a hole\"]}";
        try (TrialService service = new TrialService(asked -> new Answer(200, report));
                Engine engine = beside(service)) {
            assertThat(engine.inspect()).isEqualTo(new Inspection.Report(1, 2, 3, 4, List.of("a hole")));
        }
    }

    @Test
    void aProblemIsARejectionWithItsViolations() throws IOException {
        String problem = "{\"status\":404,\"detail\":\"no such event\",\"code\":\"UNKNOWN_EVENT\",\"violations\":"
                + "[{\"code\":\"UNKNOWN_EVENT\",\"path\":\"eventIds\",\"message\":\"there is no event 'ball'\"}]}";
        try (TrialService service = new TrialService(asked -> new Answer(404, problem));
                Engine engine = beside(service)) {
            assertThat(engine.statistics("default", StatisticsQuestion.of(List.of("ball"), Instant.EPOCH))
                            .violations())
                    .containsExactly(
                            new Violation(RuleKind.EXISTENCE, "UNKNOWN_EVENT", "eventIds", "there is no event 'ball'"));
        }
    }

    @Test
    void aServiceInTroubleIsUnavailable() throws IOException {
        try (TrialService service = new TrialService(asked -> new Answer(503, "{\"detail\":\"the store is down\"}"));
                Engine engine = beside(service)) {
            assertThatThrownBy(() -> engine.tokens("default"))
                    .isInstanceOf(StoreUnavailable.class)
                    .hasMessageContaining("the store is down");
        }
    }

    @Test
    void aSecretThatIsNotTheServicesIsUnavailableToo() throws IOException {
        try (TrialService service = new TrialService(asked -> new Answer(401, "{}"));
                Engine engine = beside(service)) {
            assertThatThrownBy(engine::inspect)
                    .isInstanceOf(StoreUnavailable.class)
                    .hasMessageContaining("does not know the secret");
        }
    }

    @Test
    void aServiceThatIsGoneLeavesTheStoreHeld() throws IOException {
        try (TrialService service = new TrialService(asked -> new Answer(200, "{}"))) {
            service.note().leaveIn(folder);
        }
        StoreHeld held = new StoreHeld(folder);

        assertThatThrownBy(() -> RemoteEngine.beside(held)).isSameAs(held);
    }

    @Test
    void commandsGoThroughTheServiceThatHoldsTheStore() throws IOException {
        try (TrialService service = new TrialService(asked -> new Answer(200, "[]"))) {
            service.note().leaveIn(folder);
            Trial trial = Trial.with(new TrialAdapters(
                    (url, settings) -> {
                        throw new StoreHeld(folder);
                    },
                    (request, intake, progress) -> {
                        throw new AssertionError();
                    }));

            Trial.Result result = trial.run("token", "list", "--store", "trial:", "--organization", "opera");

            assertThat(result.status()).isZero();
            assertThat(service.asked()).singleElement().satisfies(asked -> {
                assertThat(asked.line()).isEqualTo("GET /usher/v1/tokens");
                assertThat(asked.organization()).isEqualTo("opera");
            });
        }
    }
}
