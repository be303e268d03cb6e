package dev.usher.conformance.architecture.violations.adapters.http;

import java.util.logging.Level;

final class Logs {
    Level answer() {
        return Level.INFO;
    }
}
