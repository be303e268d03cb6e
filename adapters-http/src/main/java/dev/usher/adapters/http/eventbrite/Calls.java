package dev.usher.adapters.http.eventbrite;

/** The calls about one sort of thing. */
interface Calls {

    /** Adds their routes to those of one event loop. */
    void mount(Entrance.Routes routes);
}
