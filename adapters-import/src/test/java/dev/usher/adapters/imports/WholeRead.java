package dev.usher.adapters.imports;

import dev.usher.core.adapter.ImportReport;
import dev.usher.core.adapter.ImportRequest;
import dev.usher.core.adapter.ImportRequest.Format;
import dev.usher.core.statistics.TicketOperation;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** All that an import makes of a file, to be compared with what another way of reading makes of it. */
record WholeRead(
        List<TicketOperation> operations, long rows, long refused, List<ImportReport.Fault> faults, String rejects) {

    static WholeRead of(byte[] bytes, Format format, Charset encoding) throws IOException {
        Path rejects = Files.createTempFile("rejects", ".csv");
        try {
            Imported imported = Imported.run(new ImportRequest(
                    List.of("-"),
                    new ByteArrayInputStream(bytes),
                    Optional.of(format),
                    Optional.of(encoding),
                    Optional.of(rejects)));
            ImportReport report = imported.report();
            return new WholeRead(
                    imported.operations(), report.read(), report.refused(), report.faults(), Files.readString(rejects));
        } finally {
            Files.delete(rejects);
        }
    }
}
