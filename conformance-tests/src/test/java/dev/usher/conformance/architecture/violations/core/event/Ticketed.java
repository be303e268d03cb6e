package dev.usher.conformance.architecture.violations.core.event;

/** Something to be seen. */
public interface Ticketed {}
