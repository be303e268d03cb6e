package dev.usher.conformance.architecture.violations.adapters.persistence;

/** A store that shows itself. */
public interface ShownStore {}
