package dev.usher.conformance.architecture.violations.core.event;

interface EventUtils {}
