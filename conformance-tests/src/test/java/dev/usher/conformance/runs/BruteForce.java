package dev.usher.conformance.runs;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * What each number means, computed in the plainest way: every ticket's operations are a sorted set, replayed from the
 * first, and looked at as of each instant. Slow, and right at sight.
 */
final class BruteForce {

    private BruteForce() {}

    /**
     * The statistics of one event.
     *
     * @param log its operations, in any order, repeated or not
     * @param instants in microseconds since 1970, ascending
     * @return the answer's fields as of each instant, {@code updatedAt} in microseconds
     */
    static List<Map<String, Object>> asOf(Collection<LogEntry> log, List<Long> instants) {
        Map<String, TreeSet<LogEntry>> histories = new HashMap<>();
        TreeSet<Long> occurred = new TreeSet<>();
        for (LogEntry entry : log) {
            histories
                    .computeIfAbsent(entry.ticket(), ticket -> new TreeSet<>(LogEntry.ORDER))
                    .add(entry);
            occurred.add(entry.occurredAt());
        }
        List<Counters> counters =
                instants.stream().map(instant -> new Counters()).toList();
        for (TreeSet<LogEntry> history : histories.values()) {
            Ticket ticket = new Ticket();
            for (int at = 0; at < counters.size(); at++) {
                while (!history.isEmpty() && history.first().occurredAt() <= instants.get(at)) {
                    ticket.apply(history.pollFirst());
                }
                if (ticket.issued) {
                    counters.get(at).count(ticket);
                }
            }
        }
        return IntStream.range(0, counters.size())
                .mapToObj(at -> counters.get(at).answer(Optional.ofNullable(occurred.floor(instants.get(at)))))
                .toList();
    }

    private static final class Ticket {
        private final Set<String> devices = new HashSet<>();
        private boolean issued;
        private boolean deleted;
        private boolean everDownloaded;
        private boolean pending;
        private boolean controlled;
        private String activation = "";
        private int transfers;

        void apply(LogEntry entry) {
            switch (entry.kind()) {
                case "issued" -> issued = true;
                case "downloaded" -> {
                    devices.add(entry.device());
                    everDownloaded = true;
                }
                case "logged_off" -> devices.remove(entry.device());
                case "transfer_started" -> pending = true;
                case "transfer_accepted" -> {
                    pending = false;
                    transfers++;
                }
                case "transfer_cancelled" -> pending = false;
                case "activated", "activated_offline", "activated_manually" ->
                    activation = activation.isEmpty() ? entry.kind() : activation;
                case "deactivated" -> activation = "";
                case "controlled" -> controlled = true;
                case "control_reverted" -> controlled = false;
                case "deleted" -> deleted = true;
                default -> throw new IllegalArgumentException(entry.kind());
            }
        }
    }

    private static final class Counters {
        private long total;
        private long deleted;
        private long neverDownloaded;
        private long downloaded;
        private long pending;
        private long controlled;
        private long activated;
        private long offline;
        private long manual;
        private long notActivated;
        private long transfers;
        private final long[] byTransfers = new long[5];

        void count(Ticket ticket) {
            boolean isActivated = !ticket.activation.isEmpty();
            total++;
            deleted += one(ticket.deleted);
            neverDownloaded += one(!ticket.everDownloaded);
            downloaded += one(!ticket.devices.isEmpty());
            pending += one(ticket.pending && !ticket.deleted);
            controlled += one(ticket.controlled);
            activated += one(isActivated);
            offline += one(ticket.activation.equals("activated_offline"));
            manual += one(ticket.activation.equals("activated_manually"));
            notActivated += one(!isActivated && !ticket.deleted);
            transfers += ticket.transfers;
            byTransfers[Math.min(ticket.transfers, 4)]++;
        }

        Map<String, Object> answer(Optional<Long> updatedAt) {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("totalTickets", total);
            fields.put("validTickets", total - deleted);
            fields.put("deletedTickets", deleted);
            fields.put("neverDownloadedTickets", neverDownloaded);
            fields.put("downloadedTickets", downloaded);
            fields.put("pendingTransferTickets", pending);
            fields.put("notDownloadedTickets", total - downloaded);
            fields.put("con", controlled);
            fields.put("activatedTickets", activated);
            fields.put("offlineActivatedTickets", offline);
            fields.put("manualActivatedTickets", manual);
            fields.put("notActivatedTickets", notActivated);
            fields.put("transferredOnce", byTransfers[1]);
            fields.put("transferredTwice", byTransfers[2]);
            fields.put("transferred3Times", byTransfers[3]);
            fields.put("transferred4PlusTimes", byTransfers[4]);
            fields.put("totalTransferOperations", transfers);
            fields.put("neverTransferred", byTransfers[0]);
            fields.put("updatedAt", updatedAt);
            return fields;
        }

        private static int one(boolean counts) {
            return counts ? 1 : 0;
        }
    }
}
