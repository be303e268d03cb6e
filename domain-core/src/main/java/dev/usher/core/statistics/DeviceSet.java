package dev.usher.core.statistics;

import java.util.Arrays;

/**
 * The devices one ticket is on: nearly always one or none, which a field holds; the others in one array by open addressing.
 *
 * <p>Devices are known by their keys, which are hashes; 0 is the unknown device, a device like any other, and stands
 * apart, because 0 means an empty place.
 */
final class DeviceSet {
    private static final int FIRST_SLOTS = 8;

    /** The device that came when there was no other; 0 when it is gone. */
    private long first;

    private long[] slots = new long[FIRST_SLOTS];
    private int inSlots;
    private boolean hasUnknown;

    void clear() {
        hasUnknown = false;
        first = 0;
        if (slots.length > FIRST_SLOTS) {
            slots = new long[FIRST_SLOTS];
        } else if (inSlots > 0) {
            Arrays.fill(slots, 0);
        }
        inSlots = 0;
    }

    /** Holds what another set holds, and nothing else. */
    void becomeAs(DeviceSet other) {
        clear();
        hasUnknown = other.hasUnknown;
        first = other.first;
        if (other.inSlots > 0) {
            slots = other.slots.clone();
            inSlots = other.inSlots;
        }
    }

    /** True when another set surely holds the same; false, where several devices are in them, may be a mistake. */
    boolean isSurelyAs(DeviceSet other) {
        return first == other.first && hasUnknown == other.hasUnknown && inSlots == 0 && other.inSlots == 0;
    }

    boolean isEmpty() {
        return first == 0 && inSlots == 0 && !hasUnknown;
    }

    void add(long device) {
        if (device == 0) {
            hasUnknown = true;
        } else if (first == 0 && inSlots == 0) {
            first = device;
        } else if (device != first) {
            addToSlots(device);
        }
    }

    void remove(long device) {
        if (device == 0) {
            hasUnknown = false;
        } else if (device == first) {
            first = 0;
        } else if (inSlots > 0) {
            removeFromSlots(device);
        }
    }

    private void addToSlots(long device) {
        int slot = slot(slots, device);
        if (slots[slot] == device) {
            return;
        }
        slots[slot] = device;
        if (2 * ++inSlots > slots.length) {
            grow();
        }
    }

    private void removeFromSlots(long device) {
        int slot = slot(slots, device);
        if (slots[slot] == device) {
            inSlots--;
            close(slot);
        }
    }

    /** Empties a slot, moving into it what could not be found any more behind a gap. */
    private void close(int emptied) {
        int mask = slots.length - 1;
        int gap = emptied;
        slots[gap] = 0;
        for (int at = (gap + 1) & mask; slots[at] != 0; at = (at + 1) & mask) {
            int home = (int) slots[at] & mask;
            if (((at - home) & mask) >= ((at - gap) & mask)) {
                slots[gap] = slots[at];
                slots[at] = 0;
                gap = at;
            }
        }
    }

    private void grow() {
        long[] grown = new long[2 * slots.length];
        for (long device : slots) {
            if (device != 0) {
                grown[slot(grown, device)] = device;
            }
        }
        slots = grown;
    }

    /** Where the device is, or the empty slot where it belongs. */
    private static int slot(long[] slots, long device) {
        int mask = slots.length - 1;
        int slot = (int) device & mask;
        while (slots[slot] != 0 && slots[slot] != device) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }
}
