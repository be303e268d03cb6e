package dev.usher.core.adapter;

import dev.usher.core.statistics.OperationIntake;
import java.util.List;

/**
 * What an import did.
 *
 * @param read rows read, good and bad
 * @param refused rows that broke a rule
 * @param totals what became of the others
 * @param faults what stopped a source from being read to its end
 */
public record ImportReport(long read, long refused, OperationIntake.Totals totals, List<Fault> faults) {

    public ImportReport {
        faults = List.copyOf(faults);
    }

    /**
     * Why a source was not read to its end.
     *
     * @param source what was read, as it was named
     * @param code such as {@code NOT_FOUND}, {@code NOT_GZIP}, {@code NOT_CSV}, {@code INVALID_ENCODING}
     * @param message what was wrong and where, and what would be right
     */
    public record Fault(String source, String code, String message) {}
}
