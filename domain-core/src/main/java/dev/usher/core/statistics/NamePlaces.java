package dev.usher.core.statistics;

/**
 * Where the names of an operation stand among those of its batch, in one number, so that nothing has to look for them.
 *
 * <pre>
 *   63                 48 47                 32 31           0
 *  | bytes of the device | bytes of the ticket | first byte  |   the device's name follows the ticket's
 * </pre>
 */
final class NamePlaces {
    private static final int TICKET_SHIFT = 32;
    private static final int DEVICE_SHIFT = 48;
    private static final int LENGTH = 0xFFFF;

    private NamePlaces() {}

    static long of(int start, int ticketEnd, int deviceEnd) {
        return (long) (deviceEnd - ticketEnd) << DEVICE_SHIFT | (long) (ticketEnd - start) << TICKET_SHIFT | start;
    }

    static int ticketStart(long places) {
        return (int) places;
    }

    static int ticketLength(long places) {
        return (int) (places >>> TICKET_SHIFT) & LENGTH;
    }

    static int deviceStart(long places) {
        return ticketStart(places) + ticketLength(places);
    }

    static int deviceLength(long places) {
        return (int) (places >>> DEVICE_SHIFT);
    }
}
