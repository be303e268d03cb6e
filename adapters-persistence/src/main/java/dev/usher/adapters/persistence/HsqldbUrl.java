package dev.usher.adapters.persistence;

import dev.usher.core.adapter.InvalidSetting;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where an embedded store lies: in a folder, or in memory for as long as it is open.
 *
 * @param folder the data folder; empty for a store in memory
 * @param name what the database's files are called, or the name of the store in memory
 */
record HsqldbUrl(Optional<Path> folder, String name) {
    static final String SCHEME = "jdbc:hsqldb:";
    private static final String FILE = SCHEME + "file:";
    private static final String MEMORY = SCHEME + "mem:";

    /** What is not to be shown of a URL that is refused. */
    private static final Pattern PASSWORD = Pattern.compile("(?i)(password=)[^;&]*");

    /**
     * Reads {@code jdbc:hsqldb:file:FOLDER/NAME} or {@code jdbc:hsqldb:mem:NAME}; a folder that begins with {@code ~/}
     * lies in the user's home, as HSQLDB itself has it.
     *
     * @throws InvalidSetting for any other form; properties are refused too, because the store's promises hang on them
     */
    static HsqldbUrl parse(String url) {
        if (url.startsWith(MEMORY) && !url.equals(MEMORY) && url.indexOf(';') < 0) {
            return new HsqldbUrl(Optional.empty(), url.substring(MEMORY.length()));
        }
        if (url.startsWith(FILE) && url.indexOf(';') < 0) {
            return inFolder(url);
        }
        throw invalid(url);
    }

    /** The URL for HSQLDB itself. */
    String jdbc() {
        return folder.map(at -> FILE + at.resolve(name)).orElse(MEMORY + name);
    }

    private static HsqldbUrl inFolder(String url) {
        try {
            Path database = Path.of(atHome(url.substring(FILE.length())))
                    .toAbsolutePath()
                    .normalize();
            Path folder = database.getParent();
            Path name = database.getFileName();
            if (folder == null || name == null || url.endsWith("/") || url.equals(FILE)) {
                throw invalid(url);
            }
            return new HsqldbUrl(Optional.of(folder), name.toString());
        } catch (InvalidPathException notAPath) {
            throw invalid(url);
        }
    }

    private static String atHome(String path) {
        return path.startsWith("~/") ? System.getProperty("user.home") + path.substring(1) : path;
    }

    private static InvalidSetting invalid(String url) {
        return new InvalidSetting("the store's URL is '"
                + PASSWORD.matcher(url).replaceAll("$1…")
                + "'; expected jdbc:hsqldb:file:FOLDER/NAME or jdbc:hsqldb:mem:NAME, without properties");
    }
}
