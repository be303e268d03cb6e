package dev.usher.core.adapter;

import dev.usher.core.statistics.OperationIntake;

/** Reads ticket operations from files, judges every row, and hands the good ones on in batches. */
public interface OperationImporter {

    /**
     * Imports the sources in order.
     *
     * <p>A bad row never stops a file. A file that cannot be read at all, or breaks off further on, is a fault in the
     * report; the files after it are still read.
     *
     * @param intake where admitted rows go; finished by this call
     * @param progress told now and then from the calling thread
     */
    ImportReport run(ImportRequest request, OperationIntake intake, ImportProgress progress);
}
