package dev.usher.app;

import dev.usher.core.adapter.ImportProgress;

/** Shows how far an import is, until it is closed. */
interface ImportDisplay extends ImportProgress, AutoCloseable {

    /** A progress bar on a terminal, a plain line every few seconds elsewhere; on standard error either way. */
    static ImportDisplay of(Surroundings surroundings) {
        return surroundings.terminal()
                ? new ProgressBarDisplay(surroundings.err())
                : new ProgressLines(surroundings.err(), System::nanoTime);
    }

    @Override
    void close();
}
