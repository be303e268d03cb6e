package dev.usher.core.event;

import dev.usher.core.attribute.Attribute;
import dev.usher.core.attribute.Attributes;
import dev.usher.core.attribute.Change;
import dev.usher.core.attribute.Kind;
import dev.usher.core.rule.Field;
import java.time.Instant;
import java.util.List;

/**
 * What shall be different in a copy of an event; what is absent is taken from the source.
 *
 * @param name with mark-up
 * @param start when the copy starts
 * @param end when it ends
 * @param zone the time zone of both
 */
public record CopyWish(Field<String> name, Field<Instant> start, Field<Instant> end, Field<String> zone) {
    public static final Attribute<String> NAME = Attribute.of("name", "name", EventAttributes.NAME.kind());
    public static final Attribute<Instant> START = Attribute.of("start_date", "start_date", new Kind.Moment());
    public static final Attribute<Instant> END = Attribute.of("end_date", "end_date", new Kind.Moment());
    public static final Attribute<String> ZONE = Attribute.of("timezone", "timezone", new Kind.Zone());

    /** What a request may say (EB-08.p.*). */
    public static final List<Attribute<?>> ATTRIBUTES = List.of(NAME, START, END, ZONE);

    /** A copy like the source in everything. */
    public static final CopyWish NONE = of(Change.NONE);

    /** What a request says of {@link #ATTRIBUTES}. */
    public static CopyWish of(Change said) {
        return new CopyWish(said.field(NAME), said.field(START), said.field(END), said.field(ZONE));
    }

    /** The wish as a request says it. */
    public Change said() {
        return Change.NONE.with(NAME, name).with(START, start).with(END, end).with(ZONE, zone);
    }

    /** What a copy becomes by it; what is unreadable stays as it was, for a rule has refused it. */
    public Attributes appliedTo(Attributes takenOver) {
        return Change.NONE
                .with(EventAttributes.NAME, understood(name))
                .with(EventAttributes.START, understood(start))
                .with(EventAttributes.END, understood(end))
                .with(EventAttributes.START_ZONE, understood(zone))
                .with(EventAttributes.END_ZONE, understood(zone))
                .appliedTo(takenOver);
    }

    private static <T> Field<T> understood(Field<T> field) {
        return field.said().map(Field::said).orElseGet(Field::absent);
    }
}
