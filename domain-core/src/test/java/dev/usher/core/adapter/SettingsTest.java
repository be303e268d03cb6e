package dev.usher.core.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Settings are read in the form people write them; a wrong value is told with its name and what would be right. */
class SettingsTest {
    private static final Setting SETTING = new Setting("http.request-timeout", "30s", "How long a request may take.");

    @Test
    void whatNobodySaidIsTheFallback() {
        Settings settings = Settings.of(Map.of());
        assertThat(settings.says(SETTING)).isFalse();
        assertThat(settings.text(SETTING)).isEqualTo("30s");
        assertThat(settings.duration(SETTING)).isEqualTo(Duration.ofSeconds(30));
        assertThat(settings.names()).isEmpty();
    }

    @Test
    void whatWasSaidGoesBeforeTheFallbackEvenWhenEmpty() {
        Settings settings = said("");
        assertThat(settings.says(SETTING)).isTrue();
        assertThat(settings.text(SETTING)).isEmpty();
    }

    @Test
    void namesAreAllThatWereSaidKnownOrNot() {
        assertThat(Settings.of(Map.of("http.port", "1", "htp.port", "2")).names())
                .containsExactly("htp.port", "http.port");
    }

    @Test
    void settingsDoNotChangeWithTheMapTheyWereMadeOf() {
        Map<String, String> values = new HashMap<>(Map.of(SETTING.name(), "1s"));
        Settings settings = Settings.of(values);
        values.put(SETTING.name(), "2s");
        assertThat(settings.text(SETTING)).isEqualTo("1s");
    }

    @Test
    void theVariableOfASettingIsItsNameInCapitals() {
        assertThat(SETTING.variable()).isEqualTo("USHER_HTTP_REQUEST_TIMEOUT");
    }

    @ParameterizedTest
    @CsvSource({"true, true", "' false ', false"})
    void aFlagIsRead(String text, boolean flag) {
        assertThat(said(text).flag(SETTING)).isEqualTo(flag);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yes", "TRUE", "1"})
    void anythingElseIsNoFlag(String text) {
        assertThatThrownBy(() -> said(text).flag(SETTING))
                .isInstanceOf(InvalidSetting.class)
                .hasMessage("http.request-timeout is '" + text + "'; expected true or false");
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "' 7 ', 7", "unlimited, 9223372036854775807"})
    void aLimitIsRead(String text, long limit) {
        assertThat(said(text).limit(SETTING)).isEqualTo(limit);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "many", "Unlimited", "99999999999999999999"})
    void anythingElseIsNoLimit(String text) {
        assertThatThrownBy(() -> said(text).limit(SETTING))
                .isInstanceOf(InvalidSetting.class)
                .hasMessage("http.request-timeout is '" + text + "'; expected a whole number from 0 on, or unlimited");
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "65535, 65535", "' 8080 ', 8080", "0080, 80"})
    void aNumberBetweenItsBoundsIsRead(String text, long number) {
        assertThat(said(text).number(SETTING, 0, 65_535)).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "65536", "", "eight", "80.5", "0x50", "99999999999999999999"})
    void aNumberOutOfItsBoundsOrNoneIsRefused(String text) {
        assertThatThrownBy(() -> said(text).number(SETTING, 0, 65_535))
                .isInstanceOf(InvalidSetting.class)
                .hasMessage("http.request-timeout is '" + text + "'; expected a whole number from 0 to 65535");
    }

    @ParameterizedTest
    @CsvSource({
        "0s, PT0S",
        "500ms, PT0.5S",
        "30s, PT30S",
        "5m, PT5M",
        "2h, PT2H",
        "PT1M30S, PT1M30S",
        "P1D, PT24H",
        "' 30s ', PT30S"
    })
    void aDurationIsReadInEachForm(String text, Duration duration) {
        assertThat(said(text).duration(SETTING)).isEqualTo(duration);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "30",
                "s",
                "-5s",
                "30 s",
                "1.5s",
                "30S",
                "5d",
                "half an hour",
                "P",
                "PT",
                "PT-30S",
                "-PT30S",
                "9223372036854775807h",
                "9223372036854775807m",
                "9223372036854775808s"
            })
    void aDurationOfAnotherFormOrBelowZeroIsRefused(String text) {
        assertThatThrownBy(() -> said(text).duration(SETTING))
                .isInstanceOf(InvalidSetting.class)
                .hasMessage(
                        "http.request-timeout is '" + text + "'; expected a duration such as 500ms, 30s, 5m or PT30S");
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1048576, 1048576", "512k, 524288", "64m, 67108864", "2g, 2147483648", "' 1k ', 1024"})
    void aSizeIsReadInEachUnit(String text, long bytes) {
        assertThat(said(text).bytes(SETTING)).isEqualTo(bytes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "k", "-1", "64M", "64 m", "64mb", "1.5g", "much", "9223372036854775807k"})
    void aSizeOfAnotherFormOrBeyondAllBoundsIsRefused(String text) {
        assertThatThrownBy(() -> said(text).bytes(SETTING))
                .isInstanceOf(InvalidSetting.class)
                .hasMessage("http.request-timeout is '" + text
                        + "'; expected a size in bytes such as 1048576, 512k, 64m or 2g");
    }

    private static Settings said(String text) {
        return Settings.of(Map.of(SETTING.name(), text));
    }
}
