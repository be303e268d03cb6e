package dev.usher.adapters.http;

import dev.usher.core.service.EventStatistics;
import dev.usher.core.statistics.InstantText;
import dev.usher.core.statistics.StatisticsField;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The numbers of events as the reporting endpoint writes them: the fields of the ledger, in its order ({@code TX.f.*}). */
final class StatisticsJson {
    private static final int EXPECTED_BYTES_AN_EVENT = 640;

    /** A number with its name as it stands in the answer. */
    private static final class Member {
        private final byte[] name;
        private final StatisticsField field;

        Member(StatisticsField field) {
            this.name = JsonBytes.name(field.word());
            this.field = field;
        }
    }

    private static final byte[] EVENT_ID = JsonBytes.name(StatisticsField.EVENT);
    private static final byte[] UPDATED_AT = JsonBytes.name(StatisticsField.UPDATED_AT);
    private static final List<Member> NUMBERS =
            StatisticsField.all().stream().map(Member::new).toList();

    private StatisticsJson() {}

    /** A JSON array, one object an event, in the order given. */
    static byte[] of(List<EventStatistics> events) {
        JsonBytes json = new JsonBytes(events.size() * EXPECTED_BYTES_AN_EVENT + 2).beginArray();
        for (EventStatistics event : events) {
            json.beginObject().member(EVENT_ID).text(event.eventId());
            for (Member number : NUMBERS) {
                json.member(number.name).number(number.field.of(event.statistics()));
            }
            json.member(UPDATED_AT);
            Optional<Instant> updatedAt = event.statistics().updatedAt();
            if (updatedAt.isPresent()) {
                json.text(InstantText.write(updatedAt.get()));
            } else {
                json.nothing();
            }
            json.endObject();
        }
        return json.endArray().toBytes();
    }
}
