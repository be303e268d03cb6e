package dev.usher.adapters.imports;

import dev.usher.core.statistics.InstantText;
import dev.usher.core.statistics.OperationKind;
import dev.usher.core.statistics.TicketOperation;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Arbitrary operations with awkward names, and arbitrary dialects to write them in. */
final class Samples {
    private static final long YEAR_1 = -62_135_596_800_000_000L;
    private static final long YEAR_9999_END = 253_402_300_799_999_999L;

    private Samples() {}

    static Arbitrary<List<TicketOperation>> operations() {
        Arbitrary<TicketOperation> operation = Combinators.combine(
                        names().filter(name -> !name.isBlank()),
                        names().filter(name -> !name.isBlank()),
                        Arbitraries.of(OperationKind.class),
                        Arbitraries.longs().between(YEAR_1, YEAR_9999_END),
                        names())
                .as((event, ticket, kind, at, device) ->
                        new TicketOperation(event, ticket, kind, InstantText.instant(at), device));
        return operation.list().ofMaxSize(40);
    }

    static Arbitrary<Dialect> dialects() {
        return Combinators.combine(
                        Arbitraries.of(',', ';', '\t', '|'),
                        Arbitraries.of("\n", "\r\n", "\r"),
                        Arbitraries.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE),
                        Arbitraries.of(true, false),
                        Arbitraries.of(true, false),
                        Arbitraries.of(true, false),
                        Arbitraries.integers().between(0, 4))
                .as(Dialect::new);
    }

    /** Names of letters, signs that mean something in CSV and JSON, and characters of one to four bytes. */
    private static Arbitrary<String> names() {
        Arbitrary<String> piece = Arbitraries.of(
                "a", "B", "7", " ", ",", ";", "\t", "|", "\"", "\"\"", "\n", "\r", "\r\n", "'", "\\", "{", "[", "=",
                "é", "ß", "Ω", "票", "\u2028", "🎫", "\uFEFF");
        return piece.list().ofMaxSize(12).map(pieces -> String.join("", pieces));
    }
}
