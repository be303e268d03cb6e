package dev.usher.adapters.imports;

import dev.usher.core.adapter.ImportProgress;
import dev.usher.core.rule.Violation;
import dev.usher.core.statistics.OperationIntake;
import dev.usher.core.statistics.OperationText;
import dev.usher.core.statistics.TicketOperationRules;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** Takes every row that was read: the good ones go to the intake, the others to the rejects file with all their faults. */
final class RowJudge {
    private static final int ROWS_BETWEEN_REPORTS = 1 << 16;

    private final OperationIntake intake;
    private final ImportProgress progress;
    private RejectsFile rejects = RejectsFile.nowhere();
    private Source source = new Source("", -1, InputStream::nullInputStream);
    private CountedBytes bytes = new CountedBytes(InputStream.nullInputStream());
    private long read;
    private long refused;

    RowJudge(OperationIntake intake, ImportProgress progress) {
        this.intake = intake;
        this.progress = progress;
    }

    void writeRejectsTo(RejectsFile file) {
        rejects = file;
    }

    /** Rows read so far, good and bad, over all sources. */
    long read() {
        return read;
    }

    /** Rows refused so far, over all sources. */
    long refused() {
        return refused;
    }

    /** What comes next is from this source. */
    void begin(Source next, CountedBytes nextBytes) {
        source = next;
        bytes = nextBytes;
    }

    /** The source has given all it has. */
    void end() {
        report();
    }

    /** A row whose form is good. */
    void take(long line, OperationText row) {
        take(line, row.event(), row.ticket(), row.operation(), row.occurredAt(), row.device());
    }

    /** A row whose form is good; its values need to hold only during the call. */
    void take(
            long line,
            CharSequence event,
            CharSequence ticket,
            CharSequence operation,
            CharSequence occurredAt,
            CharSequence device) {
        List<Violation> violations = TicketOperationRules.admit(event, ticket, operation, occurredAt, device, intake);
        if (!violations.isEmpty()) {
            OperationText row = new OperationText(
                    event.toString(),
                    ticket.toString(),
                    operation.toString(),
                    occurredAt.toString(),
                    device.toString());
            refuse(line, faults(row, violations));
        }
        count();
    }

    /** A row of which some members could not even be read as text; the others are judged all the same. */
    void takeMalformed(long line, OperationText row, List<RowFault> malformed) {
        List<RowFault> faults = new ArrayList<>(malformed);
        for (RowFault fault : faults(row, TicketOperationRules.BOOK.violations(row))) {
            if (malformed.stream().noneMatch(known -> known.column().equals(fault.column()))) {
                faults.add(fault);
            }
        }
        refuse(line, faults);
        count();
    }

    /** A row that cannot be taken apart. */
    void takeUnreadable(long line, RowFault fault) {
        refuse(line, List.of(fault));
        count();
    }

    private void count() {
        read++;
        if (read % ROWS_BETWEEN_REPORTS == 0) {
            report();
        }
    }

    private void report() {
        progress.at(source.name(), bytes.count(), source.sizeBytes(), read, intake.durable());
    }

    private void refuse(long line, List<RowFault> faults) {
        refused++;
        for (RowFault fault : faults) {
            rejects.write(source.name(), line, fault);
        }
    }

    private static List<RowFault> faults(OperationText row, List<Violation> violations) {
        return violations.stream()
                .map(violation -> new RowFault(
                        violation.path(), value(row, violation.path()), violation.code(), violation.message()))
                .toList();
    }

    private static String value(OperationText row, String path) {
        int member = OperationText.MEMBERS.indexOf(path);
        return member < 0 ? "" : row.values().get(member);
    }
}
