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

    private static final int SLOTS = 64;
    /** Each word at the place its letters tell, or at the next that is free. */
    private static final int[] CODE_AT = codesByPlace();

    /** What {@link #codeOf} answers where there is no such kind. */
    static final int NONE = -1;

    private final int code;
    private final String word = name().toLowerCase(Locale.ROOT);
    private final AsciiText letters = AsciiText.copyOf(word);

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

    /** The code of the kind of that word, or {@link #NONE}; makes no object. */
    static int codeOf(CharSequence word) {
        int length = word.length();
        if (length == 0) {
            return NONE;
        }
        int place = place(word);
        while (CODE_AT[place] != NONE && !BY_CODE[CODE_AT[place]].isWord(word)) {
            place = (place + 1) & (SLOTS - 1);
        }
        return CODE_AT[place];
    }

    private static int[] codesByPlace() {
        int[] codes = new int[SLOTS];
        Arrays.fill(codes, NONE);
        for (OperationKind kind : BY_CODE) {
            int place = place(kind.word);
            while (codes[place] != NONE) {
                place = (place + 1) & (SLOTS - 1);
            }
            codes[place] = kind.code;
        }
        return codes;
    }

    private static int place(CharSequence word) {
        int length = word.length();
        return (word.charAt(0) + 39 * word.charAt(length - 1) + 36 * length) & (SLOTS - 1);
    }

    private boolean isWord(CharSequence other) {
        return other instanceof AsciiText ascii ? ascii.isSame(letters) : word.contentEquals(other);
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
