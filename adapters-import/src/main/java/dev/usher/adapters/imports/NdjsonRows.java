package dev.usher.adapters.imports;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.Writer;
import java.util.Optional;

/**
 * Reads NDJSON: one JSON object a line; a line that is none is refused, and the next one goes on.
 *
 * <p>For as long as rows are plain, they are read by {@link PlainNdjson}.
 */
final class NdjsonRows implements RowReader {
    private final JsonFactory parsers = JsonRow.parsers();
    private final JsonRow row = new JsonRow();
    private final Remainder remainder = new Remainder();

    @Override
    public void read(DecodedText text, RowJudge judge) throws IOException {
        Optional<ByteWindow> bytes = text.undecoded();
        long linesBefore = 0;
        if (bytes.isPresent()) {
            PlainNdjson plain = new PlainNdjson(bytes.get(), judge);
            plain.read();
            linesBefore = plain.lines();
        }
        JsonLines lines = new JsonLines(text, linesBefore);
        boolean hasMore = true;
        while (hasMore) {
            hasMore = readToBrokenLine(lines, judge);
        }
    }

    /** False at the end of the text. */
    private boolean readToBrokenLine(JsonLines lines, RowJudge judge) throws IOException {
        RowFault fault;
        try (JsonParser parser = parsers.createParser(lines)) {
            JsonToken token = parser.nextToken();
            while (token == JsonToken.START_OBJECT && readRow(parser, lines)) {
                row.give(lines.line(), judge);
                token = parser.nextToken();
            }
            if (token == null) {
                return false;
            }
            fault = token == JsonToken.START_OBJECT
                    ? malformed("something stands behind the object", lines.fedOfLine())
                    : JsonRow.notAnObject(token);
        } catch (JsonProcessingException broken) {
            long column = broken.getLocation() == null
                    ? lines.fedOfLine()
                    : lines.column(broken.getLocation().getCharOffset());
            fault = malformed(broken.getOriginalMessage(), column + 1);
        } catch (JsonLines.LineEnded broken) {
            fault = malformed(String.valueOf(broken.getMessage()), lines.fedOfLine());
        }
        judge.takeUnreadable(lines.line(), fault);
        lines.giveUpLine();
        return true;
    }

    /** False when the object is not all that its line has. */
    private boolean readRow(JsonParser parser, JsonLines lines) throws IOException {
        lines.openRow();
        row.read(parser);
        remainder.isBlank = true;
        parser.releaseBuffered(remainder);
        return lines.closeRow() && remainder.isBlank;
    }

    private static RowFault malformed(String why, long column) {
        return RowFault.ofRow(
                "MALFORMED_JSON", "at column " + column + ": " + why + "; expected one JSON object on the line");
    }

    /** What the parser has fetched of a line and does not need. */
    private static final class Remainder extends Writer {
        private boolean isBlank;

        @Override
        public void write(char[] characters, int from, int length) {
            isBlank &= Blanks.isBlank(characters, from, length);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
