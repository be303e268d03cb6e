package dev.usher.app;

import dev.usher.core.statistics.InstantText;
import dev.usher.core.statistics.OperationKind;
import dev.usher.core.statistics.TicketOperation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * The made-up life of one ticket: bought, downloaded, perhaps handed on or taken back, activated, scanned at the gate.
 *
 * <p>A ticket's life depends on the seed, its event and its number only.
 */
final class DemoTicket {
    private static final long SEED = 20_250_620L;
    private static final long MICROS_A_MINUTE = 60_000_000L;
    private static final int GATES = 12;

    private final DemoEvent event;
    private final String name;
    private final SplittableRandom chance;
    private final List<Arrival> arrivals = new ArrayList<>();
    private long time;
    private String device;

    /**
     * An operation, and when the log hears of it.
     *
     * @param at when it arrives, in microseconds since 1970; never before it happened
     * @param operation what arrives
     */
    record Arrival(long at, TicketOperation operation) {}

    private DemoTicket(DemoEvent event, int number) {
        this.event = event;
        this.name = String.format("%s-%07d", event.id().substring(0, 3).toUpperCase(Locale.ROOT), number);
        this.chance =
                new SplittableRandom(SEED + 1_000_003L * number + event.id().hashCode());
        this.device = newDevice();
    }

    /** Everything that happens to a ticket, in no order. */
    static List<Arrival> life(DemoEvent event, int number) {
        DemoTicket ticket = new DemoTicket(event, number);
        ticket.live();
        return ticket.arrivals;
    }

    private void live() {
        long doors = micros(event.doorsOpen());
        issue(doors);
        if (happens(event.deleted())) {
            pass(doors);
            record(OperationKind.DELETED, "");
            return;
        }
        boolean downloaded = happens(96);
        if (downloaded) {
            download(doors);
        }
        if (downloaded && happens(event.transferred())) {
            handOn(doors);
        }
        if (happens(event.present())) {
            arrive(doors);
        }
    }

    /** Half of the sale is a rush at its opening, the rest comes as the event draws near. */
    private void issue(long doors) {
        long opens = micros(event.saleOpens());
        double when = chance.nextDouble();
        double part = happens(50) ? Math.pow(when, 6) : 1 - Math.pow(when, 2);
        time = opens + (long) (part * (doors - opens - MICROS_A_MINUTE * 30));
        record(OperationKind.ISSUED, "");
    }

    private void download(long doors) {
        pass(happens(60) ? Math.min(doors, time + MICROS_A_MINUTE * 45) : doors);
        record(OperationKind.DOWNLOADED, device);
        if (happens(7)) {
            pass(doors);
            record(OperationKind.LOGGED_OFF, device);
            device = newDevice();
            record(OperationKind.DOWNLOADED, device);
        }
    }

    private void handOn(long doors) {
        do {
            pass(doors);
            record(OperationKind.TRANSFER_STARTED, device);
            pass(Math.min(doors, time + MICROS_A_MINUTE * 60 * 24));
            if (happens(6)) {
                return;
            }
            if (happens(14)) {
                record(OperationKind.TRANSFER_CANCELLED, device);
                return;
            }
            String sender = device;
            device = newDevice();
            record(OperationKind.TRANSFER_ACCEPTED, device);
            record(OperationKind.LOGGED_OFF, sender);
            record(OperationKind.DOWNLOADED, device);
        } while (happens(25));
    }

    /** Guests come in three waves; a gate without a network tells of its scans hours later. */
    private void arrive(long doors) {
        long evening = micros(event.ends()) - doors;
        long wave = evening * chance.nextInt(3) / 8;
        time = doors + wave + (long) (Math.abs(chance.nextGaussian()) * evening / 20);
        boolean offline = happens(6);
        String gate = "gate-" + (1 + chance.nextInt(GATES));
        OperationKind mode = offline
                ? OperationKind.ACTIVATED_OFFLINE
                : happens(4) ? OperationKind.ACTIVATED_MANUALLY : OperationKind.ACTIVATED;
        record(mode, gate, offline);
        if (happens(1)) {
            pause(3);
            record(OperationKind.DEACTIVATED, gate, offline);
            pause(3);
            record(OperationKind.ACTIVATED_MANUALLY, gate, offline);
        }
        if (happens(97)) {
            pause(2);
            record(OperationKind.CONTROLLED, gate, offline);
            if (happens(event.returning())) {
                pause(90);
                record(OperationKind.CONTROL_REVERTED, gate, offline);
                pause(60);
                record(OperationKind.CONTROLLED, gate, offline);
            }
        }
    }

    private boolean happens(int percent) {
        return chance.nextInt(100) < percent;
    }

    /** Lets time go on, to some moment not later than the end. */
    private void pass(long end) {
        time += 1 + (long) (chance.nextDouble() * Math.max(0, end - time - 1));
    }

    private void pause(int minutes) {
        time += 1 + chance.nextLong(minutes * MICROS_A_MINUTE);
    }

    private void record(OperationKind kind, String on) {
        record(kind, on, false);
    }

    /** One operation in a hundred arrives twice. */
    private void record(OperationKind kind, String on, boolean late) {
        TicketOperation operation = new TicketOperation(event.id(), name, kind, InstantText.instant(time), on);
        long delay = late ? chance.nextLong(Duration.ofHours(9).toSeconds()) * 1_000_000 : chance.nextLong(3_000_000);
        arrivals.add(new Arrival(time + delay, operation));
        if (happens(1)) {
            arrivals.add(new Arrival(time + delay + chance.nextLong(10 * MICROS_A_MINUTE), operation));
        }
    }

    private String newDevice() {
        return (happens(55) ? "ios-" : "android-") + Integer.toHexString(chance.nextInt(1 << 28, 1 << 30));
    }

    private static long micros(Instant instant) {
        return InstantText.microseconds(instant);
    }
}
