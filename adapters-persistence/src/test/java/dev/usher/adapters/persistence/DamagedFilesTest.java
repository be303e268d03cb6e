package dev.usher.adapters.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.usher.core.store.BlockRange;
import dev.usher.core.store.Store;
import dev.usher.core.store.StoreUnavailable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A torn end of HSQLDB's log is dropped; damage before a commit is refused, never passed over. */
final class DamagedFilesTest {
    private static final int APPENDS = 6;

    @TempDir
    private Path folders;

    private Path crashed;
    private byte[] log;

    /** Files as a killed process leaves them: copied while the store is open. */
    @BeforeEach
    void crash() throws IOException {
        Path living = folders.resolve("living");
        crashed = folders.resolve("crashed");
        try (Store store = Appends.hsqldb(living)) {
            for (int append = 0; append < APPENDS; append++) {
                Appends.append(store, Appends.LOG, 1, Appends.bytes(40, append));
            }
            copy(living, crashed);
        }
        log = Files.readAllBytes(crashed.resolve("usher.log"));
    }

    @Test
    void anUntouchedLogIsReadToItsEnd() {
        assertThat(kept(crashed)).hasSize(APPENDS);
    }

    @Test
    void aLogTornAnywhereInItsLastTwoCommitsOpensWithEveryCompleteOne() throws IOException {
        String text = new String(log, StandardCharsets.ISO_8859_1);
        int last = text.lastIndexOf("COMMIT");
        int secondLast = text.lastIndexOf("COMMIT", last - 1);
        int start = text.lastIndexOf("COMMIT", secondLast - 1);
        int step = Boolean.getBoolean("usher.long") ? 1 : 53;
        for (int length = start + "COMMIT\n".length(); length <= log.length; length += step) {
            Path torn = folders.resolve("torn-" + length);
            copy(crashed, torn);
            Files.write(torn.resolve("usher.log"), Arrays.copyOf(log, length));
            int lost = (length < secondLast + "COMMIT".length() ? 1 : 0) + (length < last + "COMMIT".length() ? 1 : 0);
            assertThat(kept(torn)).as("torn at byte " + length).hasSize(APPENDS - lost);
        }
    }

    @Test
    void damageBeforeACommitIsRefusedAndNamesFileAndLine() throws IOException {
        String text = new String(log, StandardCharsets.ISO_8859_1);
        int middle = text.indexOf("INSERT INTO", text.length() / 2);
        byte[] damaged = log.clone();
        damaged[middle] = 'X';
        Files.write(crashed.resolve("usher.log"), damaged);
        for (int time = 0; time < 2; time++) {
            assertThatThrownBy(() -> kept(crashed))
                    .isInstanceOf(StoreUnavailable.class)
                    .hasMessageContaining("usher.log")
                    .hasMessageContaining("line: ")
                    .hasMessageContaining("damaged");
            assertThat(crashed.resolve("usher.log")).hasBinaryContent(damaged);
        }
    }

    private static List<BlockRange> kept(Path folder) {
        try (Store store = Appends.hsqldb(folder)) {
            return Appends.ranges(store, Appends.LOG);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }
}
