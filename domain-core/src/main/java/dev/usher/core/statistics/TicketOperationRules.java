package dev.usher.core.statistics;

import static dev.usher.core.rule.OutsideText.LONGEST_NAME;
import static dev.usher.core.rule.OutsideText.isName;
import static dev.usher.core.rule.OutsideText.isWritable;
import static dev.usher.core.rule.OutsideText.shown;
import static dev.usher.core.rule.RuleKind.ARGUMENT;

import dev.usher.core.rule.Rule;
import dev.usher.core.rule.RuleBook;
import dev.usher.core.rule.Violation;
import java.util.List;
import java.util.function.Function;

/** What a ticket operation must be like to enter a log. Every sequence of operations has a meaning, so no rule looks at two. */
public final class TicketOperationRules {

    /** The rules, in the order in which violations are reported. */
    public static final RuleBook<OperationText> BOOK = new RuleBook<>(List.of(
            said("TOP-01", "event_id", OperationText::event, "the event's id"),
            said("TOP-02", "ticket_id", OperationText::ticket, "the ticket's id"),
            said("TOP-03", "operation", OperationText::operation, "one of " + OperationKind.words()),
            said("TOP-04", "occurred_at", OperationText::occurredAt, InstantText.EXPECTED),
            Rule.row("TOP-05", "UNKNOWN_OPERATION", "operation", ARGUMENT, "decision 30")
                    .when(
                            text -> !text.operation().isBlank(),
                            text -> OperationKind.of(text.operation()).isPresent(),
                            text -> "'" + shown(text.operation()) + "' is no operation; expected one of "
                                    + OperationKind.words()),
            Rule.row("TOP-06", "INVALID_INSTANT", "occurred_at", ARGUMENT, "decision 30")
                    .when(
                            text -> !text.occurredAt().isBlank(),
                            text -> InstantText.microseconds(text.occurredAt()) != InstantText.UNREADABLE,
                            text -> "'" + shown(text.occurredAt()) + "' is no instant; expected "
                                    + InstantText.EXPECTED),
            shortEnough("TOP-07", "event_id", OperationText::event),
            shortEnough("TOP-08", "ticket_id", OperationText::ticket),
            shortEnough("TOP-09", "device_id", OperationText::device),
            writable("TOP-10", "event_id", OperationText::event),
            writable("TOP-11", "ticket_id", OperationText::ticket),
            writable("TOP-12", "device_id", OperationText::device)));

    private TicketOperationRules() {}

    /**
     * Hands the operation to the sink when it breaks no rule.
     *
     * @return every violation; empty when the sink took it
     */
    public static List<Violation> admit(OperationText text, OperationSink sink) {
        return admit(text.event(), text.ticket(), text.operation(), text.occurredAt(), text.device(), sink);
    }

    /**
     * Hands the operation to the sink when it breaks no rule; the texts need to hold only during the call.
     *
     * @return every violation; empty when the sink took it
     */
    public static List<Violation> admit(
            CharSequence event,
            CharSequence ticket,
            CharSequence operation,
            CharSequence occurredAt,
            CharSequence device,
            OperationSink sink) {
        int kind = OperationKind.codeOf(operation);
        long microseconds = InstantText.microseconds(occurredAt);
        boolean admissible = kind != OperationKind.NONE
                && microseconds != InstantText.UNREADABLE
                && !isBlank(event)
                && !isBlank(ticket)
                && isKept(event)
                && isKept(ticket)
                && isKept(device);
        if (!admissible) {
            return BOOK.violations(new OperationText(
                    event.toString(),
                    ticket.toString(),
                    operation.toString(),
                    occurredAt.toString(),
                    device.toString()));
        }
        sink.add(event, ticket, OperationKind.ofCode(kind), microseconds, device);
        return List.of();
    }

    private static boolean isBlank(CharSequence text) {
        boolean hasMark = !text.isEmpty() && text.charAt(0) > ' ' && text.charAt(0) <= '~';
        return !hasMark && text.toString().isBlank();
    }

    /** The same as {@link dev.usher.core.rule.OutsideText#isName}, for a text that can only be too long as well. */
    private static boolean isKept(CharSequence text) {
        return text instanceof AsciiText ? text.length() <= LONGEST_NAME : isName(text.toString());
    }

    private static Rule<OperationText> said(
            String id, String path, Function<OperationText, String> value, String expected) {
        return Rule.row(id, "MISSING_VALUE", path, ARGUMENT, "decision 30")
                .require(text -> !value.apply(text).isBlank(), text -> path + " is missing; expected " + expected);
    }

    private static Rule<OperationText> shortEnough(String id, String path, Function<OperationText, String> value) {
        return Rule.row(id, "TOO_LONG", path, ARGUMENT, "decision 30")
                .require(
                        text -> value.apply(text).length() <= LONGEST_NAME,
                        text -> path + " has " + value.apply(text).length() + " characters; at most " + LONGEST_NAME
                                + " are allowed: '" + shown(value.apply(text)) + "'");
    }

    private static Rule<OperationText> writable(String id, String path, Function<OperationText, String> value) {
        return Rule.row(id, "INVALID_CHARACTER", path, ARGUMENT, "decision 30")
                .require(
                        text -> isWritable(value.apply(text)),
                        text -> path + " '" + shown(value.apply(text))
                                + "' holds U+0000 or half of a surrogate pair, which no database keeps;"
                                + " expected any other text");
    }
}
