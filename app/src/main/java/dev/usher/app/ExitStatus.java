package dev.usher.app;

import dev.usher.core.adapter.InvalidSetting;
import dev.usher.core.adapter.StoreHeld;
import dev.usher.core.rule.RuleKind;
import dev.usher.core.rule.Violation;
import dev.usher.core.store.DamagedLog;
import dev.usher.core.store.StoreUnavailable;
import java.io.UncheckedIOException;
import java.util.List;

/** How a command tells the shell what came of it. */
enum ExitStatus {
    SUCCESS(0, "success"),
    DATA(1, "the data has something wrong: refused rows, an unknown event, faults found by check"),
    USAGE(2, "wrong command line or setting"),
    UNAVAILABLE(3, "the store or the service is unavailable or in use, or what is asked for is not recorded yet"),
    INTERNAL(70, "internal error");

    private final int code;
    private final String meaning;

    ExitStatus(int code, String meaning) {
        this.code = code;
        this.meaning = meaning;
    }

    int code() {
        return code;
    }

    String meaning() {
        return meaning;
    }

    /** What an exception that ended a command means for the shell. */
    static ExitStatus of(Throwable thrown) {
        if (thrown instanceof Refused refused) {
            return of(refused.violations());
        }
        if (thrown instanceof InvalidSetting) {
            return USAGE;
        }
        if (thrown instanceof DamagedLog) {
            return DATA;
        }
        if (thrown instanceof StoreHeld
                || thrown instanceof StoreUnavailable
                || thrown instanceof UncheckedIOException) {
            return UNAVAILABLE;
        }
        return INTERNAL;
    }

    private static ExitStatus of(List<Violation> violations) {
        if (violations.stream().anyMatch(violation -> violation.kind() == RuleKind.NOT_YET)) {
            return UNAVAILABLE;
        }
        boolean badlyAsked = violations.stream()
                .allMatch(violation -> violation.kind() == RuleKind.ARGUMENT || violation.kind() == RuleKind.SHAPE);
        return badlyAsked ? USAGE : DATA;
    }
}
