package dev.usher.adapters.imports;

import java.io.IOException;

/** A source cannot be read any further; what came before it still counts. */
final class BrokenSource extends IOException {
    private static final long serialVersionUID = 1L;

    private final String code;

    BrokenSource(String code, String message) {
        super(message);
        this.code = code;
    }

    /** The public word, such as {@code INVALID_ENCODING}. */
    String code() {
        return code;
    }

    /** What was wrong and where, and what would be right. */
    String message() {
        return String.valueOf(getMessage());
    }
}
