package dev.usher.core.event;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** Reads a list that comes with the engine: a line for each item, its columns separated by tabs. */
final class ReferenceList {
    private ReferenceList() {}

    static <T> List<T> read(String file, Function<String[], T> item) {
        InputStream bytes = Objects.requireNonNull(ReferenceList.class.getResourceAsStream(file), file);
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8))) {
            return lines.lines().map(line -> item.apply(line.split("\t", -1))).toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(file + " cannot be read", broken);
        }
    }
}
