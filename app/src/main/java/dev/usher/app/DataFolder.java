package dev.usher.app;

import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where an embedded store lies, read from its URL. */
final class DataFolder {
    private static final Pattern FILE_URL = Pattern.compile("jdbc:[^:]+:file:(?<path>[^;]+)(;.*)?");

    private DataFolder() {}

    /** The folder of a URL such as {@code jdbc:hsqldb:file:FOLDER/NAME}; empty for a store that is in no folder. */
    static Optional<Path> of(String url) {
        Matcher file = FILE_URL.matcher(url.strip());
        if (!file.matches()) {
            return Optional.empty();
        }
        String path = file.group("path");
        String home = System.getProperty("user.home", "");
        Path absolute =
                Path.of(path.startsWith("~/") ? home + path.substring(1) : path).toAbsolutePath();
        return Optional.ofNullable(absolute.getParent());
    }
}
