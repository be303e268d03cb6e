package dev.usher.adapters.http;

import dev.usher.core.service.EventStatistics;
import dev.usher.core.service.StatisticsAsOf;
import dev.usher.core.service.StatisticsSeries;
import dev.usher.core.statistics.InstantText;
import dev.usher.core.statistics.Instants;
import dev.usher.core.statistics.StatisticsField;
import dev.usher.core.statistics.TicketStatistics;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The numbers of events as every endpoint writes them: the fields of the ledger, in its order ({@code TX.f.*}). */
final class StatisticsJson {
    private static final int EXPECTED_BYTES_AN_EVENT = 800;

    /** A number with its name as it stands in the answer. */
    private static final class Member {
        private final byte[] name;
        private final StatisticsField field;

        Member(StatisticsField field) {
            this.name = JsonBytes.name(field.word());
            this.field = field;
        }
    }

    private static final int EXPECTED_BYTES_A_POINT = 160;

    private static final byte[] EVENT_ID = JsonBytes.name(StatisticsField.EVENT);
    private static final byte[] AT = JsonBytes.name("at");
    private static final byte[] FROM = JsonBytes.name("from");
    private static final byte[] STEP = JsonBytes.name("step");
    private static final byte[] KNOWN_AT = JsonBytes.name("knownAt");
    private static final byte[] SEQUENCE = JsonBytes.name("sequence");
    private static final byte[] POINTS = JsonBytes.name("points");
    private static final byte[] SERIES = JsonBytes.name("series");
    private static final byte[] UPDATED_AT = JsonBytes.name(StatisticsField.UPDATED_AT);
    /** A thread writes its short answers in the same memory, which stays in the processor's cache, and copies them out. */
    private static final ThreadLocal<JsonBytes> SHORT =
            ThreadLocal.withInitial(() -> new JsonBytes(EXPECTED_BYTES_AN_EVENT));

    private static final List<Member> NUMBERS =
            StatisticsField.all().stream().map(Member::new).toList();

    private StatisticsJson() {}

    /** A JSON array, one object an event, in the order given. */
    static byte[] of(List<EventStatistics> events) {
        JsonBytes json = SHORT.get().begin().beginArray();
        for (EventStatistics event : events) {
            json.beginObject().member(EVENT_ID).text(event.eventId());
            write(json, event.statistics());
            json.endObject();
        }
        return json.endArray().toBytes();
    }

    /** A JSON object: the same fields, and what the answer was made from. */
    static byte[] of(StatisticsAsOf answer) {
        JsonBytes json = SHORT.get().begin().beginObject();
        json.member(EVENT_ID).text(answer.eventId()).member(AT).text(InstantText.write(answer.at()));
        writeSource(json, answer.knownAt(), answer.sequence());
        write(json, answer.statistics());
        return json.endObject().toBytes();
    }

    /** A JSON object with one array a field, all equally long: what charts take, in a quarter of the bytes of objects. */
    static byte[] of(StatisticsSeries answer) {
        List<TicketStatistics> points = answer.points();
        Instants instants = answer.instants();
        JsonBytes json = new JsonBytes(EXPECTED_BYTES_AN_EVENT + points.size() * EXPECTED_BYTES_A_POINT).beginObject();
        json.member(EVENT_ID).text(answer.eventId());
        json.member(FROM).text(InstantText.write(instants.at(0)));
        json.member(STEP).text(instants.duration().toString());
        writeSource(json, answer.knownAt(), answer.sequence());
        json.member(POINTS).number(points.size()).member(SERIES).beginObject();
        json.member(AT).beginArray();
        for (int index = 0; index < instants.count(); index++) {
            json.text(InstantText.write(instants.at(index)));
        }
        json.endArray();
        for (Member number : NUMBERS) {
            json.member(number.name).beginArray();
            points.forEach(point -> json.number(number.field.of(point)));
            json.endArray();
        }
        json.member(UPDATED_AT).beginArray();
        points.forEach(point -> write(json, point.updatedAt()));
        return json.endArray().endObject().endObject().toBytes();
    }

    private static void writeSource(JsonBytes json, Optional<Instant> knownAt, long sequence) {
        knownAt.ifPresent(instant -> json.member(KNOWN_AT).text(InstantText.write(instant)));
        json.member(SEQUENCE).number(sequence);
    }

    private static void write(JsonBytes json, TicketStatistics statistics) {
        for (Member number : NUMBERS) {
            json.member(number.name, number.field.of(statistics));
        }
        json.member(UPDATED_AT);
        write(json, statistics.updatedAt());
    }

    private static void write(JsonBytes json, Optional<Instant> instant) {
        if (instant.isPresent()) {
            json.text(InstantText.write(instant.get()));
        } else {
            json.nothing();
        }
    }
}
