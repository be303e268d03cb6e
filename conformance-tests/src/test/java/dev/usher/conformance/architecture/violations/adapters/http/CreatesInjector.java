package dev.usher.conformance.architecture.violations.adapters.http;

import com.google.inject.Guice;
import com.google.inject.Injector;

final class CreatesInjector {
    Injector answer() {
        return Guice.createInjector();
    }
}
