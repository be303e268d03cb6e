package dev.usher.adapters.imports;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts the bytes taken from a file, so that people can be told how far the import is. */
final class CountedBytes extends FilterInputStream {
    private long count;

    CountedBytes(InputStream bytes) {
        super(bytes);
    }

    /** Bytes taken so far. */
    long count() {
        return count;
    }

    @Override
    public int read() throws IOException {
        int one = super.read();
        count += one < 0 ? 0 : 1;
        return one;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int taken = super.read(target, offset, length);
        count += Math.max(taken, 0);
        return taken;
    }

    @Override
    public long skip(long most) throws IOException {
        long skipped = super.skip(most);
        count += skipped;
        return skipped;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
