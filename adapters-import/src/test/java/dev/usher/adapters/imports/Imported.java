package dev.usher.adapters.imports;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.usher.core.adapter.ImportProgress;
import dev.usher.core.adapter.ImportReport;
import dev.usher.core.adapter.ImportRequest;
import dev.usher.core.adapter.ImportRequest.Format;
import dev.usher.core.statistics.TicketOperation;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** One run of the import job, with what came of it. */
record Imported(ImportReport report, CollectingIntake intake) {
    static final String HEADER = "event_id,ticket_id,operation,occurred_at,device_id\n";

    static Imported csv(String text) {
        return bytes(text.getBytes(UTF_8), Optional.of(Format.CSV));
    }

    static Imported ndjson(String text) {
        return bytes(text.getBytes(UTF_8), Optional.of(Format.NDJSON));
    }

    static Imported json(String text) {
        return bytes(text.getBytes(UTF_8), Optional.of(Format.JSON));
    }

    static Imported bytes(byte[] content) {
        return bytes(content, Optional.empty());
    }

    static Imported bytes(byte[] content, Optional<Format> format) {
        return stream(new ByteArrayInputStream(content), format, Optional.empty());
    }

    static Imported bytes(byte[] content, Charset encoding) {
        return stream(new ByteArrayInputStream(content), Optional.empty(), Optional.of(encoding));
    }

    static Imported stream(InputStream content, Optional<Format> format, Optional<Charset> encoding) {
        return run(new ImportRequest(List.of("-"), content, format, encoding, Optional.empty()));
    }

    static Imported files(Optional<Path> rejects, Path... files) {
        List<String> names = Arrays.stream(files).map(Path::toString).toList();
        return run(
                new ImportRequest(names, InputStream.nullInputStream(), Optional.empty(), Optional.empty(), rejects));
    }

    static Imported run(ImportRequest request) {
        CollectingIntake intake = new CollectingIntake();
        return new Imported(new ImportJob().run(request, intake, ImportProgress.SILENT), intake);
    }

    /** A good row of that ticket. */
    static String row(String ticket) {
        return "e," + ticket + ",issued,2025-05-21T06:00:00Z,\n";
    }

    /** The same as a JSON object. */
    static String object(String ticket) {
        return "{\"event_id\":\"e\",\"ticket_id\":\"" + ticket
                + "\",\"operation\":\"issued\",\"occurred_at\":\"2025-05-21T06:00:00Z\"}";
    }

    List<String> tickets() {
        return intake.tickets();
    }

    List<TicketOperation> operations() {
        return intake.taken;
    }

    List<String> codes() {
        return report.faults().stream().map(ImportReport.Fault::code).toList();
    }

    String message() {
        return report.faults().get(0).message();
    }
}
