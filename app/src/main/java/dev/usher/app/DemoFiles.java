package dev.usher.app;

import dev.usher.core.statistics.OperationText;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Writes the demonstration weekend as CSV files, one an event, each about in the order in which operations arrive. */
final class DemoFiles {
    /** Tickets whose operations are sorted together; bounds the memory. */
    private static final int BATCH = 20_000;

    private DemoFiles() {}

    /** Writes the files of so many tickets into a folder that exists, the same ones every time. */
    static List<Path> write(Path folder, int tickets) {
        return DemoEvent.weekend().stream()
                .map(event -> write(folder.resolve(event.id() + ".csv"), event, Math.max(1, (int)
                        ((long) tickets * event.share() / 100))))
                .toList();
    }

    private static Path write(Path file, DemoEvent event, int tickets) {
        try (BufferedWriter csv = Files.newBufferedWriter(file)) {
            csv.write(String.join(",", OperationText.MEMBERS) + "\n");
            for (int first = 1; first <= tickets; first += BATCH) {
                for (DemoTicket.Arrival arrival : batch(event, first, Math.min(tickets, first + BATCH - 1))) {
                    csv.write(line(arrival.operation().text()));
                }
            }
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        return file;
    }

    private static List<DemoTicket.Arrival> batch(DemoEvent event, int first, int last) {
        List<DemoTicket.Arrival> arrivals = new ArrayList<>();
        for (int number = first; number <= last; number++) {
            arrivals.addAll(DemoTicket.life(event, number));
        }
        arrivals.sort(Comparator.comparingLong(DemoTicket.Arrival::at));
        return arrivals;
    }

    /** None of the values needs quotes. */
    private static String line(OperationText operation) {
        return operation.event() + "," + operation.ticket() + "," + operation.operation() + "," + operation.occurredAt()
                + "," + operation.device() + "\n";
    }
}
