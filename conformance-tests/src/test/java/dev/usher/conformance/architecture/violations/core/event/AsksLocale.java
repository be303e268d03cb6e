package dev.usher.conformance.architecture.violations.core.event;

import java.util.Locale;

final class AsksLocale {
    Locale answer() {
        return Locale.getDefault();
    }
}
