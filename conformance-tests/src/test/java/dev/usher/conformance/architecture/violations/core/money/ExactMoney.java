package dev.usher.conformance.architecture.violations.core.money;

final class ExactMoney {
    long answer() {
        return 100L;
    }
}
