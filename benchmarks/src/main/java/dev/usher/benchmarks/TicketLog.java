package dev.usher.benchmarks;

import dev.usher.core.statistics.OperationKind;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.LongStream;

/**
 * The log of one big event, and no kind one: random UUIDs for tickets and phones, a ticket with thousands of operations
 * beside many with one, four phones a ticket, 40 gates, operations before their ticket was issued, two operations at one
 * microsecond, one in a hundred late and one in a hundred twice.
 *
 * <p>It is made from a seed and is always the same. The distinct operations stand in columns, by time; an order of
 * arrival is a list of row numbers in which some rows come twice.
 */
public final class TicketLog {
    /** The event's external id. */
    public static final String EVENT = "festival-2026";

    /** No device. */
    public static final int NO_DEVICE = -1;

    private static final List<OperationKind> KINDS = List.of(OperationKind.values());
    private static final int OPERATIONS_A_TICKET = 10;
    private static final int PHONES_A_TICKET = 4;
    private static final int GATES = 40;
    private static final long START = ChronoUnit.MICROS.between(Instant.EPOCH, Instant.parse("2026-01-05T08:00:00Z"));
    private static final long SPAN = ChronoUnit.DAYS.getDuration().toSeconds() * 180 * 1_000_000;

    private final long seed;
    private final long names;
    private final int ticketCount;
    private final int arrivals;
    private final int[] tickets;
    /** Places among all kinds, for millions of references would keep the collector busy beside whatever is measured. */
    private final byte[] kinds;

    private final long[] times;
    private final int[] devices;

    private TicketLog(long seed, int arrivals) {
        this.seed = seed;
        this.names = new SplittableRandom(seed).nextLong();
        this.arrivals = arrivals;
        this.ticketCount = arrivals / OPERATIONS_A_TICKET;
        int distinct = (int) (arrivals * 100L / 101);
        this.tickets = new int[distinct];
        this.kinds = new byte[distinct];
        this.times = new long[distinct];
        this.devices = new int[distinct];
    }

    /**
     * The log of that seed.
     *
     * @param arrivals how many operations arrive, those that come twice counted twice
     */
    static TicketLog of(int arrivals, long seed) {
        TicketLog log = new TicketLog(seed, arrivals);
        log.fill(new SplittableRandom(seed));
        return log;
    }

    private void fill(SplittableRandom random) {
        double averageGap = (double) SPAN / size();
        double at = START;
        int issued = 0;
        for (int row = 0; row < size(); row++) {
            // One gap in sixteen is none, so that operations meet at one microsecond.
            at += (row & 15) == 0 ? 0 : -Math.log(1 - random.nextDouble()) * averageGap * 16 / 15;
            times[row] = (long) at;
            boolean issues = issued < ticketCount && random.nextInt(size() * 6 / 10) < ticketCount;
            if (issues) {
                tickets[row] = issued++;
                kinds[row] = code(OperationKind.ISSUED);
                devices[row] = NO_DEVICE;
            } else {
                tickets[row] = ticket(random, issued);
                OperationKind kind = kind(random, row > size() / 10 * 9);
                kinds[row] = code(kind);
                devices[row] = device(random, tickets[row], kind);
            }
        }
        keepApart();
        orderTies();
    }

    private static byte code(OperationKind kind) {
        return (byte) KINDS.indexOf(kind);
    }

    /** Hot and cold: a third goes by rank, the hottest ticket gets one in 200, the rest any; some are not issued yet. */
    private int ticket(SplittableRandom random, int issued) {
        int choice = random.nextInt(600);
        if (choice < 1 || issued == 0) {
            return 0;
        }
        if (choice < 200) {
            double where = random.nextDouble();
            return (int) (issued * where * where * where);
        }
        return choice < 212 ? random.nextInt(ticketCount) : random.nextInt(issued);
    }

    private static OperationKind kind(SplittableRandom random, boolean duringTheEvent) {
        if (duringTheEvent && random.nextInt(2) == 0) {
            return random.nextInt(20) == 0 ? OperationKind.CONTROL_REVERTED : OperationKind.CONTROLLED;
        }
        int choice = random.nextInt(200);
        if (choice < 66) {
            return OperationKind.DOWNLOADED;
        } else if (choice < 96) {
            return OperationKind.LOGGED_OFF;
        } else if (choice < 134) {
            return OperationKind.TRANSFER_STARTED;
        } else if (choice < 160) {
            return OperationKind.TRANSFER_ACCEPTED;
        } else if (choice < 170) {
            return OperationKind.TRANSFER_CANCELLED;
        } else if (choice < 182) {
            return OperationKind.ACTIVATED;
        } else if (choice < 186) {
            return OperationKind.ACTIVATED_OFFLINE;
        } else if (choice < 189) {
            return OperationKind.ACTIVATED_MANUALLY;
        } else if (choice < 194) {
            return OperationKind.DEACTIVATED;
        } else if (choice < 198) {
            return OperationKind.CONTROLLED;
        }
        return choice == 198 ? OperationKind.CONTROL_REVERTED : OperationKind.DELETED;
    }

    private static int device(SplittableRandom random, int ticket, OperationKind kind) {
        return switch (kind) {
            case DOWNLOADED, LOGGED_OFF -> GATES + ticket * PHONES_A_TICKET + random.nextInt(PHONES_A_TICKET);
            case CONTROLLED, CONTROL_REVERTED, ACTIVATED_MANUALLY -> random.nextInt(GATES);
            case ISSUED, DELETED -> NO_DEVICE;
            default -> random.nextInt(2) == 0 ? NO_DEVICE : GATES + ticket * PHONES_A_TICKET;
        };
    }

    /** What would be the same operation as the one before it happens a microsecond later. */
    private void keepApart() {
        for (int row = 1; row < size(); row++) {
            times[row] = Math.max(times[row], times[row - 1]);
            for (int before = row - 1; before >= 0 && times[before] == times[row]; before--) {
                if (tickets[before] == tickets[row] && kinds[before] == kinds[row] && devices[before] == devices[row]) {
                    times[row]++;
                    break;
                }
            }
        }
    }

    /** Puts what happens at one microsecond in the order in which it applies. */
    private void orderTies() {
        for (int row = 1; row < size(); row++) {
            for (int at = row; at > 0 && times[at] == times[at - 1] && kinds[at] < kinds[at - 1]; at--) {
                int ticket = tickets[at];
                byte kind = kinds[at];
                int device = devices[at];
                tickets[at] = tickets[at - 1];
                kinds[at] = kinds[at - 1];
                devices[at] = devices[at - 1];
                tickets[at - 1] = ticket;
                kinds[at - 1] = kind;
                devices[at - 1] = device;
            }
        }
    }

    /** How many distinct operations there are. */
    public int size() {
        return tickets.length;
    }

    /** How many operations arrive, those that come twice counted twice. */
    public int arrivals() {
        return arrivals;
    }

    /** How many tickets there are; a ticket is a number below this. */
    public int tickets() {
        return ticketCount;
    }

    /** The ticket of a row. */
    public int ticket(int row) {
        return tickets[row];
    }

    /** What happened in a row. */
    public OperationKind kind(int row) {
        return KINDS.get(kinds[row]);
    }

    /** When it happened, in microseconds since 1970; rows are in this order, and at one microsecond by kind. */
    public long occurredAt(int row) {
        return times[row];
    }

    /** The device of a row, or {@link #NO_DEVICE}; a gate below 40, else a phone. */
    public int device(int row) {
        return devices[row];
    }

    /** Which of its ticket's four phones a phone is, as one of four bits. */
    int phoneBit(int ticket, int device) {
        return 1 << (device - GATES - ticket * PHONES_A_TICKET);
    }

    /** The external id of a ticket: a random UUID. */
    public String ticketName(int ticket) {
        return uuid(2L * ticket);
    }

    /** The name of a device: a gate, or a random UUID for a phone; empty for {@link #NO_DEVICE}. */
    public String deviceName(int device) {
        if (device == NO_DEVICE) {
            return "";
        }
        return device < GATES ? "gate " + (device + 1) : uuid(2L * device + 1);
    }

    private String uuid(long number) {
        SplittableRandom random = new SplittableRandom(names + number * 0xD1342543DE82EF95L);
        long high = (random.nextLong() & ~0xf000L) | 0x4000L;
        long low = (random.nextLong() & 0x3fff_ffff_ffff_ffffL) | Long.MIN_VALUE;
        return new UUID(high, low).toString();
    }

    /** When the first operation happened, in microseconds since 1970. */
    public long begin() {
        return times[0];
    }

    /** When the last one happened. */
    public long end() {
        return times[size() - 1];
    }

    /** So many instants, any between the first operation and the last, in microseconds since 1970. */
    public long[] instants(int count, long instantSeed) {
        return new SplittableRandom(instantSeed)
                .longs(count, begin(), end() + 1)
                .toArray();
    }

    /** Instants for few questions, so that any number of them lies evenly all over the log; the first has this number. */
    public long[] spreadInstants(int first, int count) {
        double goldenSection = (Math.sqrt(5) - 1) / 2;
        return LongStream.range(first, (long) first + count)
                .map(number -> begin() + (long) ((0.5 + number * goldenSection) % 1 * (end() - begin())))
                .toArray();
    }

    /** The rows in an order of arrival, one in a hundred of them twice. */
    public int[] arrival(Arrival arrival) {
        SplittableRandom random = new SplittableRandom(seed + 1);
        int[] rows = arrivalByTime(random);
        if (arrival == Arrival.SHUFFLED) {
            shuffle(rows, random);
        }
        return rows;
    }

    /** Brings rows into a random order. */
    static void shuffle(int[] rows, SplittableRandom random) {
        for (int at = rows.length - 1; at > 0; at--) {
            int other = random.nextInt(at + 1);
            int row = rows[at];
            rows[at] = rows[other];
            rows[other] = row;
        }
    }

    private int[] arrivalByTime(SplittableRandom random) {
        int repeats = arrivals - size();
        boolean[] late = new boolean[size()];
        long[] latecomers = new long[repeats + size()];
        int count = 0;
        for (int repeat = 0; repeat < repeats; repeat++) {
            latecomers[count++] = later(random, random.nextInt(size()));
        }
        for (int row = 0; row < size(); row++) {
            if (random.nextInt(100) == 0) {
                late[row] = true;
                latecomers[count++] = later(random, row);
            }
        }
        Arrays.sort(latecomers, 0, count);
        int[] rows = new int[arrivals];
        int at = 0;
        int next = 0;
        for (int row = 0; row < size(); row++) {
            if (!late[row]) {
                rows[at++] = row;
            }
            while (next < count && latecomers[next] >>> Integer.SIZE <= row) {
                rows[at++] = (int) latecomers[next++];
            }
        }
        while (next < count) {
            rows[at++] = (int) latecomers[next++];
        }
        return rows;
    }

    /** A row and the place after which it arrives: up to a tenth of the log later. */
    private long later(SplittableRandom random, int row) {
        return (((long) row + random.nextInt(size() / 10)) << Integer.SIZE) | row;
    }
}
