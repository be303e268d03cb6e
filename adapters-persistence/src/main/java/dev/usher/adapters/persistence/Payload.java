package dev.usher.adapters.persistence;

import dev.usher.core.event.EventRef;
import dev.usher.core.store.BlockRange;
import dev.usher.core.store.DamagedLog;
import java.util.Arrays;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/**
 * The packed columns of blocks, each in a table of its own, cut into parts that a database can hold in a row.
 *
 * <p>The block's row says how many bytes there must be, so a missing part is noticed. Parts are read one at a time: the
 * memory needed is that of the whole and of one part.
 */
enum Payload {
    OPERATIONS("""
            INSERT INTO operation_payload (organization_id, event_id, first_sequence, part, payload)
            VALUES (:organization, :event, :first, :part, :payload)""", """
            SELECT payload FROM operation_payload
            WHERE organization_id = :organization AND event_id = :event
                AND first_sequence = :first AND part = :part""", """
            DELETE FROM operation_payload
            WHERE organization_id = :organization AND event_id = :event AND first_sequence = :first"""),

    NAMES("""
            INSERT INTO operation_names (organization_id, event_id, first_sequence, part, payload)
            VALUES (:organization, :event, :first, :part, :payload)""", """
            SELECT payload FROM operation_names
            WHERE organization_id = :organization AND event_id = :event
                AND first_sequence = :first AND part = :part""", """
            DELETE FROM operation_names
            WHERE organization_id = :organization AND event_id = :event AND first_sequence = :first""");

    private final String insert;
    private final String select;
    private final String delete;

    Payload(String insert, String select, String delete) {
        this.insert = insert;
        this.select = select;
        this.delete = delete;
    }

    /** Writes the payload of a block; an empty one has no parts. */
    void write(Handle handle, EventRef event, BlockRange range, byte[] payload, int partBytes) {
        int part = 0;
        for (int from = 0; from < payload.length; part++) {
            int to = (int) Math.min(payload.length, (long) from + partBytes);
            byte[] bytes = to - from == payload.length ? payload : Arrays.copyOfRange(payload, from, to);
            of(event, range, handle.createUpdate(insert))
                    .bind("part", part)
                    .bind("payload", bytes)
                    .execute();
            from = to;
        }
    }

    /** Where it begins in a file that holds both columns. */
    long from(PayloadPlace place) {
        return this == OPERATIONS ? 0 : place.operationsBytes();
    }

    /** How many bytes it has. */
    int length(PayloadPlace place) {
        return this == OPERATIONS ? place.operationsBytes() : place.namesBytes();
    }

    /**
     * The payload of a block, of which so many bytes were written.
     *
     * @throws DamagedLog when a part of it is not there
     */
    byte[] read(Handle handle, EventRef event, BlockRange range, int length) {
        byte[] payload = new byte[length];
        int part = 0;
        for (int from = 0; from < payload.length; part++) {
            Optional<byte[]> bytes = part(handle, event, range, part);
            int found = bytes.map(some -> some.length).orElse(0);
            if (found == 0 || found > payload.length - from) {
                throw new DamagedLog(
                        event,
                        range.toString(),
                        "part " + part + " of its " + name() + " has " + found + " bytes of the "
                                + (payload.length - from) + " that are left");
            }
            System.arraycopy(bytes.orElseThrow(), 0, payload, from, found);
            from += found;
        }
        return payload;
    }

    /** Removes the payload of a block. */
    void remove(Handle handle, EventRef event, BlockRange range) {
        of(event, range, handle.createUpdate(delete)).execute();
    }

    private Optional<byte[]> part(Handle handle, EventRef event, BlockRange range, int part) {
        return of(event, range, handle.createQuery(select))
                .bind("part", part)
                .map((row, context) -> row.getBytes("payload"))
                .findOne();
    }

    private static <S extends SqlStatement<S>> S of(EventRef event, BlockRange range, S statement) {
        return statement
                .bind("organization", event.organization())
                .bind("event", event.event())
                .bind("first", range.first());
    }
}
