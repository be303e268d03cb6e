package dev.usher.core.adapter;

/** A setting has a value it cannot have, or nobody knows its name; the message says which and what would be right. */
public final class InvalidSetting extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public InvalidSetting(String message) {
        super(message);
    }
}
