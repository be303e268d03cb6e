package dev.usher.adapters.imports;

import dev.usher.core.adapter.ImportReport.Fault;
import java.nio.file.Path;

/** The rejects file cannot be written, so no row may be refused; the job ends here. */
final class RejectsUnwritable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Fault fault;

    RejectsUnwritable(Path file, String why) {
        super(why);
        String message =
                "the rejects file '" + file + "' " + why + "; expected a place where a new file can be written";
        fault = new Fault(file.toString(), "REJECTS_UNWRITABLE", message);
    }

    Fault fault() {
        return fault;
    }
}
