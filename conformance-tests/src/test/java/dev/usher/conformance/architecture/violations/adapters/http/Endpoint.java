package dev.usher.conformance.architecture.violations.adapters.http;

/** The one interface that may be shown. */
public interface Endpoint {}
