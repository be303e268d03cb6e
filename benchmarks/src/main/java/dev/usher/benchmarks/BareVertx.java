package dev.usher.benchmarks;

import io.vertx.core.Deployable;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * What Usher's HTTP service is held against: Vert.x with the same transport and as many event loops, which answers every
 * request with the same bytes and only the headers an answer needs: type, length, and the date, written once a second.
 */
final class BareVertx extends VerticleBase {
    private static final AtomicInteger PORT = new AtomicInteger();

    private final boolean routed;
    private final int bodyBytes;
    private CharSequence date = "";

    private BareVertx(boolean routed, int bodyBytes) {
        this.routed = routed;
        this.bodyBytes = bodyBytes;
    }

    /** Listens until it is killed; the arguments say whether to use a router, and how long the body is. */
    public static void main(String[] arguments) {
        boolean routed = Boolean.parseBoolean(arguments[0]);
        int bodyBytes = Integer.parseInt(arguments[1]);
        Vertx vertx = Vertx.vertx(new VertxOptions().setPreferNativeTransport(true));
        Supplier<Deployable> loops = () -> new BareVertx(routed, bodyBytes);
        vertx.deployVerticle(
                        loops,
                        new DeploymentOptions()
                                .setInstances(Runtime.getRuntime().availableProcessors()))
                .await();
        System.out.println("http://127.0.0.1:" + PORT.get());
    }

    @Override
    public Future<?> start() {
        byte[] bytes = new byte[bodyBytes];
        Arrays.fill(bytes, (byte) '1');
        Buffer body = Buffer.buffer(bytes);
        CharSequence type = HttpHeaders.createOptimized("application/json");
        CharSequence length = HttpHeaders.createOptimized(Integer.toString(bodyBytes));
        writeDate();
        vertx.setPeriodic(1_000, timer -> writeDate());
        return listen(request -> {
            HttpServerResponse response = request.response();
            response.headers()
                    .add(HttpHeaders.CONTENT_TYPE, type)
                    .add(HttpHeaders.DATE, date)
                    .add(HttpHeaders.CONTENT_LENGTH, length);
            response.end(body);
        });
    }

    private void writeDate() {
        date = HttpHeaders.createOptimized(
                DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime.now(ZoneOffset.UTC)));
    }

    private Future<?> listen(Handler<HttpServerRequest> answer) {
        Router router = Router.router(vertx);
        router.get(ServedEvent.PATH).handler(context -> answer.handle(context.request()));
        return vertx.createHttpServer(new HttpServerOptions()
                        .setHost("127.0.0.1")
                        // A free port that all event loops share.
                        .setPort(-1)
                        .setHttp2ClearTextEnabled(false)
                        .setTcpNoDelay(true))
                .requestHandler(routed ? router : answer)
                .listen()
                .onSuccess(server -> PORT.set(server.actualPort()));
    }
}
