package dev.usher.core.adapter;

import java.net.URI;

/** Answers requests from outside, such as the HTTP service. Started and stopped once. */
public interface Listener extends AutoCloseable {

    /**
     * Begins to listen; returns when requests are answered.
     *
     * @return where, with the real port when a free one was asked for
     * @throws java.io.UncheckedIOException when the address is taken or not allowed
     */
    URI start();

    /** Takes no new requests, lets running ones finish within the drain time, and lets go of everything. */
    @Override
    void close();
}
