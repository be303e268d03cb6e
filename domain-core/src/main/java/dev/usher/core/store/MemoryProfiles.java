package dev.usher.core.store;

import dev.usher.core.access.Profile;
import dev.usher.core.attribute.Attributes;

/** How organizations do business, in memory. */
record MemoryProfiles(MemoryTransaction transaction) implements ProfileTable {
    private static final MemoryTable<Long, Profile> PROFILES = new MemoryTable<>("profiles");

    @Override
    public Profile of(long organization) {
        return transaction.row(PROFILES, organization).orElse(new Profile(organization, 0, Attributes.NONE));
    }

    @Override
    public boolean replace(Profile profile) {
        boolean isLatest = of(profile.organization()).version() == profile.version();
        if (isLatest) {
            transaction.put(
                    PROFILES,
                    profile.organization(),
                    new Profile(profile.organization(), profile.version() + 1, profile.attributes()));
        }
        return isLatest;
    }
}
