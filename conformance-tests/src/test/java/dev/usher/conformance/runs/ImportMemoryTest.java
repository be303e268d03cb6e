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
 * own with a random name. The program has 512 MB of heap; with {@code -Plong} the file has ten million rows.
 */
class ImportMemoryTest {
    private static final int ROWS = Size.of(2_500_000, 10_000_000);

    @TempDir
    private Path folder;

    @Test
    void aFileOfMillionsOfTicketsFitsIntoASmallHeap() throws IOException {
        Random random = new Random(Size.seed("ImportMemoryTest"));
        try (TemporaryStore store = TemporaryStore.Kind.HSQLDB.create();
                ChildProgram program =
                        ChildProgram.start(folder, "import", "-", "--format", "csv", "--store", store.url())) {
            try (OutputStream rows = new BufferedOutputStream(program.input(), 1 << 16)) {
                rows.write("event_id,ticket_id,operation,occurred_at\n".getBytes(StandardCharsets.US_ASCII));
                for (int row = 0; row < ROWS; row++) {
                    String ticket = new UUID(random.nextLong(), random.nextLong()).toString();
                    rows.write(("festival," + ticket + ",issued,2026-05-01T10:00:00Z\n")
                            .getBytes(StandardCharsets.US_ASCII));
                }
            } catch (IOException gone) {
                throw new IOException("the program ended early: " + program.err(), gone);
            }
            assertThat(program.status()).as(program.err()).isZero();
            assertThat(program.out()).containsPattern(String.format(Locale.ROOT, "%,d +%,d +0 +0 +1", ROWS, ROWS));
        }
    }
}
