package dev.usher.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.usher.core.service.EventStatistics;
import dev.usher.core.service.StatisticsSeries;
import dev.usher.core.statistics.Instants;
import dev.usher.core.statistics.TicketStatistics;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StatisticsPrintTest {
    private static final String FIELDS = "eventId,totalTickets,validTickets,deletedTickets,neverDownloadedTickets,"
            + "downloadedTickets,pendingTransferTickets,notDownloadedTickets,con,activatedTickets,"
            + "offlineActivatedTickets,manualActivatedTickets,notActivatedTickets,transferredOnce,transferredTwice,"
            + "transferred3Times,transferred4PlusTimes,totalTransferOperations,neverTransferred,updatedAt";

    private static final EventStatistics EVENT = new EventStatistics(
            "gala, \"red\"",
            new TicketStatistics(
                    1200,
                    100,
                    900,
                    800,
                    7,
                    6,
                    50,
                    5,
                    4,
                    1050,
                    40,
                    30,
                    20,
                    10,
                    200,
                    Optional.of(Instant.parse("2025-05-21T06:00:00.000001Z"))));
    private static final EventStatistics SILENT = new EventStatistics("silent", TicketStatistics.NONE);

    @Test
    void csvHasTheFieldsOfTheEndpointInItsOrder() {
        assertThat(StatisticsPrint.CSV.of(List.of(EVENT, SILENT)).lines())
                .containsExactly(
                        FIELDS,
                        "\"gala, \"\"red\"\"\",1200,1100,100,300,800,7,400,6,50,5,4,1050,40,30,20,10,200,1100,"
                                + "2025-05-21T06:00:00.000001Z",
                        "silent,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,");
    }

    @Test
    void jsonHasTheFieldsOfTheEndpointInItsOrder() throws IOException {
        JsonNode report = new ObjectMapper().readTree(StatisticsPrint.JSON.of(List.of(EVENT, SILENT)));

        List<String> fields = new ArrayList<>();
        report.get(0).fieldNames().forEachRemaining(fields::add);
        assertThat(String.join(",", fields)).isEqualTo(FIELDS);
        assertThat(report.get(0).get("eventId").textValue()).isEqualTo("gala, \"red\"");
        assertThat(report.get(0).get("neverTransferred").longValue()).isEqualTo(1100);
        assertThat(report.get(1).get("updatedAt").isNull()).isTrue();
    }

    @Test
    void theTableHasALineForEachFieldAndAColumnForEachEvent() {
        List<String> lines =
                StatisticsPrint.TABLE.of(List.of(EVENT, SILENT)).lines().toList();

        assertThat(lines).hasSize(2 + FIELDS.split(",").length - 1);
        assertThat(lines.get(0)).startsWith("eventId").contains("gala, \"red\"").endsWith("silent");
        assertThat(lines.get(2)).startsWith("totalTickets").contains(" 1,200 ").endsWith(" 0");
        assertThat(lines.get(lines.size() - 1)).startsWith("updatedAt").endsWith("never");
    }

    @Test
    void aSeriesHasTheFieldsOfTheEndpointToo() throws IOException {
        StatisticsSeries series = new StatisticsSeries(
                "gala",
                Instants.between(
                        Instant.parse("2025-05-21T06:00:00Z"),
                        Instant.parse("2025-05-21T07:00:00Z"),
                        Duration.ofHours(1)),
                Optional.of(Instant.parse("2025-05-22T00:00:00Z")),
                7,
                List.of(TicketStatistics.NONE, EVENT.statistics()));

        List<String> lines = StatisticsPrint.CSV.of(series).lines().toList();
        assertThat(lines)
                .containsExactly(
                        FIELDS.replace("eventId", "at"),
                        "2025-05-21T06:00:00.000Z,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,",
                        "2025-05-21T07:00:00.000Z,1200,1100,100,300,800,7,400,6,50,5,4,1050,40,30,20,10,200,1100,"
                                + "2025-05-21T06:00:00.000001Z");

        JsonNode json = new ObjectMapper().readTree(StatisticsPrint.JSON.of(series));
        List<String> names = new ArrayList<>();
        json.fieldNames().forEachRemaining(names::add);
        assertThat(names).containsExactly("eventId", "from", "step", "knownAt", "sequence", "points", "series");
        List<String> fields = new ArrayList<>();
        json.get("series").fieldNames().forEachRemaining(fields::add);
        assertThat(String.join(",", fields)).isEqualTo(FIELDS.replace("eventId", "at"));
        assertThat(json.get("series").get("totalTickets").toString()).isEqualTo("[0,1200]");
        assertThat(json.get("series").get("updatedAt").toString()).isEqualTo("[null,\"2025-05-21T06:00:00.000001Z\"]");

        assertThat(StatisticsPrint.TABLE.of(series).lines())
                .hasSize(4)
                .anyMatch(line -> line.startsWith("2025-05-21T07:00:00.000Z") && line.contains(" 1,200 "));
    }
}
