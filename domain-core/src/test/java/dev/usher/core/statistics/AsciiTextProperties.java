package dev.usher.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.core.rule.Violation;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** A text looked at where it stands means the same as the string: as a name, an instant, a kind and before the rules. */
class AsciiTextProperties {

    @Property
    void isTheTextOfItsBytes(@ForAll("texts") String text) {
        AsciiText slice = slice(text);
        assertThat(slice.toString()).isEqualTo(text);
        assertThat(slice.length()).isEqualTo(text.length());
        assertThat(slice.isEmpty()).isEqualTo(text.isEmpty());
        assertThat(CharSequence.compare(slice, text)).isZero();
        assertThat(slice.isSame(AsciiText.copyOf(text))).isTrue();
    }

    @Property
    void isTheSameAsNoOther(@ForAll("texts") String text, @ForAll("texts") String other) {
        assertThat(slice(text).isSame(slice(other))).isEqualTo(text.equals(other));
    }

    @Property
    void isWrittenAsTheStringIs(@ForAll("texts") String text) {
        assertThat(written(slice(text))).isEqualTo(written(text));
    }

    @Property(tries = 3_000)
    void isTheInstantThatTheStringIs(@ForAll("texts") String text) {
        assertThat(InstantText.microseconds(slice(text))).isEqualTo(InstantText.microseconds(text));
    }

    @Property
    void isTheKindThatTheStringIs(@ForAll("texts") String text) {
        int expected = OperationKind.of(text).map(OperationKind::code).orElse(OperationKind.NONE);
        assertThat(OperationKind.codeOf(text)).isEqualTo(expected);
        assertThat(OperationKind.codeOf(slice(text))).isEqualTo(expected);
    }

    @Property(tries = 2_000)
    void isAdmittedOrRefusedAsTheStringIs(
            @ForAll("texts") String event,
            @ForAll("texts") String ticket,
            @ForAll("texts") String operation,
            @ForAll("texts") String occurredAt,
            @ForAll("texts") String device) {
        List<String> fromText = new ArrayList<>();
        List<String> fromSlices = new ArrayList<>();
        List<Violation> expected = TicketOperationRules.admit(
                new OperationText(event, ticket, operation, occurredAt, device),
                (e, t, kind, at, d) -> fromText.add(e + "," + t + "," + kind + "," + at + "," + d));
        List<Violation> violations = TicketOperationRules.admit(
                slice(event),
                slice(ticket),
                slice(operation),
                slice(occurredAt),
                slice(device),
                (e, t, kind, at, d) -> fromSlices.add(e + "," + t + "," + kind + "," + at + "," + d));
        assertThat(violations).isEqualTo(expected);
        assertThat(fromSlices).isEqualTo(fromText);
    }

    /** The text in the midst of others, as in a row of a file. */
    private static AsciiText slice(String text) {
        byte[] row = ("before,7" + text + "9,behind").getBytes(StandardCharsets.US_ASCII);
        AsciiText slice = new AsciiText(row);
        slice.moveTo(8, 8 + text.length());
        return slice;
    }

    private static byte[] written(CharSequence name) {
        Output output = new Output(0);
        NameCode.write(name, output);
        return output.toBytes();
    }

    /** Names, instants and kinds, and what nearly is one: one character of it is another. */
    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> good = Arbitraries.frequencyOf(
                Tuple.of(1, Arbitraries.just("")),
                Tuple.of(3, Arbitraries.of(OperationKind.words())),
                Tuple.of(
                        5,
                        Arbitraries.longs()
                                .between(-62_135_596_800_000_000L, 253_402_300_799_999_999L)
                                .map(at ->
                                        InstantText.write(InstantText.instant(at % 2 == 0 ? at : at / 1_000 * 1_000)))),
                Tuple.of(
                        1,
                        Arbitraries.of(
                                "2025-05-21T06:00Z",
                                "2025-05-21T06:00:00Z",
                                "2025-02-29T06:00:00.000Z",
                                "2024-02-29T23:59:59.999Z")),
                Tuple.of(
                        5,
                        Arbitraries.randomValue(
                                random -> new java.util.UUID(random.nextLong(), random.nextLong()).toString())),
                Tuple.of(
                        3,
                        Arbitraries.strings().withCharRange('\u0001', '\u007F').ofMaxLength(300)));
        Arbitrary<String> spoilt = good.filter(text -> !text.isEmpty())
                .flatMap(text -> Arbitraries.integers()
                        .between(0, text.length() - 1)
                        .flatMap(at -> Arbitraries.chars()
                                .range('\u0001', '\u007F')
                                .map(other -> text.substring(0, at) + other + text.substring(at + 1))));
        return Arbitraries.frequencyOf(Tuple.of(3, good), Tuple.of(2, spoilt));
    }
}
