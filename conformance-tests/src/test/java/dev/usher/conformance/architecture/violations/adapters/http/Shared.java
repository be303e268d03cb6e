package dev.usher.conformance.architecture.violations.adapters.http;

/** Public, for the other packages of its own adapter. */
public interface Shared {}
