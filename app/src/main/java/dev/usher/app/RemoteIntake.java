package dev.usher.app;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import dev.usher.core.service.TicketOperations;
import dev.usher.core.statistics.InstantText;
import dev.usher.core.statistics.OperationIntake;
import dev.usher.core.statistics.OperationKind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.HashSet;
import java.util.Set;

/**
 * Sends operations to a running service, a batch at a time; what the service has answered for is durable.
 *
 * <p>A batch ends at 10,000 operations or two mebibytes, whichever comes first, so memory is bounded and no service refuses
 * it for its size.
 */
final class RemoteIntake implements OperationIntake {
    private static final String PATH = "/usher/v1/ticket-operations";
    private static final int MOST_BYTES = 2 << 20;
    /** Room for the last operation of a batch, whose names may be long. */
    private static final int ROOM_BYTES = 1 << 13;

    private final ServiceClient client;
    private final String organization;
    private final JsonFactory json = new JsonFactory();
    private final ByteArrayOutputStream batch = new ByteArrayOutputStream(MOST_BYTES + ROOM_BYTES);
    private final Set<String> events = new HashSet<>();
    private int waiting;
    private long durable;
    private long added;
    private long repeated;

    RemoteIntake(ServiceClient client, String organization) {
        this.client = client;
        this.organization = organization;
    }

    @Override
    public void add(CharSequence event, CharSequence ticket, OperationKind kind, long occurredAt, CharSequence device) {
        try (JsonGenerator row = json.createGenerator(batch)) {
            row.writeStartObject();
            row.writeStringField("event_id", event.toString());
            row.writeStringField("ticket_id", ticket.toString());
            row.writeStringField("operation", kind.word());
            row.writeStringField("occurred_at", InstantText.write(InstantText.instant(occurredAt)));
            if (!device.isEmpty()) {
                row.writeStringField("device_id", device.toString());
            }
            row.writeEndObject();
        } catch (IOException neverInMemory) {
            throw new UncheckedIOException(neverInMemory);
        }
        batch.write('\n');
        waiting++;
        if (waiting == TicketOperations.MOST_AT_ONCE || batch.size() >= MOST_BYTES) {
            send();
        }
    }

    @Override
    public long durable() {
        return durable;
    }

    @Override
    public Totals finish() {
        if (waiting > 0) {
            send();
        }
        return new Totals(added, repeated, events.size());
    }

    private void send() {
        JsonNode receipt = Refused.unless(client.post(
                organization, PATH, "application/x-ndjson", BodyPublishers.ofByteArray(batch.toByteArray())));
        added += receipt.path("added").asLong();
        repeated += receipt.path("repeated").asLong();
        receipt.path("sequences").fieldNames().forEachRemaining(events::add);
        durable += waiting;
        waiting = 0;
        batch.reset();
    }
}
