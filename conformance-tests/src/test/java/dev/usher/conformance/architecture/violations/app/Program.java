package dev.usher.conformance.architecture.violations.app;

/** The program. */
public interface Program {}
