package dev.usher.benchmarks;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Writes logs as files to import, each once; a file that is there under its name is whole. */
final class LogFiles {
    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final int BUFFER = 1 << 20;
    private static final int LONGEST_LINE = 512;

    private final Path folder;

    LogFiles(Path folder) {
        this.folder = folder;
    }

    Path csv(Bench bench, Arrival arrival) throws IOException {
        return file(bench, arrival, "csv", "event_id,ticket_id,operation,occurred_at,device_id\n", new String[] {
            "", ",", ",", ",", ",", "\n"
        });
    }

    Path ndjson(Bench bench, Arrival arrival) throws IOException {
        return file(bench, arrival, "ndjson", "", new String[] {
            "{\"event_id\":\"",
            "\",\"ticket_id\":\"",
            "\",\"operation\":\"",
            "\",\"occurred_at\":\"",
            "\",\"device_id\":\"",
            "\"}\n"
        });
    }

    /** The file, written first when it is not there; the six pieces stand around the five fields of a line. */
    private Path file(Bench bench, Arrival arrival, String form, String header, String[] pieces) throws IOException {
        String name = "operations-" + bench.operations() + "-" + Bench.SEED + "-"
                + (arrival == Arrival.BY_TIME ? "by-time" : "shuffled") + "." + form;
        Path file = folder.resolve(name);
        if (Files.exists(file)) {
            return file;
        }
        Files.createDirectories(folder);
        bench.say("writing " + file);
        Path unfinished = folder.resolve(name + ".unfinished");
        try (OutputStream out = Files.newOutputStream(unfinished)) {
            out.write(header.getBytes(StandardCharsets.US_ASCII));
            write(bench.log(), arrival, pieces, out);
        }
        return Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void write(TicketLog log, Arrival arrival, String[] pieces, OutputStream out) throws IOException {
        byte[] buffer = new byte[BUFFER + LONGEST_LINE];
        int at = 0;
        Clock clock = new Clock();
        for (int row : log.arrival(arrival)) {
            at = put(pieces[0], buffer, at);
            at = put(TicketLog.EVENT, buffer, at);
            at = put(pieces[1], buffer, at);
            at = put(log.ticketName(log.ticket(row)), buffer, at);
            at = put(pieces[2], buffer, at);
            at = put(log.kind(row).word(), buffer, at);
            at = put(pieces[3], buffer, at);
            at = clock.put(log.occurredAt(row), buffer, at);
            at = put(pieces[4], buffer, at);
            at = put(log.deviceName(log.device(row)), buffer, at);
            at = put(pieces[5], buffer, at);
            if (at >= BUFFER) {
                out.write(buffer, 0, at);
                at = 0;
            }
        }
        out.write(buffer, 0, at);
    }

    @SuppressWarnings(
            "deprecation") // everything written here is ASCII, for which getBytes to a place is right and quick
    private static int put(String text, byte[] buffer, int at) {
        text.getBytes(0, text.length(), buffer, at);
        return at + text.length();
    }

    /** Writes instants with six digits of a second, making the day and hour anew only when they change. */
    private static final class Clock {
        private static final long HOUR = 3_600_000_000L;
        private long hour = Long.MIN_VALUE;
        private String upToHour = "";

        int put(long micros, byte[] buffer, int at) {
            long thisHour = Math.floorDiv(micros, HOUR);
            if (thisHour != hour) {
                hour = thisHour;
                upToHour = SECOND.format(Instant.EPOCH.plus(thisHour * HOUR, ChronoUnit.MICROS))
                        .substring(0, "yyyy-MM-ddTHH:".length());
            }
            int next = LogFiles.put(upToHour, buffer, at);
            long rest = micros - thisHour * HOUR;
            next = digits(rest / 60_000_000, 2, buffer, next);
            buffer[next++] = ':';
            next = digits(rest / 1_000_000 % 60, 2, buffer, next);
            buffer[next++] = '.';
            next = digits(rest % 1_000_000, 6, buffer, next);
            buffer[next++] = 'Z';
            return next;
        }

        private static int digits(long value, int count, byte[] buffer, int at) {
            long rest = value;
            for (int place = at + count - 1; place >= at; place--) {
                buffer[place] = (byte) ('0' + rest % 10);
                rest /= 10;
            }
            return at + count;
        }
    }
}
