package dev.usher.adapters.persistence;

import dev.usher.core.adapter.StoreHeld;
import dev.usher.core.store.Store;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.Statement;

/**
 * A program that writes without end and prints each number that was acknowledged, to be killed by a test.
 *
 * <p>With {@link #SAFE} it appends to a store; with {@link #AS_SHIPPED} it inserts rows into HSQLDB with its own
 * settings, which is known to lose some.
 */
final class AppendingProcess {
    static final String SAFE = "safe";
    static final String AS_SHIPPED = "as-shipped";
    static final int SHORT = 3_000;
    static final int LONG = BlockFiles.LEAST_BYTES + 1;
    static final int HELD_STATUS = 7;
    private static final int THREADS = 4;

    private AppendingProcess() {}

    /** Starts the program on a folder; what it says to standard error is told together with what it prints. */
    static Process start(String way, Path folder) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String classes = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return new ProcessBuilder(
                        java, "-Xmx256m", "-cp", classes, AppendingProcess.class.getName(), way, folder.toString())
                .redirectErrorStream(true)
                .start();
    }

    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[1]);
        if (arguments[0].equals(SAFE)) {
            append(folder);
        } else {
            insert(folder);
        }
    }

    private static void append(Path folder) throws InterruptedException {
        try (Store store = Appends.hsqldb(folder)) {
            Thread[] threads = new Thread[THREADS];
            for (int at = 0; at < THREADS; at++) {
                threads[at] = new Thread(() -> appendWithoutEnd(store));
                threads[at].start();
            }
            for (Thread thread : threads) {
                thread.join();
            }
        } catch (StoreHeld held) {
            System.exit(HELD_STATUS);
        }
    }

    private static void appendWithoutEnd(Store store) {
        byte[] inRows = Appends.bytes(SHORT, 1);
        byte[] inAFile = Appends.bytes(LONG, 1);
        while (true) {
            acknowledge(Appends.append(store, Appends.LOG, 1, inRows).sequence());
            acknowledge(Appends.append(store, Appends.LOG, 1, inAFile).sequence());
        }
    }

    private static void insert(Path folder) throws Exception {
        try (Connection connection = DriverManager.getConnection(Appends.url(folder), "SA", "");
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE CACHED TABLE acknowledged (number BIGINT PRIMARY KEY)");
            try (PreparedStatement insertion = connection.prepareStatement("INSERT INTO acknowledged VALUES (?)")) {
                for (long number = 1; ; number++) {
                    insertion.setLong(1, number);
                    insertion.executeUpdate();
                    acknowledge(number);
                }
            }
        }
    }

    private static void acknowledge(long number) {
        PrintStream out = System.out;
        synchronized (out) {
            out.println("kept " + number);
            out.flush();
        }
    }
}
