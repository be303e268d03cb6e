package dev.usher.adapters.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.util.Optional;

/**
 * The text of a file, which never puts a substitute for what it cannot read: at the first bytes that are not text in the
 * file's encoding it stops and says which they are and where, after it has given everything that stands before them.
 */
final class DecodedText extends Reader {
    private static final int BYTES = 1 << 16;
    private static final int CHARACTERS = 1 << 16;

    private final InputStream bytes;
    private final CharsetDecoder decoder;
    private final byte[] buffer;
    private final ByteBuffer encoded;
    private final CharBuffer decoded = CharBuffer.allocate(CHARACTERS).limit(0);
    private long offset;
    private boolean bytesEnded;
    private boolean ended;
    private Optional<IOException> failure = Optional.empty();

    private DecodedText(InputStream bytes, byte[] buffer, int length, Encoding encoding) {
        this.bytes = bytes;
        this.buffer = buffer;
        this.encoded = ByteBuffer.wrap(buffer, encoding.markLength(), length - encoding.markLength());
        this.bytesEnded = length < Encoding.BYTES_LOOKED_AT;
        this.decoder = encoding.charset()
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    /**
     * The text that the bytes are.
     *
     * @param said the encoding; recognised from the first bytes when empty
     */
    static DecodedText of(InputStream bytes, Optional<Charset> said) throws IOException {
        byte[] buffer = new byte[BYTES];
        int length = bytes.readNBytes(buffer, 0, Encoding.BYTES_LOOKED_AT);
        return new DecodedText(bytes, buffer, length, Encoding.of(buffer, length, said));
    }

    /**
     * The beginning of what is still to be read, without reading it: so many characters, or all there are.
     *
     * @throws IOException when the text breaks off before its first line ends
     */
    String head(int most) throws IOException {
        while (decoded.remaining() < most && failure.isEmpty() && !ended) {
            decodeMore();
        }
        String head = decoded.slice(decoded.position(), Math.min(most, decoded.remaining()))
                .toString();
        if (failure.isPresent() && head.indexOf('\n') < 0 && head.indexOf('\r') < 0) {
            throw failure.get();
        }
        return head;
    }

    @Override
    public int read(char[] target, int from, int length) throws IOException {
        if (!hasMore()) {
            return -1;
        }
        int taken = Math.min(length, decoded.remaining());
        decoded.get(target, from, taken);
        return taken;
    }

    /** Reads as {@link #read(char[], int, int)} does, but no further than the end of the line, which is read with it. */
    int readInLine(char[] target, int from, int length) throws IOException {
        if (!hasMore()) {
            return -1;
        }
        char[] characters = decoded.array();
        int start = decoded.position();
        int limit = start + Math.min(length, decoded.remaining());
        int at = start;
        while (at < limit && !isLineEnd(characters[at])) {
            at++;
        }
        int taken = Math.min(at + 1, limit) - start;
        decoded.get(target, from, taken);
        return taken;
    }

    /** True when everything was read that there is. */
    boolean isAtEnd() {
        return ended && !decoded.hasRemaining();
    }

    static boolean isLineEnd(char character) {
        return character <= '\r' && (character == '\n' || character == '\r');
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }

    private boolean hasMore() throws IOException {
        while (!decoded.hasRemaining()) {
            if (failure.isPresent()) {
                throw failure.get();
            }
            if (ended) {
                return false;
            }
            decodeMore();
        }
        return true;
    }

    private void decodeMore() {
        decoded.compact();
        CoderResult result = decoder.decode(encoded, decoded, bytesEnded);
        if (result.isUnderflow() && bytesEnded) {
            decoder.flush(decoded);
            ended = true;
        }
        decoded.flip();
        if (result.isError()) {
            failure = Optional.of(invalid(result.length()));
        } else if (result.isUnderflow() && !bytesEnded) {
            fetch();
        }
    }

    private void fetch() {
        offset += encoded.position();
        encoded.compact();
        try {
            int taken = bytes.read(buffer, encoded.position(), encoded.remaining());
            bytesEnded = taken < 0;
            encoded.position(encoded.position() + Math.max(taken, 0));
        } catch (IOException broken) {
            failure = Optional.of(broken);
        }
        encoded.flip();
    }

    private BrokenSource invalid(int length) {
        StringBuilder hex = new StringBuilder();
        for (int at = 0; at < length; at++) {
            hex.append(String.format(" %02X", encoded.get(encoded.position() + at)));
        }
        String name = decoder.charset().name();
        return new BrokenSource(
                "INVALID_ENCODING",
                "at byte " + (offset + encoded.position()) + " stands" + hex + ", which is not " + name
                        + "; save the file as UTF-8, or name its encoding");
    }
}
