package dev.usher.adapters.persistence;

import dev.usher.core.access.Profile;
import dev.usher.core.attribute.Attributes;
import dev.usher.core.store.ProfileTable;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Profiles in their table. */
record JdbiProfiles(Handle handle) implements ProfileTable {
    private static final ConceptTable<Profile> PROFILES =
            new ConceptTable<>("profile", "organization_id", List.of("organization_id"), Profile.ATTRIBUTES, row -> {
                long organization = row.getLong("organization_id");
                long version = row.getLong("version");
                return attributes -> new Profile(organization, version, attributes);
            });

    @Override
    public Profile of(long organization) {
        return PROFILES.of(handle, List.of(organization)).stream()
                .findFirst()
                .orElse(new Profile(organization, 0, Attributes.NONE));
    }

    // When two add the first at once, the second breaks the primary key and is run again.
    @Override
    public boolean replace(Profile profile) {
        Map<String, Long> identity = Map.of("organization_id", profile.organization());
        if (profile.version() > 0) {
            return PROFILES.replace(
                    handle, profile.organization(), profile.version(), identity, Map.of(), profile.attributes());
        }
        boolean isFirst = of(profile.organization()).version() == 0;
        if (isFirst) {
            PROFILES.add(handle, profile.organization(), identity, profile.attributes());
        }
        return isFirst;
    }
}
