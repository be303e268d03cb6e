package dev.usher.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PreferenceTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*/*",
                "application/json",
                "application/*",
                "APPLICATION/JSON; charset=utf-8",
                "text/html, application/json;q=0.1",
                "text/html, */*;q=0.01",
                "application/json;q=1.0, */*;q=0",
                " "
            })
    void roomForJsonIsSeen(String accept) {
        assertThat(Preference.admitsJson(accept)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/html",
                "application/xml, text/*",
                "application/json;q=0",
                "application/json;q=0.000, */*",
                "application/jsonp",
                "application/*;q=0, */*;q=0.5"
            })
    void noRoomForJsonIsSeen(String accept) {
        assertThat(Preference.admitsJson(accept)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "br, GZIP;q=0.2", "*", "x-gzip", "deflate,gzip"})
    void aWishForGzipIsSeen(String acceptEncoding) {
        assertThat(Preference.asksForGzip(acceptEncoding)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "br", "gzip;q=0", "gzip; q=0.0, *", "identity", "*;q=0"})
    void noWishForGzipIsSeen(String acceptEncoding) {
        assertThat(Preference.asksForGzip(acceptEncoding)).isFalse();
    }
}
