package dev.usher.adapters.imports;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.Optional;

/**
 * Reads CSV: a header line, then row after row, quoted or not, with any line ends.
 *
 * <p>For as long as rows are plain, they are read by {@link PlainCsv}.
 */
final class CsvRows implements RowReader {
    /** A field that is longer would be a quote that nobody closed, and must not fill the memory. */
    private static final int LONGEST_FIELD = 1 << 16;

    @Override
    public void read(DecodedText text, RowJudge judge) throws IOException {
        CsvHeader header = CsvHeader.of(text.head(HEAD));
        CsvRow row = new CsvRow(header);
        boolean isHeaderRead = false;
        Optional<ByteWindow> bytes = text.undecoded();
        if (bytes.isPresent()) {
            PlainCsv plain = new PlainCsv(bytes.get(), header, judge);
            plain.read();
            row.follows(plain.lines());
            isHeaderRead = plain.isHeaderRead();
        }
        Iterator<CsvRow> rows = rows(text, header, row);
        if (!isHeaderRead && hasNext(rows, row, text)) {
            rows.next();
        }
        while (hasNext(rows, row, text)) {
            rows.next();
            if (!row.isBlank()) {
                judge(row, judge);
            }
        }
    }

    private static void judge(CsvRow row, RowJudge judge) {
        if (!row.isQuotedWell()) {
            judge.takeUnreadable(
                    row.line(),
                    RowFault.ofRow(
                            "MALFORMED_QUOTE",
                            "something stands between a closing quote and the end of its field;"
                                    + " expected a delimiter there, and every quote inside a quoted value doubled"));
        } else if (row.fields() != row.columns()) {
            judge.takeUnreadable(row.line(), CsvRow.wrongFieldCount(row.fields(), row.columns()));
        } else {
            judge.take(row.line(), row.text());
        }
    }

    // The parser says that what follows a closing quote is not standard, and would stop there for good; here only the
    // row is refused, which the row itself finds out.
    @SuppressWarnings("removal")
    static Iterator<CsvRow> rows(DecodedText text, CsvHeader header, CsvRow row) {
        return CsvReader.builder()
                .fieldSeparator(header.delimiter())
                .maxBufferSize(LONGEST_FIELD)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowExtraCharsAfterClosingQuote(true)
                .allowUnclosedQuote(false)
                .build(row, text)
                .iterator();
    }

    /** Only parsing happens in here, so no failure of the judge's own is taken for one of the file. */
    private static boolean hasNext(Iterator<CsvRow> rows, CsvRow row, DecodedText text) throws IOException {
        try {
            return rows.hasNext();
        } catch (UncheckedIOException broken) {
            throw broken.getCause();
        } catch (CsvParseException unparsable) {
            throw text.isAtEnd()
                    ? new BrokenSource(
                            "UNCLOSED_QUOTE",
                            "the file ends inside a quoted value of the row that begins at line " + row.line()
                                    + "; expected a closing quote")
                    : new BrokenSource(
                            "FIELD_TOO_LONG",
                            "a value of the row that begins at line " + row.line() + " is longer than " + LONGEST_FIELD
                                    + " characters allow; perhaps a quote is not closed");
        }
    }
}
