package dev.usher.core.ticketing;

import dev.usher.core.money.FeeSchedule;
import dev.usher.core.money.Money;
import java.util.Optional;

/**
 * What one paid ticket costs, who pays the fee, and who gets what.
 *
 * <pre>
 *                     cost    fee   the buyer pays   actual cost   actual fee
 * fee on top             P      F            P + F             P            F
 * fee included           P      0                P         P - F            F
 * </pre>
 *
 * @param cost what a buyer is shown as the price
 * @param fee what a buyer is shown on top of it
 * @param actualCost what the organizer is paid
 * @param actualFee what is taken from what the buyer pays
 */
public record Price(Money cost, Money fee, Money actualCost, Money actualFee) {

    /** The price of a ticket of a class; empty where it is free or a donation, and while no cost is set. */
    public static Optional<Price> of(TicketClass ticketClass, FeeSchedule fees) {
        return ticketClass
                .get(TicketClassAttributes.COST)
                .filter(cost -> ticketClass.isPaid())
                .map(cost -> of(cost, fees.on(cost), ticketClass.is(TicketClassAttributes.INCLUDE_FEE)));
    }

    private static Price of(Money cost, Money fee, boolean isIncluded) {
        return isIncluded
                ? new Price(cost, Money.zero(cost.currency()), cost.minus(fee), fee)
                : new Price(cost, fee, cost, fee);
    }

    /** False when the fee leaves the organizer nothing of a price, as it may where it is included. */
    public boolean paysItsFee() {
        return cost.minor() <= 0 || actualCost.minor() > 0;
    }

    /** What the buyer pays in all. */
    public Money total() {
        return cost.plus(fee);
    }
}
