package dev.usher.conformance.architecture.violations.core.order;

/** Something to be seen. */
public interface Ordered {}
