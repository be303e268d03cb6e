package dev.usher.core.event;

import dev.usher.core.access.PackageLimits;
import dev.usher.core.access.Profile;
import java.util.List;
import java.util.Set;

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
 * @param respondents whom its questions are for
 */
public record EventSurroundings(
        Profile profile,
        PackageLimits limits,
        boolean externalIdIsFree,
        boolean venueIsOurs,
        boolean organizerIsOurs,
        List<TicketOnOffer> tickets,
        EventSales sales,
        long freeEvents,
        Set<String> respondents) {

    public EventSurroundings {
        tickets = List.copyOf(tickets);
        respondents = Set.copyOf(respondents);
    }

    /** True when all tickets are free ones; donations are not. */
    public boolean isFree() {
        return tickets.stream().allMatch(TicketOnOffer::isFree);
    }

    /** True when there are tickets that have a price. */
    boolean sellsTickets() {
        return tickets.stream().anyMatch(TicketOnOffer::isPaid);
    }
}
