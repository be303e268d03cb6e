package dev.usher.conformance.architecture.violations.core.event;

final class Outer {
    interface NestedUtil {}
}
