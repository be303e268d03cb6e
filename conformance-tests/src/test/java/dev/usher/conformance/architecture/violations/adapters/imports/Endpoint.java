package dev.usher.conformance.architecture.violations.adapters.imports;

/** An endpoint is an interface; this is not. */
public final class Endpoint {}
