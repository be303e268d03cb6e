package dev.usher.conformance.runs;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

/**
 * A log such as no event would write, but every event may: shuffled, repeated, late, on many devices, with operations at
 * one microsecond, before a ticket was issued and of tickets that never were.
 *
 * @param entries in the order in which they arrive, repeats among them
 */
record GeneratedLog(List<LogEntry> entries) {

    /** The events it is about. */
    static final List<String> EVENTS = List.of("harbour festival", "city-run/2025", "Lesung \u00e4 \ud83c\udfab");

    private static final long START = micros(Instant.parse("2025-03-28T18:00:00Z"));
    private static final long SPAN = 30L * 86_400_000_000L;
    private static final int OPERATIONS_A_TICKET = 10;
    private static final String HEADER = "event_id,ticket_id,operation,occurred_at,device_id";

    /** So many operations, and one in a hundred of them once more. */
    static GeneratedLog of(int operations, long seed) {
        Random random = new Random(seed);
        List<LogEntry> entries = new ArrayList<>(operations + operations / 100);
        while (entries.size() < operations) {
            addTicket(entries, operations, random);
        }
        for (int repeat = 0; repeat < operations / 100; repeat++) {
            entries.add(entries.get(random.nextInt(operations)));
        }
        Collections.shuffle(entries, random);
        return new GeneratedLog(entries);
    }

    /** Instants to ask at, ascending: any, those of operations, and one microsecond before and after them. */
    List<Long> instants(int count, long seed) {
        Random random = new Random(seed);
        List<Long> instants = new ArrayList<>();
        while (instants.size() < count) {
            long occurred = entries.get(random.nextInt(entries.size())).occurredAt();
            instants.add(
                    switch (instants.size() % 4) {
                        case 0 -> occurred;
                        case 1 -> occurred - 1;
                        case 2 -> occurred + 1;
                        default -> START + (long) (random.nextDouble() * SPAN);
                    });
        }
        Collections.sort(instants);
        return instants;
    }

    /** The entries of one event. */
    List<LogEntry> of(String event) {
        return entries.stream().filter(entry -> entry.event().equals(event)).toList();
    }

    /** Writes it as a file to import. */
    void writeTo(Path csv) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(csv)) {
            out.write(HEADER + "\n");
            for (LogEntry entry : entries) {
                out.write(entry.event() + "," + entry.ticket() + "," + entry.kind() + "," + instant(entry.occurredAt())
                        + "," + entry.device() + "\n");
            }
        }
    }

    /** The instant so many microseconds after 1970. */
    static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    /** The instant's microseconds since 1970. */
    static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }

    private static void addTicket(List<LogEntry> entries, int most, Random random) {
        String event = EVENTS.get(random.nextInt(EVENTS.size()));
        String ticket = new UUID(random.nextLong(), random.nextLong()).toString();
        int devices = 1 + random.nextInt(4);
        int operations = 1 + random.nextInt(2 * OPERATIONS_A_TICKET - 1);
        long at = START + (long) (random.nextDouble() * SPAN / 2);
        // One in twenty is never issued; one in ten is issued after other operations.
        int issuedAs = random.nextInt(20) == 0 ? -1 : random.nextInt(10) == 0 ? random.nextInt(operations) : 0;
        Set<LogEntry> history = new HashSet<>();
        for (int operation = 0; operation < operations && entries.size() < most; operation++) {
            at += pause(random);
            String kind = operation == issuedAs ? "issued" : kind(random);
            LogEntry entry = new LogEntry(event, ticket, kind, at, device(kind, devices, random));
            // What happens twice at once on one device happens once: it would be a repeat that nobody counted.
            if (history.add(entry)) {
                entries.add(entry);
            }
        }
    }

    /** Mostly hours; now and then nothing at all, or a single microsecond. */
    private static long pause(Random random) {
        return switch (random.nextInt(8)) {
            case 0 -> 0;
            case 1 -> 1;
            default -> (long) (random.nextDouble() * 2 * SPAN / (3 * OPERATIONS_A_TICKET));
        };
    }

    private static String kind(Random random) {
        String kind = LogEntry.KINDS.get(random.nextInt(LogEntry.KINDS.size()));
        boolean rare = kind.equals("deleted") || kind.equals("issued");
        return rare && random.nextInt(4) != 0 ? "transfer_accepted" : kind;
    }

    private static String device(String kind, int devices, Random random) {
        boolean onDevice = kind.equals("downloaded") || kind.equals("logged_off") || random.nextInt(10) == 0;
        return onDevice && random.nextInt(20) != 0 ? "phone-" + random.nextInt(devices) : "";
    }
}
