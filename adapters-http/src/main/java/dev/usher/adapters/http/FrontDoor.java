package dev.usher.adapters.http;

import dev.usher.core.rule.Outcome;
import dev.usher.core.store.DamagedLog;
import dev.usher.core.store.StoreUnavailable;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What every request passes, whichever endpoint it is for: it gets an id, its answer gets the headers that keep it safe,
 * and whatever goes wrong becomes a problem that tells enough and not more.
 *
 * <p>The access log names the route's template, never the path, the query or a header, so no token and no ticket can
 * stand in it.
 */
final class FrontDoor {
    private static final Logger LOG = LoggerFactory.getLogger(FrontDoor.class);
    private static final Logger ACCESS = LoggerFactory.getLogger("dev.usher.access");

    private static final CharSequence REQUEST_ID = HttpHeaders.createOptimized("x-request-id");
    private static final CharSequence CONTENT_TYPE_OPTIONS = HttpHeaders.createOptimized("x-content-type-options");
    private static final CharSequence NOSNIFF = HttpHeaders.createOptimized("nosniff");
    private static final int LONGEST_REQUEST_ID = 128;

    private static final Problem UNAVAILABLE = Problem.of(
                    503,
                    "STORE_UNAVAILABLE",
                    "the store cannot be reached at the moment; try again in a few seconds. If this request sent operations,"
                            + " they may or may not be in the log; sending them again is safe")
            .with("Retry-After", "2");

    private final RequestIds ids;
    private final Connections connections;
    private final DateHeader date;
    private final ErrorForms forms;

    FrontDoor(RequestIds ids, Connections connections, DateHeader date, ErrorForms forms) {
        this.ids = ids;
        this.connections = connections;
        this.date = date;
        this.forms = forms;
    }

    /** Every request passes here before any route. */
    void enter(HttpServerRequest request) {
        dress(request);
        connections.began(request);
    }

    /** The first route of every request, if there is to be an access log. */
    void log(RoutingContext context) {
        long began = System.nanoTime();
        context.addEndHandler(end -> log(context, System.nanoTime() - began));
        context.next();
    }

    /** True when the access log is wanted; it is not worth a look at each request. */
    static boolean isLogging() {
        return ACCESS.isDebugEnabled();
    }

    /** The last handler of a request that failed, for whatever reason. */
    void fail(RoutingContext context) {
        dress(context.request());
        Answers.problem(context, problem(context));
    }

    /** A path that no endpoint knows. */
    void notFound(RoutingContext context) {
        dress(context.request());
        Answers.problem(
                context,
                Problem.of(404, "NOT_FOUND", "there is nothing under this path; the documentation lists all paths"));
    }

    /** A request that HTTP itself cannot read; it never comes to a route, and the connection ends with it. */
    void refuseUnreadable(HttpServerRequest request) {
        dress(request);
        Throwable cause = request.decoderResult().cause();
        request.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        if (cause instanceof TooLongHttpLineException) {
            refuse(
                    request,
                    Problem.of(
                            414,
                            "URI_TOO_LONG",
                            "the request line is longer than " + HttpListener.LONGEST_REQUEST_LINE
                                    + " bytes; expected a shorter query"));
        } else if (cause instanceof TooLongHttpHeaderException) {
            refuse(
                    request,
                    Problem.of(
                            431,
                            "HEADERS_TOO_LARGE",
                            "the request's headers are longer than " + HttpListener.LONGEST_HEADERS
                                    + " bytes together; expected fewer or shorter ones"));
        } else {
            refuse(request, malformed());
        }
    }

    /** A path that no router can read. */
    void refusePath(HttpServerRequest request) {
        refuse(
                request,
                Problem.of(
                        400,
                        "MALFORMED_PATH",
                        "the path is not percent-encoded UTF-8; expected % and two hexadecimal digits for each byte, and %25"
                                + " for a percent sign"));
    }

    /** What comes to no route has no dialect but by its path. */
    private void refuse(HttpServerRequest request, Problem problem) {
        Answers.problem(request, problem, forms.of(request));
    }

    private static Problem malformed() {
        return Problem.of(
                400,
                "MALFORMED_REQUEST",
                "the request is not well-formed HTTP/1.1; expected a path, and a Host header");
    }

    /**
     * Why a request failed. Where a part of the path varies, the router itself reads the query, and gives up without a failure
     * to tell of when that cannot be decoded.
     */
    private Problem problem(RoutingContext context) {
        Throwable failure = context.failure();
        if (failure instanceof StoreUnavailable) {
            LOG.warn("{}: the store is unavailable: {}", idOf(context), oneLine(failure));
            return UNAVAILABLE;
        }
        if (failure instanceof DamagedLog) {
            LOG.error("{}: {}", idOf(context), oneLine(failure));
            return Problem.of(500, "DAMAGED_LOG", String.valueOf(failure.getMessage()));
        }
        Outcome<?> query =
                QueryString.read(Optional.ofNullable(context.request().query()).orElse(""), List.of());
        if (failure == null && !query.violations().isEmpty()) {
            return Problem.refused(query.violations());
        }
        int status = context.statusCode();
        if (status == 400) {
            return malformed();
        }
        if (status > 400 && status < 500) {
            return Problem.of(status, "REFUSED", "the request was refused");
        }
        LOG.error("{}: {} failed", idOf(context), template(context), failure);
        return Problem.of(
                500,
                "INTERNAL",
                "something went wrong inside the service; its log says more under this answer's X-Request-Id");
    }

    private void dress(HttpServerRequest request) {
        MultiMap headers = request.response().headers();
        if (headers.contains(REQUEST_ID)) {
            return;
        }
        String said = request.getHeader(REQUEST_ID);
        headers.add(REQUEST_ID, said != null && isSane(said) ? said : ids.next());
        headers.add(HttpHeaders.DATE, date.now());
        headers.add(CONTENT_TYPE_OPTIONS, NOSNIFF);
    }

    /** Letters, digits and a few marks: nothing that could break a line of a log or a header. */
    private static boolean isSane(String id) {
        if (id.isEmpty() || id.length() > LONGEST_REQUEST_ID) {
            return false;
        }
        for (int at = 0; at < id.length(); at++) {
            char character = id.charAt(at);
            boolean sane = (character >= 'a' && character <= 'z')
                    || (character >= 'A' && character <= 'Z')
                    || (character >= '0' && character <= '9')
                    || "-_.:/+=@".indexOf(character) >= 0;
            if (!sane) {
                return false;
            }
        }
        return true;
    }

    private static void log(RoutingContext context, long nanoseconds) {
        ACCESS.debug(
                "{} {} {} {} us {}",
                context.request().method(),
                template(context),
                context.response().getStatusCode(),
                nanoseconds / 1_000,
                idOf(context));
    }

    private static String template(RoutingContext context) {
        return Optional.ofNullable(context.currentRoute()).map(Route::getPath).orElse("(no route)");
    }

    private static String idOf(RoutingContext context) {
        return String.valueOf(context.response().headers().get(REQUEST_ID));
    }

    private static String oneLine(Throwable failure) {
        return String.valueOf(failure.getMessage()).replaceAll("\\p{Cntrl}", " ");
    }
}
