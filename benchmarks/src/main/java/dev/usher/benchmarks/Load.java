package dev.usher.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.locks.LockSupport;

/**
 * Many clients of an HTTP service in one thread of a process of its own: each keeps its connection, asks as of a fresh
 * instant, and waits for the whole answer before it asks again.
 *
 * <p>It reads orders from standard input, a line each, and answers each with a line ({@link Outcome}):
 *
 * <pre>
 *   closed SECONDS        every client asks again as soon as it has its answer
 *   paced SECONDS RATE    so many questions a second become due; the time of an answer counts from when its question was
 *                         due, also when no client was free to ask it
 * </pre>
 */
final class Load implements AutoCloseable {
    private static final long MILLISECOND = 1_000_000;
    /** Questions that are due sooner are waited for without the selector, which counts in milliseconds. */
    private static final long NAP = 50_000;

    private static final long PATIENCE_SECONDS = 30;

    private final Selector selector;
    private final List<LoadClient> clients = new ArrayList<>();
    private final Queue<LoadClient> idle = new ArrayDeque<>();
    private long[] times = new long[1 << 16];
    private int answers;

    /**
     * What came of an order.
     *
     * @param answers how many questions were answered
     * @param errors how many of them with another status than 200
     * @param seconds from the first question to the last answer
     * @param times quantiles of the answers' times in milliseconds: half, 99 %, 99.9 %, all
     */
    record Outcome(long answers, long errors, double seconds, List<Double> times) {

        static Outcome parse(String line) {
            String[] words = line.split(" ");
            return new Outcome(
                    Long.parseLong(words[0]),
                    Long.parseLong(words[1]),
                    Double.parseDouble(words[2]),
                    Arrays.stream(words, 3, words.length).map(Double::valueOf).toList());
        }

        @Override
        public String toString() {
            StringBuilder line = new StringBuilder().append(answers).append(' ').append(errors);
            line.append(' ').append(seconds);
            times.forEach(time -> line.append(' ').append(time));
            return line.toString();
        }
    }

    private Load(InetSocketAddress server, int connections, LoadRequest request) throws IOException {
        selector = Selector.open();
        for (int client = 0; client < connections; client++) {
            clients.add(new LoadClient(server, selector, request.copy(client)));
        }
    }

    /** Runs orders until there are no more; the arguments are those of {@link LoadProcess}. */
    public static void main(String[] arguments) throws IOException {
        InetSocketAddress server = new InetSocketAddress(arguments[0], Integer.parseInt(arguments[1]));
        LoadRequest request =
                LoadRequest.of(arguments[3], arguments[4], Long.parseLong(arguments[5]), Long.parseLong(arguments[6]));
        try (Load load = new Load(server, Integer.parseInt(arguments[2]), request);
                BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (String order = orders.readLine(); order != null; order = orders.readLine()) {
                String[] words = order.split(" ");
                double seconds = Double.parseDouble(words[1]);
                System.out.println(
                        words[0].equals("closed")
                                ? load.closed(seconds)
                                : load.paced(seconds, Long.parseLong(words[2])));
            }
        }
    }

    private Outcome closed(double seconds) throws IOException {
        long begin = begin();
        long end = begin + (long) (seconds * 1e9);
        while (System.nanoTime() < end) {
            askAllIdle(Long.MAX_VALUE);
            hear(100);
        }
        return outcome(begin);
    }

    private Outcome paced(double seconds, long rate) throws IOException {
        long begin = begin();
        long gap = 1_000_000_000 / rate;
        long questions = (long) (seconds * rate);
        for (long asked = 0; asked < questions; ) {
            long due = (System.nanoTime() - begin) / gap + 1;
            asked = askDue(begin, gap, asked, Math.min(due, questions));
            long wait = begin + asked * gap - System.nanoTime();
            if (idle.isEmpty() || wait > 2 * MILLISECOND) {
                hear(1);
            } else if (!hear(0) && wait > 0) {
                LockSupport.parkNanos(Math.min(wait, NAP));
            }
        }
        return outcome(begin);
    }

    private long begin() {
        idle.clear();
        idle.addAll(clients);
        clients.forEach(LoadClient::forgetErrors);
        answers = 0;
        return System.nanoTime();
    }

    private void askAllIdle(long most) throws IOException {
        for (long asked = 0; asked < most && !idle.isEmpty(); asked++) {
            idle.remove().ask(System.nanoTime());
        }
    }

    /** Asks the questions with numbers from {@code next} below {@code end}, as far as clients are free. */
    private long askDue(long begin, long gap, long next, long end) throws IOException {
        long number = next;
        while (number < end && !idle.isEmpty()) {
            idle.remove().ask(begin + number * gap);
            number++;
        }
        return number;
    }

    /** Takes the answers that are there, waiting for so many milliseconds for the first; false when none came. */
    private boolean hear(long millis) throws IOException {
        int ready = millis == 0 ? selector.selectNow() : selector.select(millis);
        if (ready == 0) {
            return false;
        }
        for (SelectionKey key : selector.selectedKeys()) {
            LoadClient client = (LoadClient) key.attachment();
            if (client.hear()) {
                note(System.nanoTime() - client.since());
                idle.add(client);
            }
        }
        selector.selectedKeys().clear();
        return true;
    }

    private void note(long time) {
        if (answers == times.length) {
            times = Arrays.copyOf(times, answers * 2);
        }
        times[answers++] = time;
    }

    /** Waits for the answers that are still to come, and sums up. */
    private Outcome outcome(long begin) throws IOException {
        long latest = System.nanoTime() + PATIENCE_SECONDS * 1_000_000_000;
        while (idle.size() < clients.size()) {
            if (System.nanoTime() > latest) {
                throw new IOException((clients.size() - idle.size()) + " questions were not answered");
            }
            hear(100);
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        Arrays.sort(times, 0, answers);
        List<Double> quantiles = List.of(quantile(0.5), quantile(0.99), quantile(0.999), quantile(1));
        return new Outcome(
                answers, clients.stream().mapToLong(LoadClient::errors).sum(), seconds, quantiles);
    }

    private double quantile(double share) {
        return times[(int) Math.min(answers - 1, (long) (share * answers))] / 1e6;
    }

    @Override
    public void close() throws IOException {
        for (LoadClient client : clients) {
            client.close();
        }
        selector.close();
    }
}
