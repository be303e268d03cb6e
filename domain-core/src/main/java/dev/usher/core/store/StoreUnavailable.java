package dev.usher.core.store;

/** The store cannot be reached, or refuses writes to keep its promises. What was asked may be asked again later. */
public final class StoreUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StoreUnavailable(String message) {
        super(message);
    }

    public StoreUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
