package dev.usher.adapters.persistence;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where HSQLDB could not read its log on, and whether anything complete stands behind that place.
 *
 * <p>A process that dies in the middle of a write leaves a torn last line. No commit follows it, so nothing complete is
 * lost when the rest is dropped. When a commit does follow, the log was damaged, and dropping the rest would lose what
 * people were told is kept.
 *
 * @param line the line HSQLDB stopped at, counted from 1
 * @param isTorn true when no commit follows
 */
record LogTail(long line, boolean isTorn) {
    private static final Pattern LINE = Pattern.compile("line: (\\d+)");

    /** A line of the log begins with the session in such a comment when the session changes. */
    private static final Pattern COMMIT = Pattern.compile("(/\\*C\\d+\\*/)?COMMIT");

    /** Longer lines are no commit, whatever they are. */
    private static final int LONGEST_COMMIT = 64;

    /**
     * Looks at the place that HSQLDB complains about.
     *
     * @param complaint HSQLDB's message
     * @return empty when the message names no line
     */
    static Optional<LogTail> inspect(Path log, String complaint) {
        Matcher named = LINE.matcher(complaint);
        if (!named.find()) {
            return Optional.empty();
        }
        long line = Long.parseLong(named.group(1));
        try (InputStream bytes = new BufferedInputStream(Files.newInputStream(log), 1 << 16)) {
            return Optional.of(new LogTail(line, !commitFollows(bytes, line)));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    // Lines end as HSQLDB itself ends them, so that both count alike: at CR, at LF, and at both in a row.
    private static boolean commitFollows(InputStream bytes, long from) throws IOException {
        StringBuilder text = new StringBuilder();
        boolean afterReturn = false;
        long line = 1;
        for (int next = bytes.read(); next >= 0; next = bytes.read()) {
            boolean ends = next == '\r' || (next == '\n' && !afterReturn);
            if (ends) {
                if (line >= from && COMMIT.matcher(text).matches()) {
                    return true;
                }
                line++;
                text.setLength(0);
            } else if (next != '\n' && text.length() < LONGEST_COMMIT) {
                text.append((char) next);
            }
            afterReturn = next == '\r';
        }
        return line >= from && COMMIT.matcher(text).matches();
    }
}
