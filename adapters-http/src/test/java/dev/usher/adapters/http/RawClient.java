package dev.usher.adapters.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A connection on which every byte can be chosen, for what no decent client sends. */
public final class RawClient implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 20_000;

    private final Socket socket;

    public RawClient(URI address) throws IOException {
        socket = new Socket(address.getHost(), address.getPort());
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.setTcpNoDelay(true);
    }

    public RawClient say(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
        return this;
    }

    /** True when something has come that was not heard yet. */
    boolean isSpokenTo() throws IOException {
        return socket.getInputStream().available() > 0;
    }

    /** All that comes until the service closes the connection. */
    public String hearAll() throws IOException {
        ByteArrayOutputStream heard = new ByteArrayOutputStream();
        try {
            socket.getInputStream().transferTo(heard);
        } catch (SocketException reset) {
            return heard.toString(StandardCharsets.UTF_8);
        }
        return heard.toString(StandardCharsets.UTF_8);
    }

    /** One answer with a Content-Length. */
    String hearOne() throws IOException {
        StringBuilder heard = new StringBuilder();
        InputStream in = socket.getInputStream();
        while (heard.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                return heard.toString();
            }
            heard.append((char) next);
        }
        String length = heard.toString().replaceAll("(?is).*\r\ncontent-length: (\\d+)\r\n.*", "$1");
        int rest = length.matches("\\d+") ? Integer.parseInt(length) : 0;
        heard.append(new String(in.readNBytes(rest), StandardCharsets.UTF_8));
        return heard.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
