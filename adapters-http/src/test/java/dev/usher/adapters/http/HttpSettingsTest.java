package dev.usher.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.usher.core.adapter.InvalidSetting;
import dev.usher.core.adapter.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpSettingsTest {

    @Test
    void nothingSaidMeansLoopbackAndTheUsualPort() {
        HttpSettings settings = HttpSettings.from(Settings.of(Map.of()));
        assertThat(settings.host()).isEqualTo("127.0.0.1");
        assertThat(settings.port()).isEqualTo(8080);
        assertThat(settings.mostBodyBytes()).isEqualTo(8 * 1024 * 1024);
        assertThat(settings.requestTimeout()).hasSeconds(30);
    }

    @ParameterizedTest
    @CsvSource({
        "http.port, 65536",
        "http.port, http",
        "http.statistics-path, statistics",
        "http.statistics-path, /with/:parameter",
        "http.statistics-path, /all/*",
        "http.statistics-path, /usher/v1/events",
        "http.statistics-path, /v3/events",
        "http.statistics-path, /health/live",
        "http.statistics-path, /health",
        "http.request-timeout, 0s",
        "http.idle-timeout, soon",
        "http.most-body-bytes, 0",
        "http.most-body-bytes, 2g"
    })
    void anImpossibleValueIsRefusedByName(String name, String value) {
        assertThatThrownBy(() -> HttpSettings.from(Settings.of(Map.of(name, value))))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageContaining(name)
                .hasMessageContaining(value)
                .hasMessageContaining("expected");
    }

    @Test
    void anAddressThatIsTakenIsSaid() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(taken.getLocalPort());
            assertThatThrownBy(() -> RunningService.start(Map.of("http.port", port)))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining("127.0.0.1:" + port)
                    .hasMessageContaining("http.port");
        }
    }
}
