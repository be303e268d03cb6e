package dev.usher.conformance.architecture.violations.core.statistics;

record BoxedComponent(Double share) {}
