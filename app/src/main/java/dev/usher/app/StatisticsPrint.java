package dev.usher.app;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import dev.usher.core.service.EventStatistics;
import dev.usher.core.service.StatisticsSeries;
import dev.usher.core.statistics.InstantText;
import dev.usher.core.statistics.StatisticsField;
import dev.usher.core.statistics.TicketStatistics;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * Writes a report or a series for people to read, or for programs: then with the very fields of the endpoints.
 */
enum StatisticsPrint {
    /** A report has one line a field and one column an event; a series one line an instant and the main fields. */
    TABLE {
        @Override
        String of(List<EventStatistics> report) {
            List<List<String>> rows = new ArrayList<>();
            for (StatisticsField field : StatisticsField.all()) {
                rows.add(row(field.word(), report, event -> grouped(field.of(event.statistics()))));
            }
            rows.add(row(
                    StatisticsField.UPDATED_AT,
                    report,
                    event -> updatedAt(event.statistics()).orElse("never")));
            List<String> heading = row(StatisticsField.EVENT, report, EventStatistics::eventId);
            return String.join(System.lineSeparator(), new Table(1, heading, rows).lines());
        }

        @Override
        String of(StatisticsSeries series) {
            List<List<String>> rows = new ArrayList<>();
            for (int point = 0; point < series.points().size(); point++) {
                TicketStatistics statistics = series.points().get(point);
                List<String> cells = new ArrayList<>(
                        List.of(InstantText.write(series.instants().at(point))));
                MAIN_FIELDS.forEach(field -> cells.add(grouped(field.of(statistics))));
                rows.add(cells);
            }
            List<String> heading = new ArrayList<>(List.of(AT));
            MAIN_FIELDS.forEach(field -> heading.add(field.word()));
            return String.join(System.lineSeparator(), new Table(1, heading, rows).lines());
        }
    },
    /** A report is an array of objects, a series an object with one array a field. */
    JSON {
        @Override
        String of(List<EventStatistics> report) {
            return json(json -> {
                json.writeStartArray();
                for (EventStatistics event : report) {
                    write(event, json);
                }
                json.writeEndArray();
            });
        }

        @Override
        String of(StatisticsSeries series) {
            return json(json -> write(series, json));
        }
    },
    /** A header, then one line an event or an instant. */
    CSV {
        @Override
        String of(List<EventStatistics> report) {
            List<String> lines = new ArrayList<>(List.of(header(StatisticsField.EVENT)));
            report.forEach(event -> lines.add(line(quoted(event.eventId()), event.statistics())));
            return String.join(System.lineSeparator(), lines);
        }

        @Override
        String of(StatisticsSeries series) {
            List<String> lines = new ArrayList<>(List.of(header(AT)));
            for (int point = 0; point < series.points().size(); point++) {
                String at = InstantText.write(series.instants().at(point));
                lines.add(line(at, series.points().get(point)));
            }
            return String.join(System.lineSeparator(), lines);
        }
    };

    private static final String AT = "at";

    /** What fits beside one another on a screen; the other formats have everything. */
    private static final List<StatisticsField> MAIN_FIELDS = List.of(
            StatisticsField.TOTAL,
            StatisticsField.VALID,
            StatisticsField.DOWNLOADED,
            StatisticsField.ACTIVATED,
            StatisticsField.CONTROLLED,
            StatisticsField.TRANSFERS);

    /** Something that writes JSON. */
    private interface Writing {
        void to(JsonGenerator json) throws IOException;
    }

    /** The report as text, without a line end at its end. */
    abstract String of(List<EventStatistics> report);

    /** The series as text, without a line end at its end. */
    abstract String of(StatisticsSeries series);

    /** When the event was last touched; empty when it never was. */
    private static Optional<String> updatedAt(TicketStatistics statistics) {
        return statistics.updatedAt().map(InstantText::write);
    }

    private static String json(Writing writing) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.setPrettyPrinter(new DefaultPrettyPrinter());
            writing.to(json);
        } catch (IOException neverInMemory) {
            throw new UncheckedIOException(neverInMemory);
        }
        return text.toString();
    }

    private static void write(StatisticsSeries series, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField(StatisticsField.EVENT, series.eventId());
        json.writeStringField("from", InstantText.write(series.instants().at(0)));
        json.writeStringField("step", series.instants().duration().toString());
        if (series.knownAt().isPresent()) {
            json.writeStringField("knownAt", InstantText.write(series.knownAt().get()));
        }
        json.writeNumberField("sequence", series.sequence());
        json.writeNumberField("points", series.points().size());
        json.writeObjectFieldStart("series");
        json.writeArrayFieldStart(AT);
        for (int point = 0; point < series.points().size(); point++) {
            json.writeString(InstantText.write(series.instants().at(point)));
        }
        json.writeEndArray();
        for (StatisticsField field : StatisticsField.all()) {
            json.writeArrayFieldStart(field.word());
            for (TicketStatistics point : series.points()) {
                json.writeNumber(field.of(point));
            }
            json.writeEndArray();
        }
        json.writeArrayFieldStart(StatisticsField.UPDATED_AT);
        for (TicketStatistics point : series.points()) {
            json.writeString(updatedAt(point).orElse(null));
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndObject();
    }

    private static String header(String first) {
        List<String> names = new ArrayList<>(List.of(first));
        StatisticsField.all().forEach(field -> names.add(field.word()));
        names.add(StatisticsField.UPDATED_AT);
        return String.join(",", names);
    }

    private static String line(String first, TicketStatistics statistics) {
        List<String> cells = new ArrayList<>(List.of(first));
        StatisticsField.all().forEach(field -> cells.add(Long.toString(field.of(statistics))));
        cells.add(updatedAt(statistics).orElse(""));
        return String.join(",", cells);
    }

    private static void write(EventStatistics event, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField(StatisticsField.EVENT, event.eventId());
        for (StatisticsField field : StatisticsField.all()) {
            json.writeNumberField(field.word(), field.of(event.statistics()));
        }
        json.writeStringField(
                StatisticsField.UPDATED_AT, updatedAt(event.statistics()).orElse(null));
        json.writeEndObject();
    }

    private static List<String> row(String name, List<EventStatistics> report, Function<EventStatistics, String> cell) {
        List<String> cells = new ArrayList<>(List.of(name));
        report.forEach(event -> cells.add(cell.apply(event)));
        return cells;
    }

    private static String grouped(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    private static String quoted(String text) {
        boolean needed = text.chars().anyMatch(character -> ",\"\r\n".indexOf(character) >= 0);
        return needed ? "\"" + text.replace("\"", "\"\"") + "\"" : text;
    }
}
