package dev.usher.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceFileTest {
    private static final ServiceFile NOTE =
            new ServiceFile(URI.create("http://127.0.0.1:8080"), "usher_secret", 4711, "/statistics");

    @TempDir
    Path folder;

    @Test
    void whatIsLeftIsFound() throws IOException {
        NOTE.leaveIn(folder);

        assertThat(ServiceFile.findIn(folder)).contains(NOTE);
    }

    @Test
    void aNewNoteTakesThePlaceOfAnOldOneAndNothingElseStays() throws IOException {
        new ServiceFile(URI.create("http://127.0.0.1:1"), "old", 1, "").leaveIn(folder);
        NOTE.leaveIn(folder);

        assertThat(ServiceFile.findIn(folder)).contains(NOTE);
        assertThat(folder).isDirectoryContaining("glob:**service.json");
        assertThat(folder.toFile().list()).hasSize(1);
    }

    @Test
    void onlyItsOwnerMayReadIt() throws IOException {
        assumeTrue(Files.getFileStore(folder).supportsFileAttributeView("posix"));

        NOTE.leaveIn(folder);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("service.json"))))
                .isEqualTo("rw-------");
    }

    @Test
    void noNoteAndAGarbledOneAreTheSame() throws IOException {
        assertThat(ServiceFile.findIn(folder)).isEmpty();

        Files.writeString(folder.resolve("service.json"), "{\"url\":");
        assertThat(ServiceFile.findIn(folder)).isEmpty();

        Files.writeString(folder.resolve("service.json"), "{\"url\":\"no url\",\"secret\":\"x\"}");
        assertThat(ServiceFile.findIn(folder)).isEmpty();
    }

    @Test
    void aNoteTakenAwayIsGone() throws IOException {
        NOTE.leaveIn(folder);
        ServiceFile.takeFrom(folder);
        ServiceFile.takeFrom(folder);

        assertThat(ServiceFile.findIn(folder)).isEmpty();
    }

    @Test
    void theSecretIsNotShown() {
        assertThat(NOTE.toString()).doesNotContain("usher_secret");
    }
}
