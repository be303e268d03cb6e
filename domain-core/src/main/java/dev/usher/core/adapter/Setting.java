package dev.usher.core.adapter;

import java.util.Locale;

/**
 * Something a person can set: by {@code --config FILE} as {@code http.port = 8080}, by the environment as {@code
 * USHER_HTTP_PORT}, or by the command line where the command has an option for it.
 *
 * <p>Each module declares the settings it reads; a name that no module declares is an error.
 *
 * @param name in lower case, words joined by dots and dashes, such as {@code http.port}
 * @param fallback the value when nobody says one; may be empty
 * @param meaning one sentence for the help
 */
public record Setting(String name, String fallback, String meaning) {

    /** The environment variable that sets it, such as {@code USHER_HTTP_PORT}. */
    public String variable() {
        return "USHER_" + name.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }
}
