package dev.usher.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The arrows of the house hold for every class that it ships. */
class ArchitectureTest {
    private static final List<String> MODULES = List.of(
            "domain-core", "adapters-persistence", "adapters-http", "adapters-import", "app", "conformance-tests");

    private static final JavaClasses HOUSE = house();

    static Stream<Architecture.Arrow> arrows() {
        return new Architecture("dev.usher").arrows().stream();
    }

    @ParameterizedTest
    @MethodSource("arrows")
    void theHouseHolds(Architecture.Arrow arrow) {
        arrow.check(HOUSE);
    }

    @Test
    void theHouseIsReallyLookedAt() {
        assertThat(HOUSE.contain("dev.usher.app.Main")).isTrue();
    }

    private static JavaClasses house() {
        Path root = Path.of(System.getProperty("usher.root", ".."));
        List<Path> compiled = MODULES.stream()
                .map(module -> root.resolve(module).resolve("target").resolve("classes"))
                .filter(Files::isDirectory)
                .toList();
        return new ClassFileImporter().importPaths(compiled);
    }
}
