package dev.usher.benchmarks;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Parsers that read a file on one core, look at each value, and do nothing with it. */
final class BareParsers {
    /** FastCSV as most use it: a record a row, a text a value. */
    static final String FAST_CSV = "bare FastCSV";
    /** FastCSV with a handler that sees each value in the parser's own buffer, and makes no object. */
    static final String FAST_CSV_IN_PLACE = "FastCSV in place";
    /** Jackson's streaming parser over bytes, each value seen in the parser's own buffer. */
    static final String JACKSON = "bare Jackson";

    private static final JsonFactory JSON = new JsonFactory();

    private BareParsers() {}

    /** How many rows the file has below its header. */
    static long fastCsv(Path file) throws IOException {
        long rows = 0;
        long characters = 0;
        try (CsvReader<CsvRecord> records = CsvReader.builder().ofCsvRecord(file)) {
            for (CsvRecord row : records) {
                for (int field = 0; field < row.getFieldCount(); field++) {
                    characters += row.getField(field).length();
                }
                rows++;
            }
        }
        return seen(characters, rows) - 1;
    }

    /** How many rows the file has below its header. */
    static long fastCsvInPlace(Path file) throws IOException {
        Seen seen = new Seen();
        long rows = 0;
        try (CsvReader<Seen> records = CsvReader.builder().build(seen, file)) {
            for (Seen row : records) {
                rows += row == seen ? 1 : 0;
            }
        }
        return seen(seen.characters, rows) - 1;
    }

    /** How many objects the file has. */
    static long jackson(Path file) throws IOException {
        long rows = 0;
        long characters = 0;
        try (InputStream bytes = Files.newInputStream(file);
                JsonParser parser = JSON.createParser(bytes)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.VALUE_STRING) {
                    characters += parser.getTextLength();
                } else if (token == JsonToken.END_OBJECT) {
                    rows++;
                }
            }
        }
        return seen(characters, rows);
    }

    /** Keeps what was seen of the values from being left out as useless. */
    private static long seen(long characters, long rows) {
        if (characters < rows) {
            throw new IllegalStateException(rows + " rows have only " + characters + " characters");
        }
        return rows;
    }

    /** Looks at each value where it stands. */
    private static final class Seen extends AbstractBaseCsvCallbackHandler<Seen> {
        private long characters;

        @Override
        protected void handleField(int field, char[] buffer, int from, int length, boolean isQuoted) {
            characters += length;
        }

        @Override
        protected Seen buildRecord() {
            return this;
        }
    }
}
