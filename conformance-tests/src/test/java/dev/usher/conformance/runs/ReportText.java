package dev.usher.conformance.runs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Reads the JSON that the endpoint and the command line answer with. */
final class ReportText {
    private static final ObjectMapper JSON = new ObjectMapper();

    private ReportText() {}

    /** Each event's fields in their order, by event, {@code updatedAt} in microseconds. */
    static Map<String, Map<String, Object>> read(String json) {
        Map<String, Map<String, Object>> events = new LinkedHashMap<>();
        try {
            JSON.readTree(json)
                    .forEach(event -> events.put(event.path("eventId").asText(), fields(event)));
        } catch (JsonProcessingException notJson) {
            throw new UncheckedIOException("no report: " + json, notJson);
        }
        return events;
    }

    private static Map<String, Object> fields(JsonNode event) {
        Map<String, Object> fields = new LinkedHashMap<>();
        event.properties().forEach(field -> fields.put(field.getKey(), value(field.getKey(), field.getValue())));
        fields.remove("eventId");
        return fields;
    }

    private static Object value(String name, JsonNode value) {
        if (!name.equals("updatedAt")) {
            return value.longValue();
        }
        return value.isNull() ? Optional.empty() : Optional.of(GeneratedLog.micros(Instant.parse(value.textValue())));
    }
}
