package dev.usher.adapters.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.core.store.BlockRange;
import dev.usher.core.store.Store;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What was acknowledged outlives a process that is killed at any moment; the list of acknowledgements is kept outside it. */
@Timeout(180)
final class KilledProcessTest {
    private static final int CYCLES = Boolean.getBoolean("usher.long") ? 30 : 3;
    private static final int LEAST_ACKNOWLEDGED = 20;
    private static final int CONTROL_CYCLES = 5;

    /** HSQLDB would watch a foreign lock file for about ten seconds. */
    private static final long QUICK_MILLIS = 8_000;

    @TempDir
    private Path folder;

    @Test
    void noAcknowledgedAppendIsLostAndTheRestartIsQuick() throws Exception {
        long seed = new Random().nextLong();
        System.out.println("KilledProcessTest seed " + seed);
        Random chance = new Random(seed);
        long before = 0;
        for (int cycle = 0; cycle < CYCLES; cycle++) {
            long acknowledged = killedAfter(AppendingProcess.SAFE, LEAST_ACKNOWLEDGED + chance.nextInt(300), folder);
            assertThat(acknowledged).isGreaterThan(before);
            assertThat(folder.resolve("usher.lck"))
                    .as("what the killed process left")
                    .exists();
            before = checked(acknowledged);
        }
    }

    @Test
    void controlHsqldbAsShippedLosesAcknowledgedRows() throws Exception {
        for (int cycle = 0; cycle < CONTROL_CYCLES; cycle++) {
            Path control = Files.createDirectory(folder.resolve("control-" + cycle));
            long acknowledged = killedAfter(AppendingProcess.AS_SHIPPED, 500, control);
            Files.deleteIfExists(control.resolve("usher.lck"));
            if (rowsKept(control) < acknowledged) {
                return;
            }
        }
        throw new AssertionError("nothing was lost in " + CONTROL_CYCLES + " cycles; this test would notice no loss");
    }

    /** Opens the folder after a kill, compares, appends once more, and gives the last sequence number. */
    private long checked(long acknowledged) {
        long start = System.nanoTime();
        try (Store store = Appends.hsqldb(folder)) {
            long openedMillis = (System.nanoTime() - start) / 1_000_000;
            List<BlockRange> ranges = Appends.ranges(store, Appends.LOG);
            assertThat((long) ranges.size()).as("appends kept").isBetween(acknowledged, acknowledged + 4);
            for (int at = 0; at < ranges.size(); at++) {
                assertThat(ranges.get(at)).isEqualTo(new BlockRange(at + 1L, at + 1L, 1));
            }
            assertThat(folder.resolve("usher.blocks").toFile().list())
                    .as("files")
                    .hasSize((int) ranges.stream()
                            .filter(range -> length(store, range) == AppendingProcess.LONG)
                            .count());
            assertThat(openedMillis).as("milliseconds to open").isLessThan(QUICK_MILLIS);
            return Appends.append(store, Appends.LOG, 1, new byte[] {1}).sequence();
        }
    }

    /** How long a block is, whose bytes must be those that the program writes. */
    private static int length(Store store, BlockRange range) {
        byte[] kept = store.read(transaction ->
                transaction.operations().operations(Appends.LOG, range).orElseThrow());
        if (kept.length > 1) {
            assertThat(kept)
                    .isEqualTo(Appends.bytes(
                            kept.length == AppendingProcess.SHORT ? AppendingProcess.SHORT : AppendingProcess.LONG, 1));
        }
        return kept.length;
    }

    /** Kills the program once it has acknowledged so many; the greatest number that it acknowledged. */
    private static long killedAfter(String way, int acknowledgements, Path folder)
            throws IOException, InterruptedException {
        Process program = AppendingProcess.start(way, folder);
        long greatest = 0;
        int seen = 0;
        try (BufferedReader lines = program.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                assertThat(line).as("all that the program may print").startsWith("kept ");
                greatest = Math.max(greatest, Long.parseLong(line.substring("kept ".length())));
                seen++;
                if (seen == acknowledgements) {
                    // By its handle, which leaves open what the program has printed until then.
                    program.toHandle().destroyForcibly();
                }
            }
        } finally {
            program.toHandle().destroyForcibly();
            program.waitFor();
        }
        assertThat(seen).isGreaterThanOrEqualTo(acknowledgements);
        return greatest;
    }

    private static long rowsKept(Path folder) throws SQLException {
        try (Connection connection = DriverManager.getConnection(Appends.url(folder) + ";shutdown=true", "SA", "");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT COUNT(*) FROM acknowledged")) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
