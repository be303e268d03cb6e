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
    private static final int CHARACTERS = 1 << 16;

    private final ByteWindow bytes;
    private final CharsetDecoder decoder;
    private final CharBuffer decoded = CharBuffer.allocate(CHARACTERS).limit(0);
    private boolean isTouched;
    private int undecodedFrom;
    private boolean ended;
    private Optional<IOException> failure = Optional.empty();

    private DecodedText(ByteWindow bytes) {
        this.bytes = bytes;
        this.undecodedFrom = bytes.buffer().position();
        this.decoder = bytes.charset()
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
        return new DecodedText(ByteWindow.of(bytes, said));
    }

    /**
     * The beginning of what is still to be read, without reading it: so many characters, or all there are.
     *
     * @throws IOException when the text breaks off before its first line ends
     */
    String head(int most) throws IOException {
        fetchBeforeDecoding(most);
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

    /**
     * Its bytes from the beginning, for a reader that takes what it can and leaves the rest to be read here; empty when
     * text was read already, when its beginning cannot be had again, or when ASCII is not written as ASCII.
     */
    Optional<ByteWindow> undecoded() {
        ByteBuffer buffer = bytes.buffer();
        if (isTouched || undecodedFrom < 0 || failure.isPresent() || !bytes.isLikeAscii()) {
            return Optional.empty();
        }
        buffer.position(undecodedFrom);
        decoded.limit(decoded.position());
        decoder.reset();
        ended = false;
        isTouched = true;
        return Optional.of(bytes);
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
        isTouched = true;
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

    /** So that the bytes of the first characters are all in the window. */
    private void fetchBeforeDecoding(int most) {
        boolean isMissing = !isTouched && !decoded.hasRemaining();
        while (isMissing && bytes.buffer().remaining() < most && bytes.fetch()) {
            undecodedFrom = bytes.buffer().position();
        }
    }

    private void decodeMore() {
        decoded.compact();
        int before = decoded.position();
        CoderResult result = decoder.decode(bytes.buffer(), decoded, bytes.isEnded());
        boolean isHungry = result.isUnderflow() && !bytes.isEnded() && decoded.position() == before;
        if (result.isUnderflow() && bytes.isEnded()) {
            decoder.flush(decoded);
            ended = true;
        }
        decoded.flip();
        if (result.isError()) {
            failure = Optional.of(invalid(result.length()));
        } else if (isHungry) {
            undecodedFrom = -1;
            bytes.fetch();
            failure = bytes.failure();
        }
    }

    private BrokenSource invalid(int length) {
        StringBuilder hex = new StringBuilder();
        ByteBuffer buffer = bytes.buffer();
        for (int at = 0; at < length; at++) {
            hex.append(String.format(" %02X", buffer.get(buffer.position() + at)));
        }
        String name = decoder.charset().name();
        return new BrokenSource(
                "INVALID_ENCODING",
                "at byte " + bytes.offset() + " stands" + hex + ", which is not " + name
                        + "; save the file as UTF-8, or name its encoding");
    }
}
