package dev.usher.adapters.imports;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * The content of a gzip file, member after member, as when several gzip files were put into one.
 *
 * <p>Every member's checksum and length are verified. Where the file is broken it says at which byte, after it has given
 * everything that stands before that place; the JDK's own stream says no place, and ends without a word when a later
 * member is damaged.
 */
final class GzipMembers extends InputStream {
    private static final int MAGIC_FIRST = 0x1f;
    private static final int MAGIC_SECOND = 0x8b;
    private static final int DEFLATED = 8;
    private static final int HAS_HEADER_CHECKSUM = 2;
    private static final int HAS_EXTRA = 4;
    private static final int HAS_NAME = 8;
    private static final int HAS_COMMENT = 16;

    private final InputStream packed;
    private final byte[] buffer = new byte[1 << 16];
    private final Inflater inflater = new Inflater(true);
    private final CRC32 checksum = new CRC32();
    private int at;
    private int end;
    private long offset;
    private boolean isInMember;

    private GzipMembers(InputStream packed) {
        this.packed = packed;
    }

    /**
     * The bytes as they are, or unpacked when they are gzip.
     *
     * @throws BrokenSource with {@code NOT_GZIP} when only the name says that they are
     */
    static InputStream unpacked(String name, InputStream bytes) throws IOException {
        BufferedInputStream peeked = new BufferedInputStream(bytes, 2);
        peeked.mark(2);
        int first = peeked.read();
        int second = peeked.read();
        peeked.reset();
        if (first == MAGIC_FIRST && second == MAGIC_SECOND) {
            return new GzipMembers(peeked);
        }
        if (name.toLowerCase(Locale.ROOT).endsWith(".gz")) {
            throw new BrokenSource(
                    "NOT_GZIP",
                    "the name ends in .gz, but the file "
                            + (first < 0 ? "is empty" : "begins with " + hex(first, second))
                            + "; a gzip file begins with the bytes 1F 8B");
        }
        return peeked;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int from, int length) throws IOException {
        while (length > 0) {
            if (!isInMember && !beginMember()) {
                return -1;
            }
            int inflated = inflate(target, from, length);
            if (inflated > 0) {
                checksum.update(target, from, inflated);
                return inflated;
            }
            if (inflater.finished()) {
                endMember();
            } else if (inflater.needsDictionary()) {
                throw broken("the data asks for a dictionary, which gzip does not have");
            } else if (inflater.needsInput()) {
                feed();
            }
        }
        return 0;
    }

    @Override
    public void close() throws IOException {
        inflater.end();
        packed.close();
    }

    private int inflate(byte[] target, int from, int length) throws IOException {
        long before = inflater.getBytesWritten();
        try {
            int inflated = inflater.inflate(target, from, length);
            at = end - inflater.getRemaining();
            return inflated;
        } catch (DataFormatException damaged) {
            int inflated = (int) (inflater.getBytesWritten() - before);
            if (inflated > 0) {
                return inflated;
            }
            at = end - inflater.getRemaining();
            throw broken("the compressed data is damaged (" + damaged.getMessage() + ")");
        }
    }

    private void feed() throws IOException {
        at = end;
        if (!fill()) {
            throw broken("the file ends in the middle of the compressed data");
        }
        inflater.setInput(buffer, at, end - at);
    }

    private boolean beginMember() throws IOException {
        int first = next();
        while (first == 0 && offset + at > 1) {
            first = next();
        }
        if (first < 0) {
            return false;
        }
        long place = offset + at - 1;
        int second = next();
        if (first != MAGIC_FIRST || second != MAGIC_SECOND) {
            throw broken(place, "another gzip member should begin with 1F 8B, but here stands " + hex(first, second));
        }
        int method = required();
        if (method != DEFLATED) {
            throw broken("compression method " + method + " is unknown; expected 8");
        }
        int flags = required();
        skip(6);
        if ((flags & HAS_EXTRA) != 0) {
            skip(required() | required() << 8);
        }
        skipText((flags & HAS_NAME) != 0);
        skipText((flags & HAS_COMMENT) != 0);
        skip((flags & HAS_HEADER_CHECKSUM) != 0 ? 2 : 0);
        inflater.reset();
        inflater.setInput(buffer, at, end - at);
        checksum.reset();
        isInMember = true;
        return true;
    }

    private void endMember() throws IOException {
        at = end - inflater.getRemaining();
        long expectedChecksum = number();
        long expectedLength = number();
        if (expectedChecksum != checksum.getValue()) {
            throw broken("the checksum of the member that ends here does not match its content");
        }
        if (expectedLength != (inflater.getBytesWritten() & 0xffff_ffffL)) {
            throw broken("the length of the member that ends here does not match its content");
        }
        isInMember = false;
    }

    private long number() throws IOException {
        long low = required() | required() << 8;
        long high = required() | required() << 8;
        return low | high << 16;
    }

    private void skip(int count) throws IOException {
        for (int skipped = 0; skipped < count; skipped++) {
            required();
        }
    }

    private void skipText(boolean isThere) throws IOException {
        int character = isThere ? required() : 0;
        while (character != 0) {
            character = required();
        }
    }

    private int required() throws IOException {
        int one = next();
        if (one < 0) {
            throw broken("the file ends in the middle of a gzip member");
        }
        return one;
    }

    private int next() throws IOException {
        if (at == end && !fill()) {
            return -1;
        }
        return buffer[at++] & 0xff;
    }

    private boolean fill() throws IOException {
        offset += end;
        at = 0;
        end = Math.max(packed.read(buffer), 0);
        return end > 0;
    }

    private BrokenSource broken(String why) {
        return broken(offset + at, why);
    }

    private static BrokenSource broken(long place, String why) {
        return new BrokenSource(
                "BROKEN_GZIP",
                "the gzip file is broken at byte " + place + ": " + why
                        + "; what stood before it was read, compress the file anew and import it again");
    }

    private static String hex(int first, int second) {
        return second < 0 ? String.format("%02X", first) : String.format("%02X %02X", first, second);
    }
}
