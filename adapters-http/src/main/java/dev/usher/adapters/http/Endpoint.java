package dev.usher.adapters.http;

import io.vertx.ext.web.Router;

/**
 * A part of what Usher answers over HTTP, such as one dialect; a module adds its own by binding it into the set of
 * endpoints.
 *
 * <p>Limits, request ids, security headers and the form of errors stand in front of every endpoint. A handler that throws
 * or fails its context is answered with a problem; a path that is known with other methods is answered with 405.
 */
public interface Endpoint {

    /**
     * Adds this endpoint's routes. Called once for each event loop, so the handlers must be safe for use by many threads;
     * none of them may block.
     */
    void mount(Router router);
}
