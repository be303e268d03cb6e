package dev.usher.core.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.usher.core.access.Actor;
import dev.usher.core.access.Role;
import dev.usher.core.event.EventRef;
import dev.usher.core.statistics.OperationText;
import dev.usher.core.statistics.StatisticsQuestion;
import dev.usher.core.store.BlockRange;
import dev.usher.core.store.DamagedLog;
import dev.usher.core.store.LogHead;
import dev.usher.core.store.MemoryStore;
import dev.usher.core.store.OperationLog;
import dev.usher.core.store.StoredBlock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever happens to stored blocks is named with event and range, and no question is answered from what is left. */
class InspectionTest {
    private static final BlockRange FIRST = new BlockRange(1, 3, 3);
    private static final BlockRange SECOND = new BlockRange(4, 6, 3);
    private static final BlockRange THIRD = new BlockRange(7, 9, 3);
    private static final Instant EVENING = Instant.parse("2026-07-04T18:00:00Z");

    private final MemoryStore store = new MemoryStore();
    private Actor actor;
    private EventRef event;

    /** Something that happens to a log of three blocks of three operations, and what must be said of it. */
    private record Damage(
            String what, BiConsumer<OperationLog, EventRef> act, String range, String fault, boolean answersStill) {
        @Override
        public String toString() {
            return what;
        }
    }

    @BeforeEach
    void appendThreeBlocks() {
        Services services = services();
        actor = new Actor(
                services.organizations().findOrCreate("house").orThrow().id(), Role.MEMBER);
        for (int block = 0; block < 3; block++) {
            List<OperationText> operations = new ArrayList<>();
            for (int ticket = 0; ticket < 3; ticket++) {
                operations.add(new OperationText(
                        "club night",
                        "ticket " + (3 * block + ticket),
                        "downloaded",
                        EVENING.toString(),
                        "phone " + block));
            }
            services.ticketOperations().append(actor, operations).orThrow();
        }
        event = store.<EventRef>read(transaction -> transaction
                .identities()
                .event(actor.organization(), "club night")
                .orElseThrow()
                .ref());
    }

    static List<Damage> damages() {
        return List.of(
                blocks(
                        "a bit of the operations flipped",
                        (log, event) -> change(log, event, SECOND, bytes -> flipped(bytes, 60)),
                        "4..6",
                        "checksum"),
                blocks(
                        "the operations cut",
                        (log, event) -> change(log, event, SECOND, bytes -> Arrays.copyOf(bytes, bytes.length - 5)),
                        "4..6",
                        "checksum"),
                blocks(
                        "the operations cut to nothing",
                        (log, event) -> change(log, event, SECOND, bytes -> new byte[0]),
                        "4..6",
                        "0 bytes"),
                blocks(
                        "the operations of a later format",
                        (log, event) -> change(log, event, SECOND, bytes -> withFormat(bytes, 99)),
                        "4..6",
                        "format 99"),
                blocks("the first block removed", (log, event) -> log.remove(event, FIRST), "1..3", "no block"),
                blocks("a block in the middle removed", (log, event) -> log.remove(event, SECOND), "4..6", "no block"),
                blocks("the last block removed", (log, event) -> log.remove(event, THIRD), "7..9", "no block"),
                blocks(
                        "all blocks removed",
                        (log, event) -> List.of(FIRST, SECOND, THIRD).forEach(range -> log.remove(event, range)),
                        "1..9",
                        "no block"),
                blocks(
                        "a block there twice",
                        (log, event) -> log.add(
                                event,
                                new StoredBlock(
                                        new BlockRange(5, 6, 2), bytes(log, event, SECOND), names(log, event, SECOND))),
                        "5..6",
                        "two blocks"),
                blocks("two blocks at each other's place", InspectionTest::swapBlocks, "4..6", "7..9 instead"),
                blocks(
                        "the head moved on",
                        (log, event) -> log.moveHead(new LogHead(event, 12, 0)),
                        "10..12",
                        "no block"),
                blocks(
                        "the head moved back",
                        (log, event) -> log.moveHead(new LogHead(event, 6, 0)),
                        "7..9",
                        "beyond the head"),
                names(
                        "a bit of the names flipped",
                        (log, event) -> changeNames(log, event, SECOND, bytes -> flipped(bytes, 40)),
                        "4..6",
                        "names"),
                names(
                        "the names cut",
                        (log, event) -> changeNames(log, event, SECOND, bytes -> Arrays.copyOf(bytes, 20)),
                        "4..6",
                        "names"),
                names("the names of two blocks swapped", InspectionTest::swapNames, "4..6", "7..9 instead"),
                names("a row that miscounts its block", InspectionTest::miscount, "4..6", "its row says 2"));
    }

    @Test
    void aHealthyStoreHasNoFaultsAndIsCounted() {
        assertThat(services().inspection().inspect()).isEqualTo(new Inspection.Report(1, 1, 3, 9, List.of()));
        assertThat(new Inspection(new MemoryStore()).inspect()).isEqualTo(new Inspection.Report(0, 0, 0, 0, List.of()));
    }

    @ParameterizedTest
    @MethodSource("damages")
    void damageIsAFaultThatNamesEventAndRangeAndNeverASmallerNumber(Damage damage) {
        store.write(transaction -> {
            damage.act().accept(transaction.operations(), event);
            return true;
        });
        List<String> faults = services().inspection().inspect().faults();
        assertThat(faults).isNotEmpty();
        assertThat(faults.get(0))
                .contains("event " + event.event() + " (organization " + event.organization() + ")")
                .contains(" " + damage.range() + ": ")
                .contains(damage.fault());
        if (damage.answersStill()) {
            assertThat(ask()).isNotEmpty();
        } else {
            assertThatThrownBy(this::ask).isInstanceOf(DamagedLog.class).hasMessage(faults.get(0));
        }
    }

    @Test
    void namesOfAnotherEventAreNotTheNamesOfThisOne() {
        services()
                .ticketOperations()
                .append(actor, List.of(new OperationText("matinee", "x", "issued", EVENING.toString(), "")))
                .orThrow();
        services()
                .ticketOperations()
                .append(actor, List.of(new OperationText("soiree", "y", "issued", EVENING.toString(), "")))
                .orThrow();
        store.write(transaction -> {
            BlockRange only = new BlockRange(1, 1, 1);
            EventRef one = transaction
                    .identities()
                    .event(actor.organization(), "matinee")
                    .orElseThrow()
                    .ref();
            EventRef other = transaction
                    .identities()
                    .event(actor.organization(), "soiree")
                    .orElseThrow()
                    .ref();
            OperationLog log = transaction.operations();
            byte[] names = names(log, other, only);
            replace(log, one, only, new StoredBlock(only, bytes(log, one, only), names));
            return true;
        });
        assertThat(services().inspection().inspect().faults())
                .hasSize(1)
                .allMatch(fault -> fault.contains("1..1") && fault.contains("without a name"));
    }

    @Test
    void damageOfOneEventIsNoReasonToSayNothingOfAnother() {
        services()
                .ticketOperations()
                .append(actor, List.of(new OperationText("matinee", "x", "issued", EVENING.toString(), "")))
                .orThrow();
        store.<Boolean>write(transaction -> transaction.operations().remove(event, SECOND));
        Inspection.Report report = services().inspection().inspect();
        assertThat(report.events()).isEqualTo(2);
        assertThat(report.operations()).isEqualTo(1);
        assertThat(report.faults()).hasSize(1);
        assertThat(services()
                        .reporting()
                        .asOf(actor, StatisticsQuestion.of(List.of("matinee"), EVENING))
                        .orThrow())
                .hasSize(1);
    }

    @Test
    void nothingIsAppendedToADamagedLog() {
        store.<Boolean>write(transaction -> transaction.operations().remove(event, SECOND));
        assertThatThrownBy(() -> services()
                        .ticketOperations()
                        .append(actor, List.of(new OperationText("club night", "x", "issued", EVENING.toString(), ""))))
                .isInstanceOf(DamagedLog.class)
                .hasMessageContaining("4..6");
    }

    private List<EventStatistics> ask() {
        return services()
                .reporting()
                .asOf(actor, StatisticsQuestion.of(List.of("club night"), EVENING))
                .orThrow();
    }

    /** A process just started: nothing is in its memory. */
    private Services services() {
        return Services.over(store, () -> EVENING, new Random(1), Terms.within(1 << 20));
    }

    private static Damage blocks(String what, BiConsumer<OperationLog, EventRef> act, String range, String fault) {
        return new Damage(what, act, range, fault, false);
    }

    /** Damage that no number depends on. */
    private static Damage names(String what, BiConsumer<OperationLog, EventRef> act, String range, String fault) {
        return new Damage(what, act, range, fault, true);
    }

    private static void change(OperationLog log, EventRef event, BlockRange range, UnaryOperator<byte[]> change) {
        replace(
                log,
                event,
                range,
                new StoredBlock(range, change.apply(bytes(log, event, range)), names(log, event, range)));
    }

    private static void changeNames(OperationLog log, EventRef event, BlockRange range, UnaryOperator<byte[]> change) {
        replace(
                log,
                event,
                range,
                new StoredBlock(range, bytes(log, event, range), change.apply(names(log, event, range))));
    }

    private static void swapBlocks(OperationLog log, EventRef event) {
        byte[] second = bytes(log, event, SECOND);
        byte[] third = bytes(log, event, THIRD);
        change(log, event, SECOND, bytes -> third);
        change(log, event, THIRD, bytes -> second);
    }

    private static void swapNames(OperationLog log, EventRef event) {
        byte[] second = names(log, event, SECOND);
        byte[] third = names(log, event, THIRD);
        changeNames(log, event, SECOND, bytes -> third);
        changeNames(log, event, THIRD, bytes -> second);
    }

    private static void miscount(OperationLog log, EventRef event) {
        BlockRange wrong = new BlockRange(SECOND.first(), SECOND.last(), 2);
        replace(log, event, SECOND, new StoredBlock(wrong, bytes(log, event, SECOND), names(log, event, SECOND)));
    }

    private static void replace(OperationLog log, EventRef event, BlockRange range, StoredBlock block) {
        assertThat(log.remove(event, range)).isTrue();
        log.add(event, block);
    }

    private static byte[] bytes(OperationLog log, EventRef event, BlockRange range) {
        return log.operations(event, range).orElseThrow().clone();
    }

    private static byte[] names(OperationLog log, EventRef event, BlockRange range) {
        return log.names(event, range).orElseThrow().clone();
    }

    private static byte[] flipped(byte[] bytes, int at) {
        bytes[at] ^= 1;
        return bytes;
    }

    private static byte[] withFormat(byte[] bytes, int format) {
        bytes[0] = (byte) format;
        return bytes;
    }
}
