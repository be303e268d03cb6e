package dev.usher.conformance.architecture.violations.core.adapter;

/** Something to be seen. */
public interface Socket {}
