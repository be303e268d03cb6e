package dev.usher.adapters.imports;

import static dev.usher.adapters.imports.Imported.HEADER;
import static dev.usher.adapters.imports.Imported.object;
import static dev.usher.adapters.imports.Imported.row;
import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.core.adapter.ImportRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourcesTest {

    @TempDir
    Path folder;

    @Test
    void aFolderGivesItsFilesByNameButNoHiddenOnesAndNoSubfolders() throws IOException {
        write("b.ndjson", object("b"));
        write("a.csv", HEADER + row("a"));
        write("c.json", "[" + object("c") + "]");
        write(".hidden.csv", HEADER + row("hidden"));
        write("sub/d.csv", HEADER + row("d"));

        assertThat(Imported.files(Optional.empty(), folder).tickets()).containsExactly("a", "b", "c");
    }

    @Test
    void whatIsNotThereIsAFaultAndTheOthersAreRead() throws IOException {
        Path empty = Files.createDirectory(folder.resolve("empty"));
        Path good = write("good.csv", HEADER + row("a"));
        Path bad = write("bad.csv", "hello\n");

        Imported imported = Imported.files(Optional.empty(), folder.resolve("none.csv"), empty, bad, good);

        assertThat(imported.codes()).containsExactly("NOT_FOUND", "EMPTY_FOLDER", "NOT_CSV");
        assertThat(imported.report().faults())
                .extracting(fault -> Path.of(fault.source()).getFileName().toString())
                .containsExactly("none.csv", "empty", "bad.csv");
        assertThat(imported.tickets()).containsExactly("a");
    }

    @Test
    void aPathThatCannotBeIsNotFound() {
        assertThat(Imported.files(Optional.empty()).codes()).isEmpty();
        assertThat(Imported.run(new ImportRequest(
                                List.of("a\u0000b"),
                                InputStream.nullInputStream(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty()))
                        .codes())
                .containsExactly("NOT_FOUND");
    }

    @Test
    void theNameTellsTheFormatWhateverItsCase() throws IOException {
        assertThat(Imported.files(Optional.empty(), write("A.TSV", (HEADER + row("a")).replace(',', '\t')))
                        .tickets())
                .containsExactly("a");
        assertThat(Imported.files(Optional.empty(), write("b.JSONL", object("b")))
                        .tickets())
                .containsExactly("b");
        assertThat(Imported.files(Optional.empty(), write("c.json", object("c")))
                        .codes())
                .containsExactly("NOT_JSON");
        assertThat(Imported.files(Optional.empty(), write("c.data", "\n " + object("c")))
                        .tickets())
                .containsExactly("c");
    }

    private Path write(String name, String content) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, content);
    }
}
