package dev.usher.adapters.imports;

import dev.usher.core.adapter.ImportReport.Fault;
import java.io.IOException;
import java.io.InputStream;

/**
 * One file, or standard input.
 *
 * @param name as it was named, or as it was found in a folder that was named
 * @param sizeBytes its size as it lies there, compressed or not; -1 when unknown
 * @param opener opens it for reading from its beginning; the reader closes it
 */
record Source(String name, long sizeBytes, Opener opener) {

    @FunctionalInterface
    interface Opener {
        InputStream open() throws IOException;
    }

    InputStream open() throws IOException {
        return opener.open();
    }

    static Fault unreadable(String name, Exception reason) {
        return new Fault(
                name,
                "UNREADABLE",
                "'" + name + "' cannot be read: " + reason.getClass().getSimpleName() + " " + reason.getMessage()
                        + "; expected a file that this user may read");
    }
}
