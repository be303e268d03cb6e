package dev.usher.adapters.imports;

import dev.usher.core.adapter.ImportProgress;
import dev.usher.core.adapter.ImportReport;
import dev.usher.core.adapter.ImportReport.Fault;
import dev.usher.core.adapter.ImportRequest;
import dev.usher.core.adapter.OperationImporter;
import dev.usher.core.statistics.OperationIntake;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads one source after the other, judges every row, and tells what became of them.
 *
 * <p>What one source cannot give never keeps the next from being read; only a rejects file that cannot be written ends
 * the job, because refused rows would be lost. Memory does not grow with the sources.
 */
final class ImportJob implements OperationImporter {

    @Override
    public ImportReport run(ImportRequest request, OperationIntake intake, ImportProgress progress) {
        Sources sources = Sources.of(request);
        List<Fault> faults = new ArrayList<>(sources.faults());
        RowJudge judge = new RowJudge(intake, progress);
        try (RejectsFile rejects = RejectsFile.open(request.rejects(), sources)) {
            judge.writeRejectsTo(rejects);
            for (Source source : sources.found()) {
                read(source, request, judge, faults);
            }
        } catch (RejectsUnwritable unwritable) {
            faults.add(unwritable.fault());
        }
        return new ImportReport(judge.read(), judge.refused(), intake.finish(), faults);
    }

    private static void read(Source source, ImportRequest request, RowJudge judge, List<Fault> faults) {
        try (InputStream opened = source.open()) {
            CountedBytes bytes = new CountedBytes(opened);
            judge.begin(source, bytes);
            try {
                InputStream unpacked = GzipMembers.unpacked(source.name(), bytes);
                DecodedText text = DecodedText.of(unpacked, request.encoding());
                RowReader reader = RowReader.of(request.format(), source.name(), text);
                reader.read(text, judge);
            } finally {
                judge.end();
            }
        } catch (BrokenSource broken) {
            faults.add(new Fault(source.name(), broken.code(), broken.message()));
        } catch (IOException unreadable) {
            faults.add(Source.unreadable(source.name(), unreadable));
        }
    }
}
