package dev.usher.core.event;

import static dev.usher.core.event.EventOperation.CANCEL;
import static dev.usher.core.event.EventOperation.DELETE;
import static dev.usher.core.event.EventOperation.PUBLISH;
import static dev.usher.core.event.EventOperation.UNPUBLISH;
import static dev.usher.core.event.EventRules.ledger;
import static dev.usher.core.event.EventRules.state;

import dev.usher.core.rule.Rule;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** From a draft to the end: what may be done where the event stands, see {@link EventState}, and with tickets sold. */
final class LifecycleRules {
    static final List<Rule<EventFacts>> ROWS = List.of(
            step("EVT-50", PUBLISH, "ALREADY_PUBLISHED_OR_DELETED", "EB-05"),
            step("EVT-51", UNPUBLISH, "NOT_PUBLISHED", "EB-06"),
            step("EVT-52", CANCEL, "ALREADY_CANCELED", "EB-07"),
            step("EVT-53", DELETE, "ALREADY_DELETED", "EB-09"),
            state(
                            "EVT-54",
                            "CANNOT_UNPUBLISH",
                            "",
                            ledger("CANNOT_UNPUBLISH", "EB-06") + ", EB-06.r.free, EB-06.r.paid, decision 13")
                    .on(UNPUBLISH)
                    .when(
                            facts -> facts.state() == EventState.PUBLISHED,
                            facts -> facts.around().sales().placed() == 0 || isPaidOut(facts),
                            facts -> "the event has "
                                    + facts.around().sales().placed()
                                    + " orders; a free event with orders stays published, a paid one until it is over"
                                    + " and paid out"),
            withoutOrders("EVT-55", CANCEL, "CANNOT_CANCEL", "EB-07"),
            withoutOrders("EVT-56", DELETE, "CANNOT_DELETE", "EB-09"));

    private LifecycleRules() {}

    private static Rule<EventFacts> step(String id, EventOperation operation, String code, String endpoint) {
        return state(id, code, "", ledger(code, endpoint))
                .on(operation)
                .require(
                        facts -> facts.state().after(operation).isPresent(),
                        facts -> "the event is " + facts.state().word() + "; to " + operation.word()
                                + " it, expected it to be " + before(operation));
    }

    /** Where an event stands when the operation leads somewhere. */
    private static String before(EventOperation operation) {
        return Arrays.stream(EventState.values())
                .filter(state -> state.after(operation).isPresent())
                .map(EventState::word)
                .collect(Collectors.joining(" or "));
    }

    private static Rule<EventFacts> withoutOrders(String id, EventOperation operation, String code, String endpoint) {
        return state(id, code, "", ledger(code, endpoint) + ", " + endpoint + ".r.orders, decision 13")
                .on(operation)
                .require(
                        facts -> facts.around().sales().unrefunded() == 0,
                        facts -> "the event has "
                                + facts.around().sales().unrefunded()
                                + " orders that are not refunded; refund them first");
    }

    private static boolean isPaidOut(EventFacts facts) {
        return !facts.around().isFree() && facts.status() == EventStatus.COMPLETED;
    }
}
