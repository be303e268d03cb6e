package dev.usher.core.event;

import dev.usher.core.money.Money;
import java.util.Optional;

/**
 * What the rules of an event must know of one of its ticket classes.
 *
 * @param id number of the class
 * @param name empty where it has none
 * @param quantity how many there are
 * @param cost what one costs
 * @param isFree true when it costs nothing by its kind
 * @param isDonation true when the buyer names the price
 * @param splitsFee true when its fee is split, which is no longer possible
 * @param paysItsFee false when the fee it includes leaves nothing of its price
 * @param waits true when its sale starts after that of another class
 */
public record TicketOnOffer(
        long id,
        Optional<String> name,
        Optional<Long> quantity,
        Optional<Money> cost,
        boolean isFree,
        boolean isDonation,
        boolean splitsFee,
        boolean paysItsFee,
        boolean waits) {

    /** True when it is neither free nor a donation. */
    public boolean isPaid() {
        return !isFree && !isDonation;
    }

    /** Its number: what a rule over several classes shows. */
    @Override
    public String toString() {
        return Long.toString(id);
    }
}
