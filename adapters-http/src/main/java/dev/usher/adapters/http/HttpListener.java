package dev.usher.adapters.http;

import dev.usher.core.adapter.Listener;
import io.vertx.core.Deployable;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The HTTP service: one server for each processor on the same port, all endpoints on each. */
final class HttpListener implements Listener {
    /** Holds the longest question that the rules allow: eight ids of 255 characters, each percent-encoded. */
    static final int LONGEST_REQUEST_LINE = 20 * 1_024;

    static final int LONGEST_HEADERS = 8 * 1_024;

    private static final Logger LOG = LoggerFactory.getLogger(HttpListener.class);

    /** A free port that all servers of this instance share. */
    private static final int SHARED_FREE_PORT = -1;

    private static final long LONGEST_WORK_MINUTES = 10;
    private static final long CLOSE_SECONDS = 10;

    private final HttpSettings settings;
    /** In the order in which they are tried: what is asked most comes first. */
    private final List<Endpoint> endpoints;

    private final ErrorForms forms;
    private final Readiness readiness;
    private final RandomGenerator chance;
    private final DateHeader date;
    private final List<HttpServer> servers = new CopyOnWriteArrayList<>();
    private Optional<Vertx> running = Optional.empty();

    @Inject
    HttpListener(
            HttpSettings settings,
            Set<Endpoint> endpoints,
            ErrorForms forms,
            Readiness readiness,
            RandomGenerator chance,
            InstantSource clock) {
        this.settings = settings;
        this.endpoints = List.copyOf(endpoints);
        this.forms = forms;
        this.readiness = readiness;
        this.chance = chance;
        this.date = new DateHeader(clock);
    }

    @Override
    public synchronized URI start() {
        if (running.isPresent()) {
            throw new IllegalStateException("the service was started already");
        }
        Vertx vertx = Vertx.vertx(new VertxOptions()
                .setPreferNativeTransport(true)
                .setMaxWorkerExecuteTime(LONGEST_WORK_MINUTES)
                .setMaxWorkerExecuteTimeUnit(TimeUnit.MINUTES)
                .setFileSystemOptions(new FileSystemOptions()
                        .setClassPathResolvingEnabled(false)
                        .setFileCachingEnabled(false)));
        running = Optional.of(vertx);
        int instances = Runtime.getRuntime().availableProcessors();
        Supplier<Deployable> loop = Loop::new;
        try {
            vertx.deployVerticle(loop, new DeploymentOptions().setInstances(instances))
                    .await();
        } catch (Exception failed) {
            close();
            throw new UncheckedIOException(new IOException(
                    "cannot listen on " + settings.host() + ":" + settings.port() + ": " + failed.getMessage()
                            + "; choose another address with http.host and http.port",
                    failed));
        }
        URI address = address(servers.get(0).actualPort());
        LOG.info(
                "listening on {} ({} event loops, {})",
                address,
                instances,
                vertx.isNativeTransportEnabled() ? "native transport" : "NIO");
        readiness.open();
        return address;
    }

    @Override
    public synchronized void close() {
        running.ifPresent(vertx -> {
            readiness.drain();
            List<Future<Void>> draining = servers.stream()
                    .map(server -> server.shutdown(settings.drainTimeout().toMillis(), TimeUnit.MILLISECONDS))
                    .toList();
            await(Future.join(draining), settings.drainTimeout().toMillis() + TimeUnit.SECONDS.toMillis(CLOSE_SECONDS));
            await(vertx.close(), TimeUnit.SECONDS.toMillis(CLOSE_SECONDS));
        });
        servers.clear();
        running = Optional.empty();
    }

    private static void await(Future<?> future, long timeoutMillis) {
        try {
            future.await(timeoutMillis, TimeUnit.MILLISECONDS);
        } catch (TimeoutException | RuntimeException unfinished) {
            LOG.warn("the service did not stop cleanly: {}", unfinished.toString());
        }
    }

    private URI address(int port) {
        String host = settings.host().contains(":") ? "[" + settings.host() + "]" : settings.host();
        return URI.create("http://" + host + ":" + port);
    }

    private HttpServerOptions options() {
        return new HttpServerOptions()
                .setHost(settings.host())
                .setPort(settings.port() == 0 ? SHARED_FREE_PORT : settings.port())
                .setMaxInitialLineLength(LONGEST_REQUEST_LINE)
                .setMaxHeaderSize(LONGEST_HEADERS)
                .setHttp2ClearTextEnabled(false)
                .setDecompressionSupported(false)
                .setPerFrameWebSocketCompressionSupported(false)
                .setPerMessageWebSocketCompressionSupported(false)
                .setTcpNoDelay(true);
    }

    /** One event loop's server, with its own routes. */
    private final class Loop extends VerticleBase {
        private final RequestIds ids = new RequestIds(chance);

        @Override
        public Future<?> start() {
            Connections connections = new Connections(settings.requestTimeout(), settings.idleTimeout());
            FrontDoor front = new FrontDoor(ids, connections, date, forms);
            HttpServer server = vertx.createHttpServer(options())
                    .connectionHandler(connections::opened)
                    .invalidRequestHandler(front::refuseUnreadable)
                    .requestHandler(entrance(vertx, front));
            servers.add(server);
            vertx.setPeriodic(connections.sweepMillis(), timer -> connections.sweep());
            return server.listen();
        }
    }

    private Handler<HttpServerRequest> entrance(Vertx vertx, FrontDoor front) {
        Router router = router(vertx, front);
        return request -> {
            front.enter(request);
            if (QueryString.isDecodable(request.path())) {
                router.handle(request);
            } else {
                front.refusePath(request);
            }
        };
    }

    private Router router(Vertx vertx, FrontDoor front) {
        Router router = Router.router(vertx);
        if (FrontDoor.isLogging()) {
            router.route().handler(front::log);
        }
        forms.mount(router);
        endpoints.forEach(endpoint -> endpoint.mount(router));
        answerHeadLikeGet(router);
        methodsByPath(router)
                .forEach((path, methods) ->
                        router.route(path).handler(context -> Answers.problem(context, methodNotAllowed(methods))));
        router.getRoutes().stream()
                .filter(route -> route.getPath() != null)
                .forEach(route -> route.failureHandler(front::fail));
        router.route().failureHandler(front::fail);
        router.errorHandler(404, front::notFound);
        for (int status : new int[] {400, 405, 406, 415, 500}) {
            router.errorHandler(status, front::fail);
        }
        return router;
    }

    /** Whoever may get something may also ask for its headers alone. */
    private static void answerHeadLikeGet(Router router) {
        for (Route route : router.getRoutes()) {
            if (route.methods() != null && route.methods().contains(HttpMethod.GET)) {
                route.method(HttpMethod.HEAD);
            }
        }
    }

    /** Which methods the endpoints answer under each path, in alphabetical order. */
    private static Map<String, String> methodsByPath(Router router) {
        Map<String, Set<String>> byPath = new TreeMap<>();
        for (Route route : router.getRoutes()) {
            if (route.getPath() != null && route.isExactPath() && route.methods() != null) {
                Set<String> methods = byPath.computeIfAbsent(route.getPath(), path -> new TreeSet<>());
                route.methods().stream().map(HttpMethod::name).forEach(methods::add);
            }
        }
        return byPath.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> String.join(", ", entry.getValue())));
    }

    private static Problem methodNotAllowed(String methods) {
        return Problem.of(405, "METHOD_NOT_ALLOWED", "this path does not answer that method; expected " + methods)
                .with("Allow", methods);
    }
}
