package dev.usher.adapters.persistence;

import dev.usher.core.event.EventRef;
import dev.usher.core.store.BlockRange;
import dev.usher.core.store.LogHead;
import dev.usher.core.store.OperationLog;
import dev.usher.core.store.StoredBlock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.SqlStatement;

/**
 * The heads and blocks of event logs in their tables; what blocks hold stands aside, see {@link Payload}.
 *
 * @param handle the connection of the transaction
 * @param turns the logs the transaction has the turn on
 * @param partBytes how long a part of a payload may be
 */
record JdbiOperationLog(Handle handle, Turns.Held turns, int partBytes) implements OperationLog {
    /** How many events one statement asks for. */
    private static final int EVENTS_AT_ONCE = 500;

    private static final String HOLD_HEAD = """
            UPDATE operation_log SET head = head
            WHERE organization_id = :organization AND event_id = :event""";
    private static final String ADD_HEAD = """
            INSERT INTO operation_log (organization_id, event_id, head, recorded_at_micros)
            VALUES (:organization, :event, :head, :recorded)""";
    private static final String HEAD = """
            SELECT organization_id, event_id, head, recorded_at_micros FROM operation_log
            WHERE organization_id = :organization AND event_id = :event""";
    private static final String HEADS = """
            SELECT organization_id, event_id, head, recorded_at_micros FROM operation_log
            WHERE organization_id = :organization AND event_id IN (<events>)""";
    private static final String MOVE_HEAD = """
            UPDATE operation_log SET head = :head, recorded_at_micros = :recorded
            WHERE organization_id = :organization AND event_id = :event""";

    private static final String RANGES = """
            SELECT first_sequence, last_sequence, operations FROM operation_block
            WHERE organization_id = :organization AND event_id = :event
            ORDER BY organization_id, event_id, first_sequence""";
    private static final String ADD_BLOCK = """
            INSERT INTO operation_block
                (organization_id, event_id, first_sequence, last_sequence, operations, operations_bytes, names_bytes)
            VALUES (:organization, :event, :first, :last, :operations, :operationsBytes, :namesBytes)""";
    private static final String REMOVE_BLOCK = """
            DELETE FROM operation_block
            WHERE organization_id = :organization AND event_id = :event
                AND first_sequence = :first AND last_sequence = :last""";

    private static final RowMapper<LogHead> LOG_HEAD = (row, context) -> new LogHead(
            new EventRef(row.getLong("organization_id"), row.getLong("event_id")),
            row.getLong("head"),
            row.getLong("recorded_at_micros"));
    private static final RowMapper<BlockRange> RANGE = (row, context) ->
            new BlockRange(row.getLong("first_sequence"), row.getLong("last_sequence"), row.getInt("operations"));

    // An update that changes nothing holds the row on every database. When two nodes make the first head at once, the
    // second breaks the primary key and is run again.
    @Override
    public LogHead lock(EventRef event) {
        turns.take(event);
        LogHead empty = LogHead.empty(event);
        if (of(event, handle.createUpdate(HOLD_HEAD)).execute() == 0) {
            of(event, handle.createUpdate(ADD_HEAD))
                    .bind("head", empty.sequence())
                    .bind("recorded", empty.recordedAt())
                    .execute();
            return empty;
        }
        return of(event, handle.createQuery(HEAD)).map(LOG_HEAD).one();
    }

    @Override
    public Optional<LogHead> head(EventRef event) {
        return of(event, handle.createQuery(HEAD)).map(LOG_HEAD).findOne();
    }

    @Override
    public List<LogHead> heads(Collection<EventRef> events) {
        Map<Long, TreeSet<Long>> byOrganization = new TreeMap<>();
        events.forEach(event -> byOrganization
                .computeIfAbsent(event.organization(), organization -> new TreeSet<>())
                .add(event.event()));
        List<LogHead> found = new ArrayList<>();
        byOrganization.forEach((organization, numbers) -> {
            List<Long> asked = List.copyOf(numbers);
            for (int from = 0; from < asked.size(); from += EVENTS_AT_ONCE) {
                List<Long> some = asked.subList(from, Math.min(asked.size(), from + EVENTS_AT_ONCE));
                found.addAll(handle.createQuery(HEADS)
                        .bind("organization", organization)
                        .bindList("events", some)
                        .map(LOG_HEAD)
                        .list());
            }
        });
        return List.copyOf(found);
    }

    @Override
    public List<BlockRange> ranges(EventRef event) {
        return of(event, handle.createQuery(RANGES)).map(RANGE).list();
    }

    @Override
    public Optional<byte[]> operations(EventRef event, BlockRange range) {
        return Payload.OPERATIONS.read(handle, event, range);
    }

    @Override
    public Optional<byte[]> names(EventRef event, BlockRange range) {
        return Payload.NAMES.read(handle, event, range);
    }

    @Override
    public void moveHead(LogHead head) {
        int moved = of(head.event(), handle.createUpdate(MOVE_HEAD))
                .bind("head", head.sequence())
                .bind("recorded", head.recordedAt())
                .execute();
        if (moved != 1) {
            throw new IllegalStateException("the head of " + head.event() + " was moved before it was locked");
        }
    }

    @Override
    public void add(EventRef event, StoredBlock block) {
        of(event, handle.createUpdate(ADD_BLOCK))
                .bind("first", block.range().first())
                .bind("last", block.range().last())
                .bind("operations", block.range().operations())
                .bind("operationsBytes", block.operations().length)
                .bind("namesBytes", block.names().length)
                .execute();
        Payload.OPERATIONS.write(handle, event, block.range(), block.operations(), partBytes);
        Payload.NAMES.write(handle, event, block.range(), block.names(), partBytes);
    }

    @Override
    public boolean remove(EventRef event, BlockRange range) {
        int removed = of(event, handle.createUpdate(REMOVE_BLOCK))
                .bind("first", range.first())
                .bind("last", range.last())
                .execute();
        if (removed == 0) {
            return false;
        }
        Payload.OPERATIONS.remove(handle, event, range);
        Payload.NAMES.remove(handle, event, range);
        return true;
    }

    private static <S extends SqlStatement<S>> S of(EventRef event, S statement) {
        return statement.bind("organization", event.organization()).bind("event", event.event());
    }
}
