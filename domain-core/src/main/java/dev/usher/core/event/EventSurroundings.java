package dev.usher.core.event;

import dev.usher.core.access.PackageLimits;
import dev.usher.core.access.Profile;
import java.util.List;

/**
 * What the rules of an event must know of the world around it, gathered in one transaction.
 *
 * @param profile how its organization does business
 * @param limits what the package of the organization allows
 * @param externalIdIsFree true when the organization has no event of that external id yet
 * @param venueIsOurs true when the venue it would have is one of the organization's, or it would have none
 * @param organizerIsOurs the same of its organizer
 * @param tickets its ticket classes
 * @param sales its orders
 * @param freeEvents how many other events of the organization cost nothing, are published and not over; counted only as far
 *     as the limit
 */
public record EventSurroundings(
        Profile profile,
        PackageLimits limits,
        boolean externalIdIsFree,
        boolean venueIsOurs,
        boolean organizerIsOurs,
        List<TicketOnOffer> tickets,
        EventSales sales,
        long freeEvents) {

    public EventSurroundings {
        tickets = List.copyOf(tickets);
    }

    /** True when no ticket costs anything. */
    public boolean isFree() {
        return tickets.stream().noneMatch(TicketOnOffer::isPaid);
    }
}
