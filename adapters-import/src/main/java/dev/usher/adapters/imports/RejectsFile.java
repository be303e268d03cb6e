package dev.usher.adapters.imports;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The file that says which rows were refused and why, so that they can be mended and imported again.
 *
 * <p>CSV in UTF-8 with one line for each fault. Values stand there exactly as they were read, also those which a
 * spreadsheet would take for a formula: a value that was changed could not be found again in the file it came from. Only
 * half of a surrogate pair, which no encoding can carry, is written as its escape, such as {@code \}{@code uD800}.
 */
final class RejectsFile implements AutoCloseable {
    private static final String HEADER = "file,line,column,value,code,message";

    private final Path file;
    private final CsvWriter lines;

    private RejectsFile(Path file, Writer writer) {
        this.file = file;
        this.lines = CsvWriter.builder().build(writer);
    }

    /** Keeps nothing. */
    static RejectsFile nowhere() {
        return new RejectsFile(Path.of(""), Writer.nullWriter());
    }

    /**
     * A new file in the place of an old one.
     *
     * @throws RejectsUnwritable when it is one of the sources, or cannot be written
     */
    static RejectsFile open(Optional<Path> place, Sources sources) {
        if (place.isEmpty()) {
            return nowhere();
        }
        Path file = place.get();
        if (sources.contain(file)) {
            throw new RejectsUnwritable(file, "is one of the files to import");
        }
        try {
            RejectsFile rejects = new RejectsFile(file, Files.newBufferedWriter(file));
            rejects.writeHeader();
            return rejects;
        } catch (IOException | UncheckedIOException unwritable) {
            throw unwritable(file, unwritable);
        }
    }

    /** True when the file was written as a rejects file by an earlier run. */
    static boolean isOne(Path file) {
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            char[] start = new char[HEADER.length()];
            int length = Math.max(reader.read(start), 0);
            return new String(start, 0, length).equals(HEADER);
        } catch (IOException unreadable) {
            return false;
        }
    }

    void write(String source, long line, RowFault fault) {
        try {
            lines.writeRecord(
                    source,
                    Long.toString(line),
                    fault.column(),
                    encodable(fault.value()),
                    fault.code(),
                    encodable(fault.message()));
        } catch (UncheckedIOException unwritable) {
            throw unwritable(file, unwritable);
        }
    }

    @Override
    public void close() {
        try {
            lines.close();
        } catch (IOException unwritable) {
            throw unwritable(file, unwritable);
        }
    }

    private void writeHeader() throws IOException {
        lines.writeRecord(HEADER.split(","));
        lines.flush();
    }

    private static RejectsUnwritable unwritable(Path file, Exception reason) {
        return new RejectsUnwritable(
                file, "cannot be written: " + reason.getClass().getSimpleName() + " " + reason.getMessage());
    }

    private static String encodable(String text) {
        if (text.codePoints().noneMatch(RejectsFile::isHalf)) {
            return text;
        }
        StringBuilder whole = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(point -> {
            if (isHalf(point)) {
                whole.append(String.format("\\u%04X", point));
            } else {
                whole.appendCodePoint(point);
            }
        });
        return whole.toString();
    }

    private static boolean isHalf(int point) {
        return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
    }
}
