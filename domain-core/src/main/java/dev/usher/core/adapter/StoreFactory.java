package dev.usher.core.adapter;

import dev.usher.core.store.Store;

/** Opens the stores of one kind of URL; a persistence module binds it under its scheme, such as {@code jdbc:hsqldb:}. */
@FunctionalInterface
public interface StoreFactory {

    /**
     * Opens the store, brings its schema up to date, and makes sure that it keeps its promises.
     *
     * @param url the whole URL, scheme included
     * @throws dev.usher.core.store.StoreUnavailable when it cannot be opened
     * @throws StoreHeld when another process holds it
     */
    Store open(String url, Settings settings);
}
