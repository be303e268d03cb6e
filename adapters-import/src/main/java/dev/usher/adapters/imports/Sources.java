package dev.usher.adapters.imports;

import dev.usher.core.adapter.ImportReport.Fault;
import dev.usher.core.adapter.ImportRequest;
import java.io.FilterInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What there is to read: the files that were named, and those of the folders that were named, sorted by name.
 *
 * <p>Hidden files and subfolders of a folder are left out, and so is the rejects file of an earlier run.
 */
final class Sources {
    private static final String STANDARD_INPUT = "-";

    private final List<Source> found = new ArrayList<>();
    private final List<Path> files = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();

    private Sources() {}

    static Sources of(ImportRequest request) {
        Sources sources = new Sources();
        for (String name : request.sources()) {
            if (name.equals(STANDARD_INPUT)) {
                sources.found.add(new Source(name, -1, () -> new LeftOpen(request)));
            } else {
                sources.find(name, request.rejects());
            }
        }
        return sources;
    }

    List<Source> found() {
        return found;
    }

    /** What was named and is not there, or has nothing in it. */
    List<Fault> faults() {
        return faults;
    }

    /** True when that file is one of those to read. */
    boolean contain(Path other) {
        return files.stream().anyMatch(file -> areSame(file, other));
    }

    private void find(String name, Optional<Path> rejects) {
        try {
            Path path = Path.of(name);
            if (Files.notExists(path)) {
                faults.add(new Fault(name, "NOT_FOUND", "'" + name + "' is not there; expected a file, a folder or -"));
            } else if (!Files.isReadable(path)) {
                faults.add(new Fault(
                        name, "UNREADABLE", "'" + name + "' may not be read; expected a file that this user may read"));
            } else if (Files.isDirectory(path)) {
                findInFolder(name, path, rejects);
            } else {
                add(name, path);
            }
        } catch (IOException unreadable) {
            faults.add(Source.unreadable(name, unreadable));
        } catch (InvalidPathException noPath) {
            faults.add(new Fault(
                    name, "NOT_FOUND", "'" + name + "' is no path: " + noPath.getReason() + "; expected a file"));
        }
    }

    private void findInFolder(String name, Path folder, Optional<Path> rejects) throws IOException {
        List<Path> inside = new ArrayList<>();
        try (Stream<Path> entries = Files.list(folder)) {
            for (Path entry : (Iterable<Path>) entries.sorted()::iterator) {
                if (Files.isRegularFile(entry) && !Files.isHidden(entry) && !isOldRejects(entry, rejects)) {
                    inside.add(entry);
                }
            }
        }
        if (inside.isEmpty()) {
            faults.add(new Fault(
                    name,
                    "EMPTY_FOLDER",
                    "the folder '" + name
                            + "' has no files to read; hidden ones and those of subfolders do not count"));
        }
        for (Path file : inside) {
            add(file.toString(), file);
        }
    }

    private void add(String name, Path file) throws IOException {
        files.add(file);
        long size = Files.isRegularFile(file) ? Files.size(file) : -1;
        found.add(new Source(name, size, () -> Files.newInputStream(file)));
    }

    private static boolean isOldRejects(Path file, Optional<Path> rejects) {
        return rejects.isPresent() && areSame(file, rejects.get()) && RejectsFile.isOne(file);
    }

    private static boolean areSame(Path file, Path other) {
        try {
            return Files.exists(other) && Files.isSameFile(file, other);
        } catch (IOException unreadable) {
            return file.toAbsolutePath()
                    .normalize()
                    .equals(other.toAbsolutePath().normalize());
        }
    }

    /** Standard input is not ours to close. */
    private static final class LeftOpen extends FilterInputStream {
        private LeftOpen(ImportRequest request) {
            super(request.standardInput());
        }

        @Override
        public void close() {}
    }
}
