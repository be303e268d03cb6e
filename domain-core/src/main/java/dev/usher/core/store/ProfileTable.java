package dev.usher.core.store;

import dev.usher.core.access.Profile;

/** How organizations do business: package, payment, fees. */
public interface ProfileTable {

    /** The organization's profile; version 0, with nothing said, where none was ever kept. */
    Profile of(long organization);

    /** Keeps a profile in place of the one of its version, which becomes one greater; false when the store has another by now. */
    boolean replace(Profile profile);
}
