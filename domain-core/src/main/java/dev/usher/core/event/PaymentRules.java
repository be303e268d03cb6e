package dev.usher.core.event;

import static dev.usher.core.access.Profile.PAYMENT_COUNTRY;
import static dev.usher.core.access.Profile.PAYMENT_TYPE;
import static dev.usher.core.access.Profile.PAYPAL_EMAIL;
import static dev.usher.core.event.EventOperation.PUBLISH;
import static dev.usher.core.event.EventOperation.UPDATE;
import static dev.usher.core.event.EventRules.ledger;
import static dev.usher.core.event.EventRules.state;

import dev.usher.core.attribute.Attribute;
import dev.usher.core.rule.Rule;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** How an organization is paid, before it sells what costs something (decision 16). */
final class PaymentRules {
    static final List<Rule<EventFacts>> ROWS = List.of(
            paid(
                    "EVT-80",
                    "NO_PAYMENT_OPTIONS",
                    PaymentRules::sells,
                    PaymentRules::hasAny,
                    "how the organization is paid is not set; set country and type in its profile"),
            paid(
                    "EVT-81",
                    "PAYMENT_OPTIONS_NO_COUNTRY",
                    facts -> sells(facts) && hasAny(facts),
                    facts -> profile(facts, PAYMENT_COUNTRY).isPresent(),
                    "the country in which the organization is paid is not set; set it in its profile"),
            paid(
                    "EVT-82",
                    "PAYMENT_OPTIONS_NO_PAYMENT_TYPE",
                    facts -> sells(facts) && hasAny(facts),
                    facts -> profile(facts, PAYMENT_TYPE).isPresent(),
                    "in which way the organization is paid is not set; set the type in its profile"),
            paid(
                    "EVT-83",
                    "PAYMENT_OPTIONS_PAYPAL_NO_EMAIL",
                    facts -> sells(facts)
                            && profile(facts, PAYMENT_TYPE)
                                    .filter("paypal"::equals)
                                    .isPresent(),
                    facts -> profile(facts, PAYPAL_EMAIL).isPresent(),
                    "the organization is paid by PayPal, and the address is not set; set it in its profile"),
            row("EVT-84", "PAYMENT_OPTIONS_DEPRECATED_SPLIT_FEES")
                    .when(
                            PaymentRules::isGuarded,
                            facts -> splitting(facts).isEmpty(),
                            facts -> "ticket class " + splitting(facts)
                                    + " splits the fee; expected the fee on top or included"));

    private PaymentRules() {}

    private static Rule<EventFacts> paid(
            String id, String code, Predicate<EventFacts> applies, Predicate<EventFacts> holds, String message) {
        return row(id, code).when(facts -> isGuarded(facts) && applies.test(facts), holds, facts -> message);
    }

    private static Rule.Draft row(String id, String code) {
        return state(id, code, "", ledger(code, "EB-04", "EB-05") + ", decision 16")
                .on(PUBLISH, UPDATE);
    }

    /** The classes whose fee is split, by number. */
    private static String splitting(EventFacts facts) {
        return facts.around().tickets().stream()
                .filter(TicketOnOffer::splitsFee)
                .map(TicketOnOffer::toString)
                .collect(Collectors.joining(", "));
    }

    /** True when a draft is to be published, or what is said of an event that is on. */
    private static boolean isGuarded(EventFacts facts) {
        boolean publishes = facts.operation() == PUBLISH && facts.state() == EventState.DRAFT;
        EventStatus status = facts.status();
        boolean isOn = facts.operation() == UPDATE && (status == EventStatus.LIVE || status == EventStatus.STARTED);
        return publishes || isOn;
    }

    private static boolean sells(EventFacts facts) {
        return facts.around().sellsTickets();
    }

    private static boolean hasAny(EventFacts facts) {
        return profile(facts, PAYMENT_COUNTRY).isPresent()
                || profile(facts, PAYMENT_TYPE).isPresent()
                || profile(facts, PAYPAL_EMAIL).isPresent();
    }

    private static Optional<String> profile(EventFacts facts, Attribute<String> attribute) {
        return facts.around().profile().attributes().get(attribute).filter(text -> !text.isBlank());
    }
}
