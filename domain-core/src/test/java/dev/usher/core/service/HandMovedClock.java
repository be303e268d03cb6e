package dev.usher.core.service;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that stands still until it is moved. */
final class HandMovedClock implements InstantSource {
    private volatile Instant now;

    HandMovedClock() {
        this(Instant.parse("2026-07-04T18:00:00Z"));
    }

    HandMovedClock(Instant now) {
        this.now = now;
    }

    void move(Duration by) {
        now = now.plus(by);
    }

    @Override
    public Instant instant() {
        return now;
    }
}
