package dev.usher.core.statistics;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import net.jqwik.api.arbitraries.ListArbitrary;

/** Random logs of one event: few tickets and devices and near instants, so that operations meet in every way. */
final class Logs {
    /** The event all operations belong to. */
    static final String EVENT = "club night";

    static final NameKey KEY = new NameKey(0x0706050403020100L, 0x0f0e0d0c0b0a0908L);
    /** Where most operations happen, within a few microseconds. */
    static final long START = 1_747_807_200_000_000L;

    private Logs() {}

    /** Any operation: micro-second neighbours and ties are likely, and now and then an instant far away. */
    static Arbitrary<TicketOperation> operations() {
        Arbitrary<String> tickets =
                Arbitraries.of("a", "b", "c", "hot", "e8b5cf5c-3b7a-4e08-9c8f-0d2f6a1b2c3d", "Zürich 🎫");
        Arbitrary<OperationKind> kinds = Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.of(OperationKind.ISSUED)), Tuple.of(10, Arbitraries.of(OperationKind.class)));
        Arbitrary<Long> instants = Arbitraries.frequencyOf(
                Tuple.of(8, Arbitraries.longs().between(START, START + 12)),
                Tuple.of(3, Arbitraries.longs().between(START - 1_000_000_000L, START + 1_000_000_000L)),
                Tuple.of(1, Arbitraries.of(-62_135_596_800_000_000L, 253_402_300_799_999_999L, 0L, -1L)));
        Arbitrary<String> devices = Arbitraries.of("", "phone", "tablet", "gate 1");
        return Combinators.combine(tickets, kinds, instants, devices)
                .as((ticket, kind, instant, device) ->
                        new TicketOperation(EVENT, ticket, kind, InstantText.instant(instant), device));
    }

    /** Logs of up to so many operations, repeats likely, in any order. */
    static ListArbitrary<TicketOperation> logs(int most) {
        return operations().list().ofMaxSize(most);
    }

    /** One packed batch of a log, placed at the sequence and recorded at the instant given. */
    static OperationBlock block(List<TicketOperation> log, long first, long recordedAt) {
        return packed(log).operationsAt(first, recordedAt);
    }

    static PackedBatch packed(List<TicketOperation> log) {
        return batch(log).pack(new KnownNames());
    }

    /** A log as it arrives. */
    static OperationBatch batch(List<TicketOperation> log) {
        OperationBatch batch = new OperationBatch(KEY);
        log.forEach(operation -> batch.add(
                operation.ticket(),
                operation.kind(),
                InstantText.microseconds(operation.occurredAt()),
                operation.device()));
        return batch;
    }

    /** A log cut into batches, each a block recorded one microsecond after the one before; empty batches are left out. */
    static List<OperationBlock> blocks(List<List<TicketOperation>> batches) {
        List<OperationBlock> blocks = new ArrayList<>();
        long first = 1;
        for (List<TicketOperation> batch : batches) {
            if (!batch.isEmpty()) {
                OperationBlock block = block(batch, first, blocks.size());
                blocks.add(block);
                first = block.last() + 1;
            }
        }
        return blocks;
    }

    /** The instants worth asking for: each of the log's, and one microsecond before and after it. */
    static Collection<Instant> instants(Collection<TicketOperation> log) {
        TreeSet<Instant> instants = new TreeSet<>();
        for (TicketOperation operation : log) {
            instants.add(operation.occurredAt());
            instants.add(operation.occurredAt().minusNanos(1_000));
            instants.add(operation.occurredAt().plusNanos(1_000));
        }
        instants.add(Instant.MAX);
        instants.add(Instant.MIN);
        return instants;
    }
}
