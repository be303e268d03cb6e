package dev.usher.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** Says in one line what an exception means to the person at the command line. */
final class Complaint {
    private Complaint() {}

    static String of(Throwable thrown) {
        if (thrown instanceof UncheckedIOException && thrown.getCause() instanceof IOException cause) {
            return of(cause);
        }
        if (thrown instanceof FileSystemException file) {
            return of(file);
        }
        if (thrown instanceof OutOfMemoryError) {
            return "the heap is too small (" + thrown.getMessage()
                    + "); give it more, such as USHER_JAVA_OPTS=-Xmx2g, and run the same command again";
        }
        String message = thrown.getMessage();
        return message == null || message.isBlank() ? thrown.getClass().getSimpleName() : message;
    }

    /** The message of these is little more than a path. */
    private static String of(FileSystemException file) {
        if (file instanceof NoSuchFileException) {
            return file.getFile() + ": there is no such file or folder";
        }
        if (file instanceof AccessDeniedException) {
            return file.getFile() + ": access denied";
        }
        String reason = file.getReason();
        return file.getFile() + ": " + (reason == null ? file.getClass().getSimpleName() : reason);
    }
}
