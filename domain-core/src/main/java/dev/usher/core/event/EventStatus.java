package dev.usher.core.event;

import java.util.Locale;

/** Where an event stands now, as everybody may see it: what was done with it, and the clock. */
public enum EventStatus {
    /** Not published. */
    DRAFT,
    /** Published, and not begun. */
    LIVE,
    /** Published, and going on. */
    STARTED,
    /** Over, and the organizer not yet paid. */
    ENDED,
    /** Over and paid out; a free event as soon as it is over (decision 12). */
    COMPLETED,
    /** Called off. */
    CANCELED,
    /** Gone: nobody sees it any more. */
    DELETED;

    /** As it is written: {@code live}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
