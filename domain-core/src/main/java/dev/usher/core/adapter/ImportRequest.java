package dev.usher.core.adapter;

import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What to import, and how to read it.
 *
 * @param sources files, folders (their files by name, not those of subfolders) or {@code -} for standard input
 * @param standardInput what {@code -} reads
 * @param format the format; recognised from name and content when empty
 * @param encoding the character encoding; UTF-8, or what a byte order mark says, when empty
 * @param rejects where refused rows are written as CSV; nowhere when empty
 */
public record ImportRequest(
        List<String> sources,
        InputStream standardInput,
        Optional<Format> format,
        Optional<Charset> encoding,
        Optional<Path> rejects) {

    public ImportRequest {
        sources = List.copyOf(sources);
    }

    /** How rows are written. */
    public enum Format {
        /** One header line, then one row a line; delimited by comma, semicolon, tab or bar. */
        CSV,
        /** One JSON object a line. */
        NDJSON,
        /** One JSON array of objects. */
        JSON
    }
}
