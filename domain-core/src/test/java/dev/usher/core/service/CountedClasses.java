package dev.usher.core.service;

import static dev.usher.core.ticketing.TicketClassAttributes.QUANTITY_TOTAL;
import static dev.usher.core.ticketing.TicketClassAttributes.SALES_START_AFTER;

import dev.usher.core.ticketing.TicketClass;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The classes of one event, counted and followed here and not by what the engine has for that.
 *
 * @param classes all of them
 */
record CountedClasses(List<TicketClass> classes) {

    /** How many tickets there are; a class without a number adds none. */
    long tickets() {
        long tickets = 0;
        for (TicketClass each : classes) {
            tickets += each.attributes().said(QUANTITY_TOTAL).orElse(0L);
        }
        return tickets;
    }

    /** The longest way from a class to the one it waits for, and on; as long as there are classes where that is a circle. */
    int longestWait() {
        Map<Long, Optional<Long>> waitsFor = new HashMap<>();
        classes.forEach(each -> waitsFor.put(each.id(), each.attributes().said(SALES_START_AFTER)));
        int longest = 0;
        for (TicketClass each : classes) {
            int steps = 0;
            Optional<Long> next = waitsFor.get(each.id());
            while (next.filter(waitsFor::containsKey).isPresent() && steps < classes.size()) {
                steps++;
                next = waitsFor.get(next.get());
            }
            longest = Math.max(longest, steps);
        }
        return longest;
    }

    /** True when some class waits for itself, by whatever way round: who takes a step for each class has been there before. */
    boolean hasCircle() {
        return !classes.isEmpty() && longestWait() == classes.size();
    }

    /** True when every class that waits waits for one that is here. */
    boolean waitsForItsOwnOnly() {
        List<Long> ids = classes.stream().map(TicketClass::id).toList();
        return classes.stream()
                .flatMap(each -> each.attributes().said(SALES_START_AFTER).stream())
                .allMatch(ids::contains);
    }
}
