package dev.usher.app;

import dev.usher.core.Usher;
import dev.usher.core.access.Actor;
import dev.usher.core.access.Organization;
import dev.usher.core.access.Role;
import dev.usher.core.statistics.AsOfQuestion;
import dev.usher.core.statistics.EventInQuestion;
import dev.usher.core.statistics.OperationIntake;
import dev.usher.core.statistics.OperationKind;
import dev.usher.core.store.MemoryStore;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers questions about made-up operations while a service starts, so that the code which builds timelines is compiled
 * when the first real question comes: without it most of that question's time is the compiler's.
 */
final class Practice implements Runnable {
    private static final Logger LOGGER = LoggerFactory.getLogger(Practice.class);
    private static final List<OperationKind> KINDS = List.of(OperationKind.values());
    private static final String EVENT = "practice";
    /** As many as leave several blocks, as a real log has. */
    private static final int IMPORTS = 5;

    private static final int OPERATIONS_AN_IMPORT = 12_000;
    private static final int TICKETS = 6_000;
    private static final int QUESTIONS = 12;
    private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");

    private final Random random = new Random(1);

    /** Begins in a thread of its own that keeps no process alive. */
    static void begin() {
        Thread thread = new Thread(new Practice(), "usher-practice");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void run() {
        LOGGER.debug("practised on {} tickets", practise());
    }

    /** How many tickets the answers counted together. */
    long practise() {
        MemoryStore store = new MemoryStore();
        Usher usher = over(store);
        Organization house = usher.organizations().findOrCreate(EVENT).orThrow();
        for (int file = 0; file < IMPORTS; file++) {
            takeIn(usher.ticketOperations().intake(house), file);
        }
        Actor owner = new Actor(house.id(), Role.OWNER);
        AsOfQuestion question = AsOfQuestion.of(EventInQuestion.of(EVENT), BEGIN);
        long total = 0;
        for (int round = 0; round < QUESTIONS; round++) {
            // A new engine knows nothing and builds its timeline anew.
            total += over(store)
                    .reporting()
                    .asOf(owner, question)
                    .orThrow()
                    .statistics()
                    .total();
        }
        return total;
    }

    private Usher over(MemoryStore store) {
        return Usher.over(store, InstantSource.fixed(BEGIN), random);
    }

    private void takeIn(OperationIntake intake, int file) {
        long micros = BEGIN.getEpochSecond() * 1_000_000;
        for (int operation = 0; operation < OPERATIONS_AN_IMPORT; operation++) {
            OperationKind kind = KINDS.get(random.nextInt(KINDS.size()));
            long at = micros - (IMPORTS - file) * 1_000_000L + random.nextInt(1_000_000);
            intake.add(EVENT, "ticket " + random.nextInt(TICKETS), kind, at, "device " + random.nextInt(40));
        }
        intake.finish();
    }
}
