package dev.usher.conformance.architecture.violations.core;

/** Something to be seen. */
public interface Engine {}
