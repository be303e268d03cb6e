package dev.usher.benchmarks;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/** One client of {@link Load}: a connection, a request, and an answer on its way. */
final class LoadClient implements AutoCloseable {
    private static final byte[] OK = "HTTP/1.1 200".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] LENGTH = "\r\ncontent-length: ".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] END = "\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final int LONGEST_ANSWER = 1 << 14;

    private final SocketChannel channel;
    private final LoadRequest request;
    private final ByteBuffer answer = ByteBuffer.allocateDirect(LONGEST_ANSWER);
    private long since;
    private long errors;

    LoadClient(InetSocketAddress server, Selector selector, LoadRequest request) throws IOException {
        this.request = request;
        channel = SocketChannel.open(server);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.configureBlocking(false);
        channel.register(selector, SelectionKey.OP_READ, this);
    }

    /** Asks the next question, which was due at the given time. */
    void ask(long due) throws IOException {
        since = due;
        ByteBuffer bytes = request.next();
        channel.write(bytes);
        if (bytes.hasRemaining()) {
            throw new IOException("a request does not fit the socket's buffer");
        }
    }

    /** When the question was due that is being answered. */
    long since() {
        return since;
    }

    /** Reads what has come; true when the answer is complete. */
    boolean hear() throws IOException {
        if (channel.read(answer) < 0) {
            throw new IOException("the server has closed the connection");
        }
        int head = indexOf(END, 0);
        if (head < 0 || answer.position() < head + END.length + bodyLength(head)) {
            return false;
        }
        if (!isAt(OK, 0)) {
            errors++;
        }
        answer.clear();
        return true;
    }

    long errors() {
        return errors;
    }

    void forgetErrors() {
        errors = 0;
    }

    private int bodyLength(int headEnd) throws IOException {
        int at = indexOf(LENGTH, OK.length);
        if (at < 0 || at > headEnd) {
            throw new IOException("an answer does not say how long it is");
        }
        int length = 0;
        for (int digit = at + LENGTH.length; digit < headEnd && answer.get(digit) != '\r'; digit++) {
            length = length * 10 + answer.get(digit) - '0';
        }
        return length;
    }

    private int indexOf(byte[] text, int from) {
        for (int at = from; at + text.length <= answer.position(); at++) {
            if (isAt(text, at)) {
                return at;
            }
        }
        return -1;
    }

    /** True when the text stands there, letters in either case. */
    private boolean isAt(byte[] text, int from) {
        for (int at = 0; at < text.length; at++) {
            byte there = answer.get(from + at);
            boolean same = there == text[at] || (there >= 'A' && there <= 'Z' && there + ('a' - 'A') == text[at]);
            if (!same) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
