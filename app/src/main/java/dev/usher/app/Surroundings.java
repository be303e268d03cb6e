package dev.usher.app;

import java.io.InputStream;
import java.io.PrintStream;
import java.time.InstantSource;
import java.util.Map;

/**
 * What the program sees of the world around it.
 *
 * @param in standard input
 * @param out standard output, for what was asked for
 * @param err standard error, for everything else
 * @param environment the environment variables
 * @param terminal true when a person sits in front of it, so that colours and progress bars are welcome
 * @param clock tells the time
 * @param watch keeps services running
 */
record Surroundings(
        InputStream in,
        PrintStream out,
        PrintStream err,
        Map<String, String> environment,
        boolean terminal,
        InstantSource clock,
        Watch watch) {

    Surroundings {
        environment = Map.copyOf(environment);
    }

    /** Keeps a service running until somebody asks it to stop. */
    @FunctionalInterface
    interface Watch {

        /**
         * Waits until the service is asked to stop, then stops it; may not return at all.
         *
         * @param stop stops the service, and returns when that is done
         */
        void over(Runnable stop);
    }
}
