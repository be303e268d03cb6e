package dev.usher.core.store;

import dev.usher.core.event.EventRef;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The log of each event: a head and the blocks behind it, as bytes that only the core can read.
 *
 * <p>Appends of one event follow one another, because {@link #lock} holds its head until the transaction ends. The
 * ranges of an event's blocks tile {@code 1..head}; the core checks that whenever it reads.
 */
public interface OperationLog {

    /** The event's head, locked until the transaction ends; a head at zero is made when the event has none yet. */
    LogHead lock(EventRef event);

    /** The event's head, not locked; empty when nothing was ever appended. */
    Optional<LogHead> head(EventRef event);

    /** The heads of those of the given events that have one. */
    List<LogHead> heads(Collection<EventRef> events);

    /** The ranges of an event's blocks, by their first sequence number. */
    List<BlockRange> ranges(EventRef event);

    /** The packed operations of the block that has exactly this first and last number. */
    Optional<byte[]> operations(EventRef event, BlockRange range);

    /** The packed names of the block that has exactly this first and last number. */
    Optional<byte[]> names(EventRef event, BlockRange range);

    /** Moves a head that this transaction has locked. */
    void moveHead(LogHead head);

    /** Adds a block. */
    void add(EventRef event, StoredBlock block);

    /**
     * Removes the block that has exactly this first and last number, its operations and its names.
     *
     * @return false when it is not there any more, so that whoever merges knows that another was faster
     */
    boolean remove(EventRef event, BlockRange range);
}
