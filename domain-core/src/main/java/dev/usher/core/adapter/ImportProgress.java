package dev.usher.core.adapter;

/** Hears how far an import is. */
@FunctionalInterface
public interface ImportProgress {

    /**
     * Called now and then, and once at the end of each source.
     *
     * @param source what is being read, as it was named
     * @param bytesRead bytes of it read so far, compressed ones where it is compressed
     * @param bytesInAll its size in bytes; -1 when unknown, as for standard input
     * @param rowsRead rows read so far, over all sources
     * @param rowsDurable rows that are durable so far, over all sources
     */
    void at(String source, long bytesRead, long bytesInAll, long rowsRead, long rowsDurable);

    /** Listens to nothing. */
    ImportProgress SILENT = (source, bytesRead, bytesInAll, rowsRead, rowsDurable) -> {};
}
