package dev.usher.core.adapter;

import java.nio.file.Path;

/** An embedded store is in use by another process; a running service may have left its address in the folder. */
public final class StoreHeld extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Path folder;

    /** The store in this folder is held by another process. */
    public StoreHeld(Path folder) {
        super("the store in " + folder + " is in use by another process; stop that process, or use another folder");
        this.folder = folder;
    }

    /** Where the store lies. */
    public Path folder() {
        return folder;
    }
}
