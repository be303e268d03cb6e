package dev.usher.conformance.architecture.violations.core.store;

/** Something to be seen. */
public interface Shelf {}
