package dev.usher.adapters.imports;

import dev.usher.core.statistics.OperationText;
import dev.usher.core.statistics.TicketOperation;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/** One of the ways in which programs write CSV. */
record Dialect(
        char delimiter, String lineEnd, Charset charset, boolean mark, boolean quoteAll, boolean endLast, int turned) {

    byte[] write(List<TicketOperation> operations) {
        List<String> lines = new ArrayList<>();
        lines.add(line(OperationText.MEMBERS));
        for (TicketOperation operation : operations) {
            OperationText text = operation.text();
            lines.add(line(List.of(text.event(), text.ticket(), text.operation(), text.occurredAt(), text.device())));
        }
        String text = (mark ? "\uFEFF" : "") + String.join(lineEnd, lines) + (endLast ? lineEnd : "");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(text.getBytes(charset));
        return bytes.toByteArray();
    }

    private String line(List<String> values) {
        List<String> moved = new ArrayList<>(values);
        Collections.rotate(moved, turned);
        return moved.stream().map(this::field).collect(Collectors.joining(String.valueOf(delimiter)));
    }

    private String field(String value) {
        boolean special = value.indexOf(delimiter) >= 0
                || value.indexOf('"') >= 0
                || value.indexOf('\n') >= 0
                || value.indexOf('\r') >= 0;
        return quoteAll || special ? '"' + value.replace("\"", "\"\"") + '"' : value;
    }
}
