package dev.usher.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The core is an honest module: it needs java.base alone, exports every package it has, and links into an image. */
class ModuleTest {
    private static final String CORE = "dev.usher.core";
    private static final Path CLASSES =
            Path.of(System.getProperty("usher.root", ".."), "domain-core", "target", "classes");

    @TempDir
    Path folder;

    @Test
    void theCoreNeedsJavaBaseAlone() {
        assertThat(core().requires())
                .extracting(ModuleDescriptor.Requires::name)
                .containsExactly("java.base");
    }

    @Test
    void theCoreExportsEveryPackageItHas() throws IOException {
        try (Stream<Path> files = Files.walk(CLASSES)) {
            Set<String> packages = files.filter(file -> file.toString().endsWith(".class"))
                    .map(file -> CLASSES.relativize(file.getParent()).toString().replace('/', '.'))
                    .filter(name -> !name.isEmpty())
                    .collect(Collectors.toSet());
            assertThat(core().exports())
                    .extracting(ModuleDescriptor.Exports::source)
                    .containsExactlyInAnyOrderElementsOf(packages);
        }
    }

    @Test
    void theCoreLinksIntoAnImageThatRunsIt() throws IOException, InterruptedException {
        Optional<ToolProvider> linker = ToolProvider.findFirst("jlink");
        assumeThat(linker).as("this JDK has no jlink").isPresent();
        Path image = folder.resolve("image");
        StringWriter said = new StringWriter();
        PrintWriter out = new PrintWriter(said);
        int status = linker.orElseThrow()
                .run(
                        out,
                        out,
                        "--module-path",
                        CLASSES.toString(),
                        "--add-modules",
                        CORE,
                        "--output",
                        image.toString());
        assertThat(status).as(said.toString()).isZero();
        Process java = new ProcessBuilder(image.resolve("bin").resolve("java").toString(), "--describe-module", CORE)
                .redirectErrorStream(true)
                .start();
        String described = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(java.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(java.exitValue()).as(described).isZero();
        assertThat(described).contains("exports " + CORE + ".statistics");
    }

    private static ModuleDescriptor core() {
        return ModuleFinder.of(CLASSES)
                .find(CORE)
                .map(ModuleReference::descriptor)
                .orElseThrow();
    }
}
