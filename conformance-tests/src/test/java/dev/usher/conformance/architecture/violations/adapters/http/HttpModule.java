package dev.usher.conformance.architecture.violations.adapters.http;

import com.google.inject.AbstractModule;

/** The one class that may be shown. */
public final class HttpModule extends AbstractModule {}
