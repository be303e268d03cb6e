/**
 * A model of the house with every fault that the architecture test must catch. Nothing here is ever run; which class has
 * which fault stands in {@code ArchitectureControlTest}.
 */
package dev.usher.conformance.architecture.violations;
