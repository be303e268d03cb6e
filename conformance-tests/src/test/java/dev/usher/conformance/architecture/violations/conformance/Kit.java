package dev.usher.conformance.architecture.violations.conformance;

/** Something to be seen. */
public interface Kit {}
