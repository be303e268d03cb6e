package dev.usher.adapters.http;

import io.netty.buffer.Unpooled;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.internal.buffer.BufferInternal;
import io.vertx.ext.web.RoutingContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPOutputStream;

/**
 * Sends what an endpoint has made: compressed where that pays, with the same headers for HEAD as for GET, and nothing at
 * all to a client that is gone. Only what says so may be kept by who asked.
 *
 * <p>No header is here already, so they are added; to set one would first look for it.
 */
public final class Answers {
    /** Shorter bodies fit one packet anyway. */
    private static final int LEAST_COMPRESSED_BYTES = 1_024;

    private static final int MOST_DISCARDED_BYTES = 1 << 20;
    private static final long LINGER_MILLIS = 2_000;

    private static final CharSequence JSON = HttpHeaders.createOptimized("application/json");
    private static final CharSequence GZIP = HttpHeaders.createOptimized("gzip");
    private static final CharSequence NO_STORE = HttpHeaders.createOptimized("no-store");
    private static final CharSequence REVALIDATED = HttpHeaders.createOptimized("private, no-cache");
    private static final CharSequence VARY_VALUE = HttpHeaders.createOptimized("Accept-Encoding");

    private Answers() {}

    /** Answers with JSON that nobody keeps. */
    public static void json(RoutingContext context, int status, byte[] body) {
        json(context, status, Prepared.of(context, body));
    }

    /** The same with a body that was prepared before, elsewhere. */
    public static void json(RoutingContext context, int status, Prepared prepared) {
        HttpServerResponse response = context.response();
        if (isGone(response)) {
            return;
        }
        response.setStatusCode(status);
        response.headers().add(HttpHeaders.CACHE_CONTROL, NO_STORE);
        send(context.request(), prepared.coded, prepared.coded != prepared.plain, JSON);
    }

    /** Answers with JSON that a client may keep and ask about again: 200 with a tag, or 304 when it has this body. */
    static void revalidated(RoutingContext context, byte[] body) {
        revalidated(context, body, EntityTag.of(body), Answers::gzip);
    }

    /** The same with a long body that was prepared before. */
    static void revalidated(RoutingContext context, Prepared prepared) {
        revalidated(context, prepared.plain, EntityTag.of(prepared.plain), plain -> prepared.coded);
    }

    /** The same with a body that has a tag already. */
    static void revalidated(RoutingContext context, byte[] body, EntityTag tag) {
        revalidated(context, body, tag, Answers::gzip);
    }

    /** A body as it is and as it will be sent to whoever asks, so that no event loop compresses what is long. */
    public static final class Prepared {
        private final byte[] plain;
        private final byte[] coded;

        private Prepared(byte[] plain, byte[] coded) {
            this.plain = plain;
            this.coded = coded;
        }

        /** The body, compressed where the request wants that. */
        public static Prepared of(RoutingContext context, byte[] body) {
            return new Prepared(body, isCoded(context.request(), body) ? gzip(body) : body);
        }
    }

    /** The same with a body that is sent again and again. */
    public static void json(RoutingContext context, int status, Kept kept) {
        json(context, status, kept.prepared(context));
    }

    /** A body that is sent again and again: compressed once, by the first who wants it so. */
    public static final class Kept {
        private final byte[] plain;
        private volatile byte[] coded = {};

        public Kept(byte[] plain) {
            this.plain = plain;
        }

        /** How long it is, in bytes, both forms together at the most. */
        public int bytes() {
            return 2 * plain.length;
        }

        private Prepared prepared(RoutingContext context) {
            return new Prepared(plain, isCoded(context.request(), plain) ? coded() : plain);
        }

        private byte[] coded() {
            if (coded.length == 0) {
                coded = gzip(plain);
            }
            return coded;
        }
    }

    private static void revalidated(
            RoutingContext context, byte[] body, EntityTag plainTag, UnaryOperator<byte[]> coding) {
        HttpServerRequest request = context.request();
        HttpServerResponse response = context.response();
        if (isGone(response)) {
            return;
        }
        boolean coded = isCoded(request, body);
        EntityTag tag = coded ? plainTag.coded("gzip") : plainTag;
        MultiMap headers = response.headers();
        headers.add(HttpHeaders.CACHE_CONTROL, REVALIDATED);
        String known = request.getHeader(HttpHeaders.IF_NONE_MATCH);
        if (known != null && (tag.isNamedIn(known) || plainTag.isNamedIn(known))) {
            EntityTag named = tag.isNamedIn(known) ? tag : plainTag;
            headers.add(HttpHeaders.ETAG, named.quoted()).add(HttpHeaders.VARY, VARY_VALUE);
            response.setStatusCode(304).end();
            return;
        }
        headers.add(HttpHeaders.ETAG, tag.quoted());
        send(request, coded ? coding.apply(body) : body, coded, JSON);
    }

    /** Answers without a body. */
    public static void empty(RoutingContext context, int status) {
        if (!isGone(context.response())) {
            context.response().headers().add(HttpHeaders.CACHE_CONTROL, NO_STORE);
            context.response().setStatusCode(status).end();
        }
    }

    /** Answers with a problem. What is still to come of the request's body is thrown away, within bounds. */
    public static void problem(RoutingContext context, Problem problem) {
        problem(context.request(), problem, ErrorForm.of(context));
    }

    /** The same for a request that never came to a route. */
    static void problem(HttpServerRequest request, Problem problem, ErrorForm form) {
        HttpServerResponse response = request.response();
        if (isGone(response)) {
            return;
        }
        problem.headers().forEach(response::putHeader);
        ErrorForm.Written written = form.write(problem);
        byte[] body = written.body();
        response.setStatusCode(written.status())
                .putHeader(HttpHeaders.CACHE_CONTROL, NO_STORE)
                .putHeader(HttpHeaders.CONTENT_TYPE, written.type())
                .putHeader(HttpHeaders.CONTENT_LENGTH, Integer.toString(body.length));
        boolean lingers = announcesBody(request) && !request.isEnded();
        if (lingers) {
            response.putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        }
        end(request, body);
        if (lingers) {
            linger(request);
        }
    }

    private static void send(HttpServerRequest request, byte[] body, boolean coded, CharSequence type) {
        MultiMap headers = request.response().headers();
        headers.add(HttpHeaders.CONTENT_TYPE, type)
                .add(HttpHeaders.VARY, VARY_VALUE)
                .add(HttpHeaders.CONTENT_LENGTH, Integer.toString(body.length));
        if (coded) {
            headers.add(HttpHeaders.CONTENT_ENCODING, GZIP);
        }
        end(request, body);
    }

    /** Sends the body's own bytes, which nobody may change from here on; Vert.x would copy them. */
    private static void end(HttpServerRequest request, byte[] body) {
        if (HttpMethod.HEAD.equals(request.method())) {
            request.response().end();
        } else {
            request.response().end(BufferInternal.buffer(Unpooled.wrappedBuffer(body)));
        }
    }

    /**
     * Reads on for a moment before closing: a client that is still sending would otherwise see its connection reset
     * before it has read why.
     */
    private static void linger(HttpServerRequest request) {
        Discarded discarded = new Discarded(request);
        request.handler(discarded::take);
        request.endHandler(end -> discarded.close());
        request.exceptionHandler(broken -> discarded.close());
        request.resume();
        Vertx.currentContext().owner().setTimer(LINGER_MILLIS, timer -> discarded.close());
    }

    /** What was thrown away of a body whose request is answered already. */
    private static final class Discarded {
        private final HttpServerRequest request;
        private long bytes;

        Discarded(HttpServerRequest request) {
            this.request = request;
        }

        void take(Buffer chunk) {
            bytes += chunk.length();
            if (bytes > MOST_DISCARDED_BYTES) {
                close();
            }
        }

        void close() {
            request.connection().close();
        }
    }

    private static boolean announcesBody(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return (length != null && !length.equals("0")) || request.headers().contains(HttpHeaders.TRANSFER_ENCODING);
    }

    private static boolean isGone(HttpServerResponse response) {
        return response.ended() || response.closed();
    }

    private static boolean isCoded(HttpServerRequest request, byte[] body) {
        if (body.length < LEAST_COMPRESSED_BYTES) {
            return false;
        }
        String acceptEncoding = request.getHeader(HttpHeaders.ACCEPT_ENCODING);
        return acceptEncoding != null && Preference.asksForGzip(acceptEncoding);
    }

    private static byte[] gzip(byte[] body) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(body.length / 4);
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(body);
        } catch (IOException neverInMemory) {
            throw new UncheckedIOException(neverInMemory);
        }
        return bytes.toByteArray();
    }
}
