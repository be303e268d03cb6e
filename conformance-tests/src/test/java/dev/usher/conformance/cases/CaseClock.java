package dev.usher.conformance.cases;

import java.time.Instant;
import java.time.InstantSource;

/** The service's time: it stands still where a case puts it. */
final class CaseClock implements InstantSource {
    /** When every case begins. */
    static final Instant BEGIN = Instant.parse("2026-03-02T10:00:00Z");

    private volatile Instant now = BEGIN;

    void put(Instant instant) {
        now = instant;
    }

    @Override
    public Instant instant() {
        return now;
    }
}
