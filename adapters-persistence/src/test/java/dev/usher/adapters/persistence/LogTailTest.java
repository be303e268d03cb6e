package dev.usher.adapters.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether a commit follows the line that HSQLDB could not read decides between a torn tail and damage. */
final class LogTailTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "3, false, INSERT|COMMIT|INS|COMMIT",
        "3, false, INSERT|COMMIT|INS|/*C12*/COMMIT",
        "3, true,  INSERT|COMMIT|INS",
        "3, true,  INSERT|COMMIT|INS|/*C12*/INSERT|COMM",
        "3, true,  INSERT|COMMIT|INS|INSERT INTO T VALUES('COMMIT')",
        "1, false, INSERT|COMMIT",
        "2, false, INSERT|COMMIT",
        "3, true,  INSERT|COMMIT"
    })
    void aCommitFromThatLineOnIsDamage(long line, boolean isTorn, String lines) throws IOException {
        for (String end : new String[] {"\n", "\r\n", "\r"}) {
            Path log = Files.writeString(
                    folder.resolve("usher.log"), lines.replace("|", end), StandardCharsets.ISO_8859_1);
            assertThat(LogTail.inspect(log, "open aborted " + log + " line: " + line))
                    .contains(new LogTail(line, isTorn));
        }
    }

    @Test
    void aComplaintWithoutALineTellsNothing() {
        assertThat(LogTail.inspect(folder.resolve("usher.log"), "out of memory"))
                .isEmpty();
    }
}
