package dev.usher.core.statistics;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What can happen to a ticket, in the order in which operations at one instant apply.
 *
 * <p>Source: {@code docs/statistics.md}, table of operations.
 */
public enum OperationKind {
    /** The ticket exists from here on. */
    ISSUED(0),
    /** It is on the device. */
    DOWNLOADED(1),
    /** It is no longer on the device. */
    LOGGED_OFF(2),
    /** A transfer is pending. */
    TRANSFER_STARTED(3),
    /** A transfer went through; none is pending. */
    TRANSFER_ACCEPTED(4),
    /** A transfer was cancelled, rejected or has expired; none is pending. */
    TRANSFER_CANCELLED(5),
    /** Activated online, unless it is activated already. */
    ACTIVATED(6),
    /** Activated offline, unless it is activated already. */
    ACTIVATED_OFFLINE(7),
    /** Activated by hand, unless it is activated already. */
    ACTIVATED_MANUALLY(8),
    /** Not activated any more. */
    DEACTIVATED(9),
    /** Scanned at the gate. */
    CONTROLLED(10),
    /** The scan is taken back. */
    CONTROL_REVERTED(11),
    /** Deleted, for good. */
    DELETED(12);

    private static final OperationKind[] BY_CODE = values();
    private static final Map<String, OperationKind> BY_WORD =
            Arrays.stream(BY_CODE).collect(Collectors.toUnmodifiableMap(OperationKind::word, Function.identity()));

    /** How many kinds there are. */
    static final int COUNT = BY_CODE.length;

    private final int code;
    private final String word = name().toLowerCase(Locale.ROOT);

    /** A kind with its code, which is its place in tie order and stands in stored blocks: never to be changed. */
    OperationKind(int code) {
        this.code = code;
    }

    /** The word used in files and requests, such as {@code transfer_accepted}. */
    public String word() {
        return word;
    }

    /** The kind of that word, to the letter; empty when there is none. */
    public static Optional<OperationKind> of(String word) {
        return Optional.ofNullable(BY_WORD.get(word));
    }

    /** All words, in tie order. */
    public static List<String> words() {
        return Arrays.stream(BY_CODE).map(OperationKind::word).toList();
    }

    int code() {
        return code;
    }

    static OperationKind ofCode(int code) {
        return BY_CODE[code];
    }
}
