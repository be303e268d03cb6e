package dev.usher.conformance.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.usher.conformance.ledger.Ledger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CaseFileTest {
    private static final Path EVENTBRITE = Path.of(System.getProperty("usher.root", ".."))
            .resolve("conformance-tests/src/test/resources/cases/eventbrite");

    @TempDir
    Path folder;

    @Test
    void theCasesProveAllRowsThatAreNotPendingAndNoOthers() {
        Set<String> due =
                Ledger.eventsAndTicketClasses().stream().map(Ledger.Row::id).collect(Collectors.toSet());
        Ledger.pending().forEach(pending -> due.remove(pending.id()));
        List<Case> cases = CaseFile.folder(EVENTBRITE).cases();
        assertThat(cases)
                .allSatisfy(read -> assertThat(read.proves()).isNotEmpty())
                .flatExtracting(Case::proves)
                .hasSameElementsAs(due);
    }

    @Test
    void aCaseRunsOnceForEachRowAndEachValue() throws IOException {
        List<Case> cases = read("""
                [{"case": "{a} is seen", "proves": ["X"], "over": {"b": [1, 2]}, "given": ["one"],
                  "each": [{"a": "first", "proves": ["Y"]}, {"a": "second"}], "steps": [{"get": "/"}]}]""");
        assertThat(cases)
                .extracting(Case::name)
                .containsExactly("first is seen [1]", "first is seen [2]", "second is seen [1]", "second is seen [2]");
        assertThat(cases.get(0).proves()).containsExactly("X", "Y");
        assertThat(cases.get(3).proves()).containsExactly("X");
        assertThat(cases.get(0).steps()).extracting(Step::method).containsExactly("POST", "GET");
    }

    @Test
    void aSlipOfThePenIsTold() {
        assertThatThrownBy(() -> read("[{\"case\": \"a\", \"step\": []}]")).hasMessageContaining("'step'");
        assertThatThrownBy(() -> read("[{\"case\": \"a\", \"given\": [\"two\"]}]"))
                .hasMessageContaining("'two'");
        assertThatThrownBy(() -> read("[{\"case\": \"a\", \"steps\": [{\"get\": \"/\", \"stauts\": 400}]}]"))
                .hasMessageContaining("'stauts'");
        assertThatThrownBy(() -> read("[{\"case\": \"a\", \"steps\": [{\"body\": {}}]}]"))
                .hasMessageContaining("without a method");
    }

    private List<Case> read(String cases) throws IOException {
        Files.writeString(folder.resolve("bodies.json"), "{}");
        Files.writeString(folder.resolve("givens.json"), "{\"one\": [{\"post\": \"/\"}]}");
        Files.writeString(folder.resolve("cases.json"), cases);
        return CaseFile.folder(folder).cases();
    }
}
