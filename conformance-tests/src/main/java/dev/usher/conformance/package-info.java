/**
 * The contract kit: what every store must do, as tests that the author of an adapter runs against his own.
 *
 * <p>Implement {@link dev.usher.conformance.StoreContract} in a test class, say in {@code open()} how the store is
 * opened, and run it with JUnit. A store that passes keeps the promises on which the engine's numbers rest.
 */
package dev.usher.conformance;
