package dev.usher.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The programs that documents show are programs: they compile as they stand, and run to their end. */
class DocumentedCodeTest {
    private static final Path ROOT = Path.of(System.getProperty("usher.root", ".."));
    private static final Pattern BLOCK = Pattern.compile("```java\n(import .*?)```", Pattern.DOTALL);

    @TempDir
    Path folder;

    /**
     * A block of Java in a document.
     *
     * @param document where it stands
     * @param code from its first import to its end
     */
    record Shown(String document, String code) {

        /** As a class of its own: what is imported in front, everything else in a method. */
        String program() {
            String imports =
                    code.lines().filter(line -> line.startsWith("import ")).collect(Collectors.joining("\n"));
            String body =
                    code.lines().filter(line -> !line.startsWith("import ")).collect(Collectors.joining("\n"));
            return imports + "\npublic class Shown {\npublic static void run() throws Exception {\n" + body
                    + "\n}\n}\n";
        }

        @Override
        public String toString() {
            return document + ": " + code.lines().findFirst().orElse("");
        }
    }

    static List<Shown> programs() throws IOException {
        List<Shown> programs = new ArrayList<>();
        for (String document : List.of("README.md", "docs/embedding.md")) {
            Matcher blocks = BLOCK.matcher(Files.readString(ROOT.resolve(document)));
            while (blocks.find()) {
                programs.add(new Shown(document, blocks.group(1)));
            }
        }
        return programs;
    }

    @Test
    void bothDocumentsShowPrograms() throws IOException {
        assertThat(programs()).extracting(Shown::document).contains("README.md", "docs/embedding.md");
    }

    @ParameterizedTest
    @MethodSource("programs")
    void aProgramCompilesAndRuns(Shown shown) throws Exception {
        assertThat(faults(shown)).isEmpty();
        URL[] compiled = {folder.toUri().toURL()};
        try (URLClassLoader loader = new URLClassLoader(compiled, getClass().getClassLoader())) {
            loader.loadClass("Shown").getMethod("run").invoke(null);
        }
    }

    @Test
    void aProgramThatDoesNotCompileIsReported() {
        assertThat(faults(new Shown("nowhere", "Usher usher = null;"))).contains("Usher");
    }

    /** What the compiler says; empty when all is well. */
    private String faults(Shown shown) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        JavaFileObject source =
                new SimpleJavaFileObject(URI.create("string:///Shown.java"), JavaFileObject.Kind.SOURCE) {
                    @Override
                    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                        return shown.program();
                    }
                };
        StringWriter said = new StringWriter();
        List<String> options = Stream.of(
                        "-d", folder.toString(), "-cp", System.getProperty("java.class.path"), "-proc:none")
                .toList();
        compiler.getTask(said, null, null, options, null, List.of(source)).call();
        return said.toString();
    }
}
