package dev.usher.adapters.http;

import static dev.usher.core.rule.RuleKind.ARGUMENT;
import static dev.usher.core.rule.RuleKind.SHAPE;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.usher.core.rule.Violation;
import dev.usher.core.service.TicketOperations;
import dev.usher.core.statistics.OperationSink;
import dev.usher.core.statistics.OperationText;
import dev.usher.core.statistics.TicketOperationRules;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Reads ticket operations from the body of a request, one JSON object for each, and finds every fault in one go.
 *
 * <p>Paths count operations from 0, {@code operations[3].occurred_at}; messages about a line count lines from 1. For one
 * body and one thread.
 */
final class OperationReader {
    private static final String ALL = "operations";
    private static final OperationSink NOWHERE = (event, ticket, kind, occurredAt, device) -> {};

    private final byte[] body;
    private final MemberReader members = new MemberReader(OperationText.MEMBERS);
    private final List<OperationText> operations = new ArrayList<>();
    private final List<Violation> violations = new ArrayList<>();
    private int faults;
    private int rows;

    private OperationReader(byte[] body) {
        this.body = body;
    }

    /**
     * What was read.
     *
     * @param operations the operations, all of them when there is no fault
     * @param violations the first faults, as many as an answer names
     * @param faults how many faults there are
     */
    record Reading(List<OperationText> operations, List<Violation> violations, int faults) {}

    /** One array of objects. */
    static Reading ofArray(byte[] body) {
        OperationReader reader = new OperationReader(body);
        reader.readArray();
        return reader.result();
    }

    /** One object a line; empty lines mean nothing. */
    static Reading ofLines(byte[] body) {
        OperationReader reader = new OperationReader(body);
        reader.readLines();
        return reader.result();
    }

    private Reading result() {
        if (rows > TicketOperations.MOST_AT_ONCE) {
            Violation tooMany = new Violation(
                    ARGUMENT,
                    "TOO_MANY",
                    ALL,
                    "the body holds more than " + TicketOperations.MOST_AT_ONCE
                            + " operations; expected at most so many in one request");
            return new Reading(List.of(), List.of(tooMany), 1);
        }
        if (rows == 0 && faults == 0) {
            report(new Violation(
                    ARGUMENT,
                    "MISSING",
                    ALL,
                    "the body holds no operation; expected 1 to " + TicketOperations.MOST_AT_ONCE));
        }
        return new Reading(operations, violations, faults);
    }

    private void readArray() {
        int from = afterByteOrderMark();
        try (JsonParser parser = JsonText.parser(body, from, body.length - from)) {
            JsonToken first = parser.nextToken();
            if (first == JsonToken.START_ARRAY) {
                readElements(parser);
                requireEnd(parser, ALL, 1);
            } else if (first != null) {
                report(new Violation(
                        SHAPE,
                        "INVALID_TYPE",
                        ALL,
                        "the body is " + JsonText.kind(first)
                                + "; expected an array of operations, or one object a line as application/x-ndjson"));
            }
        } catch (JsonProcessingException broken) {
            report(JsonText.fault(broken, ALL, 1));
        } catch (IOException neverInMemory) {
            throw new UncheckedIOException(neverInMemory);
        }
    }

    private void readElements(JsonParser parser) throws IOException {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            rows++;
            if (rows <= TicketOperations.MOST_AT_ONCE) {
                readOperation(parser, path(), "");
            } else {
                parser.skipChildren();
            }
        }
    }

    private void readLines() {
        int line = 0;
        int end;
        for (int from = afterByteOrderMark(); from < body.length; from = end + 1) {
            end = endOfLine(from);
            line++;
            if (!isBlank(from, end)) {
                rows++;
                if (rows > TicketOperations.MOST_AT_ONCE) {
                    return;
                }
                readLine(from, end - from, line);
            }
        }
    }

    private void readLine(int from, int length, int line) {
        try (JsonParser parser = JsonText.parser(body, from, length)) {
            parser.nextToken();
            readOperation(parser, path(), "line " + line + ": ");
            requireEnd(parser, path(), line);
        } catch (JsonProcessingException broken) {
            report(JsonText.fault(broken, path(), line));
        } catch (IOException neverInMemory) {
            throw new UncheckedIOException(neverInMemory);
        }
    }

    private void readOperation(JsonParser parser, String path, String place) throws IOException {
        JsonToken token = parser.currentToken();
        if (token != JsonToken.START_OBJECT) {
            parser.skipChildren();
            report(new Violation(
                    SHAPE,
                    "INVALID_TYPE",
                    path,
                    place + "the operation is " + JsonText.kind(token) + "; expected an object with "
                            + String.join(", ", OperationText.MEMBERS)));
            return;
        }
        int faultsBefore = faults;
        Consumer<Violation> report = fault ->
                report(new Violation(fault.kind(), fault.code(), fault.path(), place + fault.message()).at(path));
        List<String> values = members.read(parser, report);
        OperationText text =
                new OperationText(values.get(0), values.get(1), values.get(2), values.get(3), values.get(4));
        TicketOperationRules.admit(text, NOWHERE).stream()
                .filter(violation -> !members.isFaulty(violation.path()))
                .forEach(report);
        if (faults == faultsBefore) {
            operations.add(text);
        }
    }

    private void requireEnd(JsonParser parser, String path, int line) throws IOException {
        if (parser.nextToken() != null) {
            report(new Violation(
                    SHAPE,
                    "MALFORMED_JSON",
                    path,
                    "there is more after the end of the JSON at line "
                            + (line + parser.currentTokenLocation().getLineNr() - 1) + ", column "
                            + parser.currentTokenLocation().getColumnNr() + "; expected nothing"));
        }
    }

    private void report(Violation violation) {
        faults++;
        if (violations.size() < Problem.MOST_NAMED) {
            violations.add(violation);
        }
    }

    /** The path of the operation that is being read. */
    private String path() {
        return ALL + "[" + (rows - 1) + "]";
    }

    private int afterByteOrderMark() {
        boolean marked =
                body.length >= 3 && (body[0] & 0xFF) == 0xEF && (body[1] & 0xFF) == 0xBB && (body[2] & 0xFF) == 0xBF;
        return marked ? 3 : 0;
    }

    private int endOfLine(int from) {
        int end = from;
        while (end < body.length && body[end] != '\n') {
            end++;
        }
        return end;
    }

    private boolean isBlank(int from, int end) {
        for (int at = from; at < end; at++) {
            if (body[at] != ' ' && body[at] != '\t' && body[at] != '\r') {
                return false;
            }
        }
        return true;
    }
}
