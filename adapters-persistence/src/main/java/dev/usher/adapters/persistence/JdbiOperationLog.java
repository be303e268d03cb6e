package dev.usher.adapters.persistence;

import dev.usher.core.event.EventRef;
import dev.usher.core.store.BlockRange;
import dev.usher.core.store.DamagedLog;
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
 * The heads and blocks of event logs in their tables; what blocks hold stands aside, see {@link Payload} and
 * {@link BlockFiles}.
 *
 * @param handle the connection of the transaction
 * @param turns the logs the transaction has the turn on
 * @param files what the transaction does with the files of blocks
 * @param moved collects the heads that the transaction moves
 * @param partBytes how long a part of a payload may be
 */
record JdbiOperationLog(Handle handle, Turns.Held turns, BlockChanges files, List<LogHead> moved, int partBytes)
        implements OperationLog {
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
                (organization_id, event_id, first_sequence, last_sequence, operations, operations_bytes, names_bytes,
                file_number)
            VALUES (:organization, :event, :first, :last, :operations, :operationsBytes, :namesBytes, :file)""";
    private static final String BLOCK = """
            SELECT operations_bytes, names_bytes, file_number FROM operation_block
            WHERE organization_id = :organization AND event_id = :event
                AND first_sequence = :first AND last_sequence = :last""";
    private static final String FILES = "SELECT file_number FROM operation_block WHERE file_number IS NOT NULL";
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

    private static final RowMapper<PayloadPlace> PLACE = (row, context) -> new PayloadPlace(
            row.getInt("operations_bytes"),
            row.getInt("names_bytes"),
            Optional.ofNullable(row.getObject("file_number", Long.class)));

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
        return payload(event, range, Payload.OPERATIONS);
    }

    @Override
    public Optional<byte[]> names(EventRef event, BlockRange range) {
        return payload(event, range, Payload.NAMES);
    }

    @Override
    public void moveHead(LogHead head) {
        int changed = of(head.event(), handle.createUpdate(MOVE_HEAD))
                .bind("head", head.sequence())
                .bind("recorded", head.recordedAt())
                .execute();
        if (changed != 1) {
            throw new IllegalStateException("the head of " + head.event() + " was moved before it was locked");
        }
        moved.add(head);
    }

    @Override
    public void add(EventRef event, StoredBlock block) {
        Optional<Long> file = files.numberFor(block);
        of(event, handle.createUpdate(ADD_BLOCK))
                .bind("first", block.range().first())
                .bind("last", block.range().last())
                .bind("operations", block.range().operations())
                .bind("operationsBytes", block.operations().length)
                .bind("namesBytes", block.names().length)
                .bind("file", file.orElse(null))
                .execute();
        if (file.isPresent()) {
            files.write(file.get(), block);
        } else {
            Payload.OPERATIONS.write(handle, event, block.range(), block.operations(), partBytes);
            Payload.NAMES.write(handle, event, block.range(), block.names(), partBytes);
        }
    }

    @Override
    public boolean remove(EventRef event, BlockRange range) {
        Optional<PayloadPlace> place = place(event, range);
        int removed = of(event, handle.createUpdate(REMOVE_BLOCK))
                .bind("first", range.first())
                .bind("last", range.last())
                .execute();
        if (removed == 0) {
            return false;
        }
        Optional<Long> file = place.flatMap(PayloadPlace::file);
        if (file.isPresent()) {
            files.remove(file.get());
        } else {
            Payload.OPERATIONS.remove(handle, event, range);
            Payload.NAMES.remove(handle, event, range);
        }
        return true;
    }

    /** The numbers of all files that rows name. */
    static List<Long> filesNamed(Handle handle) {
        return handle.createQuery(FILES).mapTo(Long.class).list();
    }

    private Optional<byte[]> payload(EventRef event, BlockRange range, Payload which) {
        Optional<PayloadPlace> found = place(event, range);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        PayloadPlace place = found.get();
        try {
            return Optional.of(
                    place.file().isPresent()
                            ? files.read(event, range, place.file().get(), which.from(place), which.length(place))
                            : which.read(handle, event, range, which.length(place)));
        } catch (DamagedLog damaged) {
            if (place(event, range).isEmpty()) {
                // Merged away meanwhile, which a transaction that writes can see happen.
                return Optional.empty();
            }
            throw damaged;
        }
    }

    private Optional<PayloadPlace> place(EventRef event, BlockRange range) {
        return of(event, handle.createQuery(BLOCK))
                .bind("first", range.first())
                .bind("last", range.last())
                .map(PLACE)
                .findOne();
    }

    private static <S extends SqlStatement<S>> S of(EventRef event, S statement) {
        return statement.bind("organization", event.organization()).bind("event", event.event());
    }
}
