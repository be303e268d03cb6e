package dev.usher.adapters.imports;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import dev.usher.core.statistics.OperationText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The JSON object that is being read; there is only one, filled anew for each row.
 *
 * <p>Members that nobody knows are left aside. A whole number stands for its digits, {@code null} for a value left out.
 */
final class JsonRow {
    private static final int DEEPEST = 64;
    private static final int LONGEST_TEXT = 1 << 16;

    private final CharSequence[] values = new CharSequence[OperationText.MEMBERS.size()];
    private final AsciiCopy[] copies = new AsciiCopy[OperationText.MEMBERS.size()];
    private final List<RowFault> faults = new ArrayList<>();
    private int said;

    JsonRow() {
        Arrays.setAll(copies, member -> new AsciiCopy());
    }

    /** Parsers that never hold much of what a hostile file may contain. */
    static JsonFactory parsers() {
        return JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(DEEPEST)
                        .maxStringLength(LONGEST_TEXT)
                        .build())
                .build();
    }

    /** Reads from the object's opening brace to its closing one. */
    void read(JsonParser parser) throws IOException {
        Arrays.fill(values, "");
        faults.clear();
        said = 0;
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            int member = OperationText.MEMBERS.indexOf(name);
            JsonToken value = parser.nextToken();
            if (member < 0) {
                parser.skipChildren();
            } else if ((said & 1 << member) != 0) {
                parser.skipChildren();
                faults.add(
                        new RowFault(name, "", "REPEATED_MEMBER", name + " is said more than once; expected it once"));
            } else {
                said |= 1 << member;
                values[member] = text(parser, member, value);
            }
        }
    }

    /** Hands the row on. */
    void give(long line, RowJudge judge) {
        if (faults.isEmpty()) {
            judge.take(line, values[0], values[1], values[2], values[3], values[4]);
        } else {
            OperationText text = new OperationText(
                    values[0].toString(),
                    values[1].toString(),
                    values[2].toString(),
                    values[3].toString(),
                    values[4].toString());
            judge.takeMalformed(line, text, faults);
        }
    }

    /** What is to be said of something that stands where an object should. */
    static RowFault notAnObject(JsonToken token) {
        return RowFault.ofRow(
                "INVALID_TYPE",
                "here stands " + named(token) + "; expected an object with the members "
                        + String.join(", ", OperationText.MEMBERS));
    }

    private CharSequence text(JsonParser parser, int member, JsonToken value) throws IOException {
        return switch (value) {
            case VALUE_STRING ->
                copies[member].of(parser.getTextCharacters(), parser.getTextOffset(), parser.getTextLength());
            case VALUE_NUMBER_INT -> parser.getText();
            case VALUE_NULL -> "";
            default -> {
                String name = OperationText.MEMBERS.get(member);
                String shown = value.isScalarValue() ? parser.getText() : "";
                parser.skipChildren();
                faults.add(new RowFault(
                        name,
                        shown,
                        "INVALID_TYPE",
                        name + " is " + named(value) + (shown.isEmpty() ? "" : " (" + shown + ")")
                                + "; expected a string"));
                yield "";
            }
        };
    }

    private static String named(JsonToken token) {
        return switch (token) {
            case START_OBJECT -> "an object";
            case START_ARRAY -> "an array";
            case VALUE_STRING -> "a string";
            case VALUE_NUMBER_INT -> "a number";
            case VALUE_NUMBER_FLOAT -> "a number with a fraction";
            case VALUE_TRUE, VALUE_FALSE -> "a boolean";
            case VALUE_NULL -> "null";
            default -> "no value";
        };
    }
}
