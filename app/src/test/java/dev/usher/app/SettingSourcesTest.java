package dev.usher.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.usher.core.adapter.InvalidSetting;
import dev.usher.core.adapter.Setting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingSourcesTest {
    private static final Setting PORT = new Setting("http.port", "8080", "the port");
    private static final Setting SPACE = new Setting("store.least-free-space", "64m", "the space");
    private static final List<Setting> KNOWN = List.of(PORT, SPACE);

    @TempDir
    Path folder;

    @Test
    void theCommandLineIsHeardBeforeTheEnvironmentBeforeTheFileBeforeTheDefault() throws IOException {
        Path file = file("http.port = 3\n");
        Map<String, String> environment = Map.of("USHER_HTTP_PORT", "2");
        Map<String, String> commandLine = Map.of("http.port", "1");

        assertThat(new SettingSources(commandLine, environment, Optional.of(file))
                        .among(KNOWN)
                        .text(PORT))
                .isEqualTo("1");
        assertThat(new SettingSources(Map.of(), environment, Optional.of(file))
                        .among(KNOWN)
                        .text(PORT))
                .isEqualTo("2");
        assertThat(new SettingSources(Map.of(), Map.of(), Optional.of(file))
                        .among(KNOWN)
                        .text(PORT))
                .isEqualTo("3");
        assertThat(new SettingSources(Map.of(), Map.of(), Optional.empty())
                        .among(KNOWN)
                        .text(PORT))
                .isEqualTo("8080");
    }

    @Test
    void aDashInANameIsAnUnderscoreInItsVariable() {
        SettingSources sources =
                new SettingSources(Map.of(), Map.of("USHER_STORE_LEAST_FREE_SPACE", "1g"), Optional.empty());

        assertThat(sources.among(KNOWN).text(SPACE)).isEqualTo("1g");
    }

    @Test
    void anUnknownNameInTheFileIsAnErrorThatNamesTheNearest() throws IOException {
        SettingSources sources = new SettingSources(Map.of(), Map.of(), Optional.of(file("http.prot=1\n")));

        assertThatThrownBy(() -> sources.among(KNOWN))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageContaining("unknown setting http.prot")
                .hasMessageEndingWith("the nearest known one is http.port");
    }

    @Test
    void anUnknownVariableIsAnErrorThatNamesTheNearest() {
        SettingSources sources = new SettingSources(Map.of(), Map.of("USHER_HTTP_PORTS", "1"), Optional.empty());

        assertThatThrownBy(() -> sources.among(KNOWN))
                .isInstanceOf(InvalidSetting.class)
                .hasMessage("unknown variable USHER_HTTP_PORTS in the environment;"
                        + " the nearest known one is USHER_HTTP_PORT");
    }

    @Test
    void theLaunchersVariablesAndThoseOfOthersAreLetThrough() {
        Map<String, String> environment =
                Map.of("USHER_JAVA_HOME", "/opt/java", "USHER_JAVA_OPTS", "-Xmx1g", "PATH", "/bin", "USHERETTE", "x");

        assertThat(new SettingSources(Map.of(), environment, Optional.empty())
                        .among(KNOWN)
                        .names())
                .isEmpty();
    }

    @Test
    void aFileThatIsNotThereIsAnErrorThatNamesIt() {
        SettingSources sources = new SettingSources(Map.of(), Map.of(), Optional.of(folder.resolve("none")));

        assertThatThrownBy(() -> sources.among(KNOWN))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageContaining(folder.resolve("none").toString())
                .hasMessageContaining("no such file");
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("usher.properties"), text);
    }
}
