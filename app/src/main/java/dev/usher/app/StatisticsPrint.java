package dev.usher.app;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import dev.usher.core.service.EventStatistics;
import dev.usher.core.statistics.InstantText;
import dev.usher.core.statistics.StatisticsField;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Writes a report for people to read, or for programs: then with the very fields of the reporting endpoint. */
enum StatisticsPrint {
    /** One line a field, one column an event. */
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
                    event -> updatedAt(event).orElse("never")));
            List<String> heading = row(StatisticsField.EVENT, report, EventStatistics::eventId);
            return String.join(System.lineSeparator(), new Table(1, heading, rows).lines());
        }
    },
    /** An array of objects. */
    JSON {
        @Override
        String of(List<EventStatistics> report) {
            StringWriter text = new StringWriter();
            try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
                json.setPrettyPrinter(new DefaultPrettyPrinter());
                json.writeStartArray();
                for (EventStatistics event : report) {
                    write(event, json);
                }
                json.writeEndArray();
            } catch (IOException neverInMemory) {
                throw new UncheckedIOException(neverInMemory);
            }
            return text.toString();
        }
    },
    /** A header, then one line an event. */
    CSV {
        @Override
        String of(List<EventStatistics> report) {
            List<String> lines = new ArrayList<>();
            List<String> header = new ArrayList<>(List.of(StatisticsField.EVENT));
            StatisticsField.all().forEach(field -> header.add(field.word()));
            header.add(StatisticsField.UPDATED_AT);
            lines.add(String.join(",", header));
            for (EventStatistics event : report) {
                List<String> cells = new ArrayList<>(List.of(quoted(event.eventId())));
                StatisticsField.all().forEach(field -> cells.add(Long.toString(field.of(event.statistics()))));
                cells.add(updatedAt(event).orElse(""));
                lines.add(String.join(",", cells));
            }
            return String.join(System.lineSeparator(), lines);
        }
    };

    /** The report as text, without a line end at its end. */
    abstract String of(List<EventStatistics> report);

    /** When the event was last touched; empty when it never was. */
    private static Optional<String> updatedAt(EventStatistics event) {
        return event.statistics().updatedAt().map(InstantText::write);
    }

    private static void write(EventStatistics event, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField(StatisticsField.EVENT, event.eventId());
        for (StatisticsField field : StatisticsField.all()) {
            json.writeNumberField(field.word(), field.of(event.statistics()));
        }
        json.writeStringField(StatisticsField.UPDATED_AT, updatedAt(event).orElse(null));
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
