package dev.usher.core.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.usher.core.access.Actor;
import dev.usher.core.access.Organization;
import dev.usher.core.access.Role;
import dev.usher.core.statistics.OperationIntake;
import dev.usher.core.statistics.OperationKind;
import dev.usher.core.statistics.StatisticsQuestion;
import dev.usher.core.store.MemoryStore;
import dev.usher.core.store.StoreUnavailable;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A bulk intake in batches of a few operations, so that all its stages are busy. */
class BulkIntakeTest {
    private static final int BATCH = 64;

    private final FailingStore store = new FailingStore(new MemoryStore());
    private final Services services =
            Services.over(store, InstantSource.system(), new Random(1), Terms.within(1 << 20));
    private final Organization house =
            services.organizations().findOrCreate("house").orThrow();

    @Test
    void everyOperationIsCountedOnceWhateverBatchItCameWith() {
        OperationIntake intake = intake();
        for (int row = 0; row < 50_000; row++) {
            add(intake, "event " + row % 3, "ticket " + row % 30_000 / 3);
        }
        assertThat(intake.finish()).isEqualTo(new OperationIntake.Totals(30_000, 20_000, 3));
        assertThat(intake.durable()).isEqualTo(50_000);
        assertThat(total("event 0")).isEqualTo(10_000);
        OperationIntake again = intake();
        add(again, "event 0", "ticket 1");
        add(again, "event 0", "another");
        add(again, "event 9", "ticket 1");
        assertThat(again.finish()).isEqualTo(new OperationIntake.Totals(2, 1, 2));
    }

    @Test
    void nothingTakenIsNothingCounted() {
        assertThat(intake().finish()).isEqualTo(new OperationIntake.Totals(0, 0, 0));
    }

    @Test
    void aStoreThatFailsStopsTheCallerAndWhatIsDurableIsThere() {
        OperationIntake intake = intake();
        add(intake, "event 0", "ticket 0");
        store.failNextCommit();
        assertThatThrownBy(() -> {
                    for (int row = 1; row < 100 * BATCH; row++) {
                        add(intake, "event 0", "ticket " + row);
                    }
                })
                .isInstanceOf(StoreUnavailable.class)
                .hasMessageContaining("failed");
        assertThat(intake.durable()).isZero();
        assertThatThrownBy(intake::finish).isInstanceOf(StoreUnavailable.class);
        OperationIntake again = intake();
        add(again, "event 0", "ticket 7");
        assertThat(again.finish()).isEqualTo(new OperationIntake.Totals(1, 0, 1));
        assertThat(total("event 0")).isEqualTo(1);
    }

    @Test
    void whatWasDurableBeforeTheStoreFailedStaysAndRunningAgainGoesOn() {
        OperationIntake intake = intake();
        int most = 200 * BATCH;
        assertThatThrownBy(() -> {
                    for (int row = 0; row < most; row++) {
                        add(intake, "event 0", "ticket " + row);
                        if (intake.durable() > 10 * BATCH) {
                            store.cutOff();
                        }
                    }
                    intake.finish();
                })
                .isInstanceOf(StoreUnavailable.class);
        store.reconnect();
        assertThat(intake.durable()).isGreaterThan(10 * BATCH);
        assertThat(total("event 0")).isGreaterThanOrEqualTo(intake.durable());
        long before = total("event 0");
        OperationIntake again = intake();
        for (int row = 0; row < most; row++) {
            add(again, "event 0", "ticket " + row);
        }
        assertThat(again.finish()).isEqualTo(new OperationIntake.Totals(most - before, before, 1));
    }

    @Test
    void longNamesAreAppendedBeforeThereAreManyOfThem() {
        int bytes = 1 << 14;
        OperationIntake intake = services.ticketOperations().intake(house, new IntakeLimits(1 << 20, bytes, 2 * BATCH));
        String name = "a ticket whose name is long ".repeat(9);
        for (int row = 0; row < 2_000; row++) {
            add(intake, "event " + row % 3, name + row % 1_500);
        }
        // What the stages still hold are at most three batches, of which none has more bytes than allowed.
        assertThat(intake.durable()).isGreaterThanOrEqualTo(2_000 - 3 * (bytes / name.length() + 1));
        assertThat(intake.finish()).isEqualTo(new OperationIntake.Totals(1_500, 500, 3));
        assertThat(total("event 0") + total("event 1") + total("event 2")).isEqualTo(1_500);
    }

    @Test
    void eventsWithAFewOperationsEachAreAppendedBeforeThereAreManyOfThem() {
        OperationIntake intake =
                services.ticketOperations().intake(house, new IntakeLimits(1 << 20, 1 << 14, 2 * BATCH));
        for (int row = 0; row < 1_000; row++) {
            add(intake, "event " + row % 500, "ticket " + row);
        }
        assertThat(intake.durable()).isPositive();
        assertThat(intake.finish()).isEqualTo(new OperationIntake.Totals(1_000, 0, 500));
        assertThat(total("event 499")).isEqualTo(2);
    }

    @Test
    void batchesGrowWithTheHeapBetweenTwoBounds() {
        assertThat(IntakeLimits.of(512L << 20)).isEqualTo(new IntakeLimits(1 << 18, 32 << 20, 3 << 18));
        assertThat(IntakeLimits.of(64L << 30).batch()).isEqualTo(1 << 20);
        assertThat(IntakeLimits.of(64L << 30).bytes()).isEqualTo(1 << 28);
        assertThat(IntakeLimits.of(0).batch()).isEqualTo(1 << 14);
        assertThat(IntakeLimits.of(0).bytes()).isEqualTo(1 << 20);
    }

    private OperationIntake intake() {
        return services.ticketOperations().intake(house, new IntakeLimits(BATCH, 1 << 20, 2 * BATCH));
    }

    private static void add(OperationIntake intake, String event, String ticket) {
        intake.add(event, ticket, OperationKind.ISSUED, 0, ticket.endsWith("7") ? "gate 7" : "");
    }

    private long total(String event) {
        StatisticsQuestion question = StatisticsQuestion.of(List.of(event), Instant.EPOCH);
        return services.reporting()
                .asOf(new Actor(house.id(), Role.OWNER), question)
                .orThrow()
                .get(0)
                .statistics()
                .total();
    }
}
