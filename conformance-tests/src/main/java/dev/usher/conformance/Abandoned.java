package dev.usher.conformance;

/** Thrown by work that wants its transaction rolled back. */
final class Abandoned extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Abandoned() {
        super("this transaction is meant to be rolled back");
    }
}
