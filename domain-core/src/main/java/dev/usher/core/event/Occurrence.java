package dev.usher.core.event;

import java.time.Instant;

/** When a series takes place once. */
public record Occurrence(Instant start, Instant end) {}
