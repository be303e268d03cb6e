package dev.usher.core.store;

import dev.usher.core.event.EventRef;

/** An event's log has a hole or a damaged block; the message names the event and the range. Nothing is answered from it. */
public final class DamagedLog extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public DamagedLog(EventRef event, String range, String fault) {
        super("the operation log of event " + event.event() + " (organization " + event.organization()
                + ") is damaged at " + range + ": " + fault);
    }
}
