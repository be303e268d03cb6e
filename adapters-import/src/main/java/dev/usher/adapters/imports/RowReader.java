package dev.usher.adapters.imports;

import dev.usher.core.adapter.ImportRequest.Format;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;

/** Takes a text apart into rows. */
@FunctionalInterface
interface RowReader {
    /** So many characters at the beginning of a text are looked at to recognise what it is. */
    int HEAD = 1 << 15;

    /**
     * Hands every row of the text to the judge.
     *
     * @throws BrokenSource where the text cannot be read any further; the rows before that place have been handed on
     */
    void read(DecodedText text, RowJudge judge) throws IOException;

    /** The reader for the format that was said, or else for the one that the name or the content shows. */
    static RowReader of(Optional<Format> said, String name, DecodedText text) throws IOException {
        Optional<Format> known = said.isPresent() ? said : namedBy(name);
        return switch (known.isPresent() ? known.get() : shownBy(text.head(HEAD))) {
            case CSV -> new CsvRows();
            case NDJSON -> new NdjsonRows();
            case JSON -> new JsonArrayRows();
        };
    }

    private static Optional<Format> namedBy(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        String plain = lower.endsWith(".gz") ? lower.substring(0, lower.length() - 3) : lower;
        return switch (plain.substring(plain.lastIndexOf('.') + 1)) {
            case "csv", "tsv" -> Optional.of(Format.CSV);
            case "ndjson", "jsonl" -> Optional.of(Format.NDJSON);
            case "json" -> Optional.of(Format.JSON);
            default -> Optional.empty();
        };
    }

    private static Format shownBy(String head) {
        String text = head.stripLeading();
        if (text.startsWith("[")) {
            return Format.JSON;
        }
        return text.startsWith("{") ? Format.NDJSON : Format.CSV;
    }
}
