package dev.usher.adapters.imports;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/** Reads one JSON array of objects; where it is broken it ends, since nobody can tell where the next object begins. */
final class JsonArrayRows implements RowReader {
    private final JsonRow row = new JsonRow();

    @Override
    public void read(DecodedText text, RowJudge judge) throws IOException {
        try (JsonParser parser = JsonRow.parsers().createParser(text)) {
            requireArray(parser);
            readArray(parser, judge);
        }
    }

    private void readArray(JsonParser parser, RowJudge judge) throws IOException {
        try {
            JsonToken token = parser.nextToken();
            while (token != JsonToken.END_ARRAY) {
                long line = parser.currentTokenLocation().getLineNr();
                if (token == JsonToken.START_OBJECT) {
                    row.read(parser);
                    row.give(line, judge);
                } else {
                    parser.skipChildren();
                    judge.takeUnreadable(line, JsonRow.notAnObject(token));
                }
                token = parser.nextToken();
            }
            if (parser.nextToken() != null) {
                throw malformed("something stands behind the array", parser.currentTokenLocation());
            }
        } catch (JsonProcessingException broken) {
            JsonLocation place = broken.getLocation();
            throw malformed(broken.getOriginalMessage(), place == null ? parser.currentLocation() : place);
        }
    }

    private static void requireArray(JsonParser parser) throws IOException {
        try {
            if (parser.nextToken() == JsonToken.START_ARRAY) {
                return;
            }
        } catch (JsonProcessingException notJson) {
            throw notArray(notJson.getOriginalMessage());
        }
        throw notArray(
                parser.currentToken() == null
                        ? "the file is empty"
                        : "the file begins with '" + parser.currentToken().asString() + "'");
    }

    private static BrokenSource notArray(String why) {
        return new BrokenSource(
                "NOT_JSON", why + "; expected an array of objects; for one object a line the format is ndjson");
    }

    private static BrokenSource malformed(String why, JsonLocation place) {
        return new BrokenSource(
                "MALFORMED_JSON",
                "at line " + place.getLineNr() + ", column " + place.getColumnNr() + " (character "
                        + place.getCharOffset() + "): " + why + "; the objects before that place were read");
    }
}
