package dev.usher.core.statistics;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The statistics as their definition says them, with no thought for speed: what every index must equal. */
public final class BruteForce {
    private BruteForce() {}

    /** The statistics of a log as of an instant; the order and the repeats of the log do not matter. */
    public static TicketStatistics at(Collection<TicketOperation> log, Instant instant) {
        Set<TicketOperation> known = log.stream()
                .filter(operation -> !operation.occurredAt().isAfter(instant))
                .collect(Collectors.toSet());
        Map<String, List<TicketOperation>> byTicket =
                known.stream().collect(Collectors.groupingBy(TicketOperation::ticket));
        TicketStatistics sum = byTicket.values().stream()
                .map(BruteForce::ofTicket)
                .reduce(TicketStatistics.NONE, TicketStatistics::plus);
        return known.stream()
                .map(TicketOperation::occurredAt)
                .max(Comparator.naturalOrder())
                .map(sum::updatedAt)
                .orElse(sum);
    }

    private static TicketStatistics ofTicket(List<TicketOperation> operations) {
        List<TicketOperation> inOrder = operations.stream()
                .sorted(Comparator.comparing(TicketOperation::occurredAt)
                        .thenComparing(TicketOperation::kind)
                        .thenComparing(TicketOperation::device))
                .toList();
        boolean issued = false;
        boolean deleted = false;
        boolean downloaded = false;
        boolean pending = false;
        boolean controlled = false;
        int transfers = 0;
        String activation = "";
        Set<String> devices = new HashSet<>();
        for (TicketOperation operation : inOrder) {
            switch (operation.kind()) {
                case ISSUED -> issued = true;
                case DOWNLOADED -> {
                    downloaded = true;
                    devices.add(operation.device());
                }
                case LOGGED_OFF -> devices.remove(operation.device());
                case TRANSFER_STARTED -> pending = true;
                case TRANSFER_ACCEPTED -> {
                    pending = false;
                    transfers = transfers + 1;
                }
                case TRANSFER_CANCELLED -> pending = false;
                case ACTIVATED -> activation = activation.isEmpty() ? "online" : activation;
                case ACTIVATED_OFFLINE -> activation = activation.isEmpty() ? "offline" : activation;
                case ACTIVATED_MANUALLY -> activation = activation.isEmpty() ? "by hand" : activation;
                case DEACTIVATED -> activation = "";
                case CONTROLLED -> controlled = true;
                case CONTROL_REVERTED -> controlled = false;
                case DELETED -> deleted = true;
            }
        }
        if (!issued) {
            return TicketStatistics.NONE;
        }
        return new TicketStatistics(
                1,
                deleted ? 1 : 0,
                downloaded ? 1 : 0,
                devices.isEmpty() ? 0 : 1,
                pending && !deleted ? 1 : 0,
                controlled ? 1 : 0,
                activation.isEmpty() ? 0 : 1,
                activation.equals("offline") ? 1 : 0,
                activation.equals("by hand") ? 1 : 0,
                activation.isEmpty() && !deleted ? 1 : 0,
                transfers == 1 ? 1 : 0,
                transfers == 2 ? 1 : 0,
                transfers == 3 ? 1 : 0,
                transfers >= 4 ? 1 : 0,
                transfers,
                Optional.empty());
    }
}
