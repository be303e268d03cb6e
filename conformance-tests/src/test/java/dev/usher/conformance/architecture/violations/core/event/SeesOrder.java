package dev.usher.conformance.architecture.violations.core.event;

import dev.usher.conformance.architecture.violations.core.order.Ordered;

final class SeesOrder {
    private final Ordered seen;

    SeesOrder(Ordered seen) {
        this.seen = seen;
    }

    @Override
    public String toString() {
        return "sees " + seen;
    }
}
