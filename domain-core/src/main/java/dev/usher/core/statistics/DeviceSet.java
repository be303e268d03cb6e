package dev.usher.core.statistics;

import java.util.HashSet;
import java.util.Set;

/**
 * The devices one ticket is on: one inline, the rest aside, because nearly every ticket is on one or none.
 *
 * <p>Devices are known by their keys; 0 is the unknown device, a device like any other.
 */
final class DeviceSet {
    private boolean hasOne;
    private long one;
    private final Set<Long> others = new HashSet<>();

    void clear() {
        hasOne = false;
        if (!others.isEmpty()) {
            others.clear();
        }
    }

    boolean isEmpty() {
        return !hasOne && others.isEmpty();
    }

    void add(long device) {
        if (!hasOne && others.isEmpty()) {
            hasOne = true;
            one = device;
        } else if (!(hasOne && one == device)) {
            others.add(device);
        }
    }

    void remove(long device) {
        if (hasOne && one == device) {
            hasOne = false;
        } else if (!others.isEmpty()) {
            others.remove(device);
        }
    }
}
