package dev.usher.core.statistics;

/**
 * The finite part of a ticket's condition, in eleven bits. Which devices it is on is kept beside it; here stands only
 * whether it is on any.
 *
 * <pre>
 *  10..8      7           6..5         4          3          2              1         0
 *  transfers  controlled  activation   pending    on device  ever on one    deleted   issued
 *  0..4       0..1        0..3         0..1       0..1       0..1           0..1      0..1
 * </pre>
 *
 * Four transfers stand for four or more. A ticket counts nowhere until it is issued; what was known of it before is
 * applied all the same and counts from then on.
 */
final class TicketState {
    /** How many states there are, reachable or not. */
    static final int COUNT = 1 << 11;

    /** Nothing is known of the ticket. */
    static final int UNKNOWN = 0;

    private static final int ISSUED = 1;
    private static final int DELETED = 1 << 1;
    private static final int EVER_ON_DEVICE = 1 << 2;
    private static final int ON_DEVICE = 1 << 3;
    private static final int PENDING = 1 << 4;
    private static final int ACTIVATION = 3 << 5;
    private static final int ONLINE = 1 << 5;
    private static final int OFFLINE = 2 << 5;
    private static final int MANUAL = 3 << 5;
    private static final int CONTROLLED = 1 << 7;
    private static final int TRANSFER = 1 << 8;
    private static final int MOST_TRANSFERS = 4;

    private TicketState() {}

    /** The state after an operation; {@code onDevice} says whether the ticket is on any device then. */
    static int after(int state, OperationKind kind, boolean onDevice) {
        return switch (kind) {
            case ISSUED -> state | ISSUED;
            case DOWNLOADED -> state | EVER_ON_DEVICE | ON_DEVICE;
            case LOGGED_OFF -> onDevice ? state | ON_DEVICE : state & ~ON_DEVICE;
            case TRANSFER_STARTED -> state | PENDING;
            case TRANSFER_ACCEPTED -> withoutPending(transfers(state) < MOST_TRANSFERS ? state + TRANSFER : state);
            case TRANSFER_CANCELLED -> withoutPending(state);
            case ACTIVATED -> activated(state, ONLINE);
            case ACTIVATED_OFFLINE -> activated(state, OFFLINE);
            case ACTIVATED_MANUALLY -> activated(state, MANUAL);
            case DEACTIVATED -> state & ~ACTIVATION;
            case CONTROLLED -> state | CONTROLLED;
            case CONTROL_REVERTED -> state & ~CONTROLLED;
            case DELETED -> state | DELETED;
        };
    }

    private static int withoutPending(int state) {
        return state & ~PENDING;
    }

    private static int activated(int state, int mode) {
        return (state & ACTIVATION) == 0 ? state | mode : state;
    }

    static boolean isIssued(int state) {
        return (state & ISSUED) != 0;
    }

    private static int transfers(int state) {
        return state >>> 8;
    }

    /** What a ticket in this state adds to a counter: 1 or 0. Transfers are counted by the operations themselves. */
    static int counts(int state, Counter counter) {
        boolean issued = isIssued(state);
        boolean deleted = (state & DELETED) != 0;
        int activation = state & ACTIVATION;
        boolean counted = switch (counter) {
            case TOTAL -> true;
            case DELETED -> deleted;
            case EVER_DOWNLOADED -> (state & EVER_ON_DEVICE) != 0;
            case DOWNLOADED -> (state & ON_DEVICE) != 0;
            case PENDING_TRANSFER -> !deleted && (state & PENDING) != 0;
            case CONTROLLED -> (state & CONTROLLED) != 0;
            case ACTIVATED -> activation != 0;
            case ACTIVATED_OFFLINE -> activation == OFFLINE;
            case ACTIVATED_MANUALLY -> activation == MANUAL;
            case NOT_ACTIVATED -> !deleted && activation == 0;
            case TRANSFERRED_ONCE -> transfers(state) == 1;
            case TRANSFERRED_TWICE -> transfers(state) == 2;
            case TRANSFERRED_THREE_TIMES -> transfers(state) == 3;
            case TRANSFERRED_FOUR_TIMES_OR_MORE -> transfers(state) == MOST_TRANSFERS;
            case TRANSFERS -> false;
        };
        return issued && counted ? 1 : 0;
    }
}
