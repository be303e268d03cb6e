package dev.usher.core.service;

import dev.usher.core.money.Money;
import dev.usher.core.ticketing.SaleStatus;
import dev.usher.core.ticketing.TicketClass;
import java.time.Instant;
import java.util.Optional;

/**
 * A ticket class as somebody may see it now.
 *
 * @param ticketClass the class; for a stranger without the description that is hidden from the public
 * @param cost what a buyer is shown as the price; empty where it is free or a donation, and while no price is set
 * @param fee what a buyer is shown as the fee on top; zero where the price includes it
 * @param actualCost what the organizer is paid for a ticket
 * @param actualFee what is taken from what the buyer pays
 * @param salesEnd when its sale ends, also where only the event's start says so; empty while nobody knows
 * @param status whether it can be bought now
 * @param hiddenNow true while the public does not see it
 * @param isOwned true when the one who asks may see the private attributes
 */
public record TicketClassView(
        TicketClass ticketClass,
        Optional<Money> cost,
        Optional<Money> fee,
        Optional<Money> actualCost,
        Optional<Money> actualFee,
        Optional<Instant> salesEnd,
        SaleStatus status,
        boolean hiddenNow,
        boolean isOwned) {}
