package dev.usher.adapters.persistence;

import dev.usher.core.adapter.Setting;
import java.util.List;

/** What a person can set about the stores, besides the URL. */
final class StoreSettings {
    static final Setting LEAST_FREE_SPACE = new Setting(
            "store.least-free-space",
            "64m",
            "The embedded store takes no more writes when less than this is free on its disk.");
    static final Setting USER =
            new Setting("store.user", "", "User of the PostgreSQL database, unless the URL names one.");
    static final Setting PASSWORD =
            new Setting("store.password", "", "Password of the PostgreSQL user, unless the URL has one.");

    static final List<Setting> ALL = List.of(LEAST_FREE_SPACE, USER, PASSWORD);

    private StoreSettings() {}
}
