package dev.usher.conformance.architecture.violations.core.service;

/** Something to be seen. */
public interface Desk {}
