package dev.usher.app;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import org.slf4j.LoggerFactory;

/** How much the program tells of its own doings: warnings, as {@code logback.xml} says, or everything. */
final class Logging {
    private Logging() {}

    /** Tells everything that Usher itself does. */
    static void raise() {
        if (LoggerFactory.getLogger("dev.usher") instanceof Logger logger) {
            logger.setLevel(Level.DEBUG);
        }
    }
}
