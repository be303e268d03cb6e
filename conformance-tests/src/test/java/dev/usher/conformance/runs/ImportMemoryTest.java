package dev.usher.conformance.runs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.conformance.stores.TemporaryStore;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An import takes no more memory for a larger file, not even in the worst case: one event, and every row a ticket of its
 * own with a random name, or with one of the longest there are. The program has 512 MB of heap; with {@code -Plong} the
 * files have millions of rows.
 */
class ImportMemoryTest {
    private static final int ROWS = Size.of(2_500_000, 10_000_000);
    private static final int LONG_ROWS = Size.of(400_000, 2_000_000);

    /** With a UUID 255 characters, of which nearly all take three bytes. */
    private static final String LONG_BEGINNING = "票".repeat(219);

    @TempDir
    private Path folder;

    @Test
    void aFileOfMillionsOfTicketsFitsIntoASmallHeap() throws IOException {
        requireImported(ROWS, "");
    }

    @Test
    void aFileOfTicketsWithTheLongestNamesFitsIntoASmallHeap() throws IOException {
        requireImported(LONG_ROWS, LONG_BEGINNING);
    }

    private void requireImported(int count, String beginning) throws IOException {
        Random random = new Random(Size.seed("ImportMemoryTest"));
        try (TemporaryStore store = TemporaryStore.Kind.HSQLDB.create();
                ChildProgram program =
                        ChildProgram.start(folder, "import", "-", "--format", "csv", "--store", store.url())) {
            try (OutputStream rows = new BufferedOutputStream(program.input(), 1 << 16)) {
                rows.write("event_id,ticket_id,operation,occurred_at\n".getBytes(StandardCharsets.UTF_8));
                for (int row = 0; row < count; row++) {
                    UUID ticket = new UUID(random.nextLong(), random.nextLong());
                    rows.write(("festival," + beginning + ticket + ",issued,2026-05-01T10:00:00Z\n")
                            .getBytes(StandardCharsets.UTF_8));
                }
            } catch (IOException gone) {
                throw new IOException("the program ended early: " + program.err(), gone);
            }
            assertThat(program.status()).as(program.err()).isZero();
            assertThat(program.out()).containsPattern(String.format(Locale.ROOT, "%,d +%,d +0 +0 +1", count, count));
            requireAnswered(count, store);
        }
    }

    /** With a heap that holds a part of the event's blocks, about 18 bytes a row. */
    private void requireAnswered(int count, TemporaryStore store) {
        String heap = Math.max(48, count / 100_000) + "m";
        try (ChildProgram program = ChildProgram.startIn(
                heap,
                folder,
                "statistics",
                "--event",
                "festival",
                "--at",
                "2027-01-01T00:00:00Z",
                "--format",
                "json",
                "--store",
                store.url())) {
            assertThat(program.status()).as(program.err()).isZero();
            assertThat(program.out()).containsPattern("\"totalTickets\" ?: ?" + count + "\\b");
        }
    }
}
