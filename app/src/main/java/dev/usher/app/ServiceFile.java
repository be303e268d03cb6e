package dev.usher.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/**
 * The note that a running service leaves beside an embedded store, so that commands find it: {@code service.json}, for
 * its owner's eyes only.
 *
 * @param url where the service answers on this machine
 * @param secret what makes its bearer the operator
 * @param pid the process
 * @param statisticsPath where it answers questions for statistics
 */
record ServiceFile(URI url, String secret, long pid, String statisticsPath) {
    private static final String NAME = "service.json";
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Leaves the note in a folder, whole or not at all, in place of an older one. */
    void leaveIn(Path folder) throws IOException {
        byte[] note = JSON.writerWithDefaultPrettyPrinter()
                .writeValueAsBytes(JSON.createObjectNode()
                        .put("url", url.toString())
                        .put("secret", secret)
                        .put("pid", pid)
                        .put("statisticsPath", statisticsPath));
        Path draft = Files.createTempFile(folder, NAME, ".draft", ownersOnly(folder));
        try {
            Files.write(draft, note);
            moveInPlace(draft, folder.resolve(NAME));
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    /** Takes the note in a folder away, if it is there. */
    static void takeFrom(Path folder) throws IOException {
        Files.deleteIfExists(folder.resolve(NAME));
    }

    /** The note in a folder; empty when there is none that can be read. */
    static Optional<ServiceFile> findIn(Path folder) {
        try {
            JsonNode note = JSON.readTree(Files.readAllBytes(folder.resolve(NAME)));
            if (!note.path("url").isTextual() || !note.path("secret").isTextual()) {
                return Optional.empty();
            }
            return Optional.of(new ServiceFile(
                    URI.create(note.path("url").textValue()),
                    note.path("secret").textValue(),
                    note.path("pid").asLong(),
                    note.path("statisticsPath").asText("")));
        } catch (JsonProcessingException | IllegalArgumentException garbled) {
            return Optional.empty();
        } catch (IOException absent) {
            return Optional.empty();
        }
    }

    private static void moveInPlace(Path draft, Path place) throws IOException {
        try {
            Files.move(draft, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException lesserFileSystem) {
            Files.move(draft, place, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static FileAttribute<?>[] ownersOnly(Path folder) throws IOException {
        return Files.getFileStore(folder).supportsFileAttributeView("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    /** Hides the secret, so that no log can show it by accident. */
    @Override
    public String toString() {
        return "ServiceFile[" + url + ", pid " + pid + "]";
    }
}
