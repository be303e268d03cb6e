package dev.usher.adapters.imports;

import static dev.usher.adapters.imports.Imported.HEADER;
import static dev.usher.adapters.imports.Imported.object;
import static dev.usher.adapters.imports.Imported.row;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EncodingTest {

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
    void aByteOrderMarkTellsTheEncodingAndIsNoPartOfTheText(String name) {
        Imported imported = Imported.bytes(("\uFEFF" + HEADER + row("Müller-🎫")).getBytes(Charset.forName(name)));

        assertThat(imported.tickets()).containsExactly("Müller-🎫");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE"})
    void utf16IsRecognisedWithoutAMarkInEveryFormat(String name) {
        Charset charset = Charset.forName(name);

        assertThat(Imported.bytes((HEADER + row("ä")).getBytes(charset)).tickets())
                .containsExactly("ä");
        assertThat(Imported.bytes((object("ä") + "\n" + object("b")).getBytes(charset))
                        .tickets())
                .containsExactly("ä", "b");
        assertThat(Imported.bytes(("[" + object("ä") + "]").getBytes(charset)).tickets())
                .containsExactly("ä");
    }

    @Test
    void anotherEncodingIsReadWhenItIsSaid() {
        byte[] latin = (HEADER + row("Müller")).getBytes(ISO_8859_1);

        assertThat(Imported.bytes(latin, ISO_8859_1).tickets()).containsExactly("Müller");
        assertThat(Imported.bytes(latin).codes()).containsExactly("INVALID_ENCODING");
        assertThat(Imported.bytes(latin).message()).contains("at byte " + (HEADER.length() + 3), "FC", "UTF-8");
    }

    @Test
    void theWordUtf16LeavesTheByteOrderToTheFile() {
        String text = HEADER + row("a");

        assertThat(Imported.bytes(text.getBytes(UTF_16LE), UTF_16).tickets()).containsExactly("a");
        assertThat(Imported.bytes(text.getBytes(UTF_16BE), UTF_16).tickets()).containsExactly("a");
        assertThat(Imported.bytes(("\uFEFF" + text).getBytes(UTF_16LE), UTF_16).tickets())
                .containsExactly("a");
    }

    @Test
    void theEncodingThatIsSaidOutweighsTheMark() {
        Imported imported = Imported.bytes(("\uFEFF" + HEADER).getBytes(UTF_16LE), UTF_8);

        assertThat(imported.codes()).containsExactly("INVALID_ENCODING");
        assertThat(imported.message()).startsWith("at byte 0 stands FF");
    }

    @Test
    void halfACharacterOfUtf16IsNamedWithItsPlace() {
        byte[] text = ("\uFEFF" + HEADER + "e,\uD83C,").getBytes(UTF_16LE);
        int place = 2 + 2 * HEADER.length() + 4;
        text[place] = 0x3c;
        text[place + 1] = (byte) 0xd8;

        assertThat(Imported.bytes(text).message()).startsWith("at byte " + place + " stands 3C D8");
    }
}
