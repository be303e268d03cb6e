package dev.usher.adapters.imports;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/**
 * The bytes of a text, as many of them at a time as a buffer holds.
 *
 * <p>What could not be read from the file is said only when everything before it was taken.
 */
final class ByteWindow {
    private static final int SIZE = 1 << 16;

    /** Encodings in which the bytes 0 to 127 stand for ASCII characters wherever they are. */
    private static final Set<Charset> LIKE_ASCII =
            Set.of(StandardCharsets.UTF_8, StandardCharsets.US_ASCII, StandardCharsets.ISO_8859_1);

    private final InputStream source;
    private final Charset charset;
    private final ByteBuffer buffer;
    private long offset;
    private boolean isEnded;
    private Optional<IOException> failure = Optional.empty();

    private ByteWindow(InputStream source, byte[] bytes, int length, Encoding encoding) {
        this.source = source;
        charset = encoding.charset();
        buffer = ByteBuffer.wrap(bytes, encoding.markLength(), length - encoding.markLength());
        isEnded = length < Encoding.BYTES_LOOKED_AT;
    }

    /**
     * The first bytes, without a byte order mark.
     *
     * @param said the encoding; recognised from the first bytes when empty
     */
    static ByteWindow of(InputStream source, Optional<Charset> said) throws IOException {
        byte[] bytes = new byte[SIZE];
        int length = source.readNBytes(bytes, 0, Encoding.BYTES_LOOKED_AT);
        return new ByteWindow(source, bytes, length, Encoding.of(bytes, length, said));
    }

    Charset charset() {
        return charset;
    }

    /** True when a byte from 0 to 127 is always that ASCII character. */
    boolean isLikeAscii() {
        return LIKE_ASCII.contains(charset);
    }

    /** What is in the window and not taken yet stands from its position to its limit; taking is moving the position. */
    ByteBuffer buffer() {
        return buffer;
    }

    /** Where in the file the next byte to take stands, from 0. */
    long offset() {
        return offset + buffer.position();
    }

    /** True when the file has no more bytes than those in the window. */
    boolean isEnded() {
        return isEnded;
    }

    /** Why there are no more bytes, when the file could not be read further. */
    Optional<IOException> failure() {
        return failure;
    }

    /** Gets more bytes behind those not taken, which move to the front; false when none came. */
    boolean fetch() {
        if (isEnded || failure.isPresent() || buffer.remaining() == buffer.capacity()) {
            return false;
        }
        offset += buffer.position();
        buffer.compact();
        int taken = 0;
        try {
            taken = source.read(buffer.array(), buffer.position(), buffer.remaining());
            isEnded = taken < 0;
        } catch (IOException broken) {
            failure = Optional.of(broken);
        }
        buffer.position(buffer.position() + Math.max(taken, 0));
        buffer.flip();
        return taken > 0;
    }

    /** The text of some bytes of the window; empty when they are none in this encoding. */
    Optional<String> text(int from, int to) {
        try {
            CharBuffer text = charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(buffer.array(), from, to - from));
            return Optional.of(text.toString());
        } catch (CharacterCodingException noText) {
            return Optional.empty();
        }
    }

    void close() throws IOException {
        source.close();
    }
}
