package dev.usher.app;

import java.time.Instant;
import java.util.List;

/**
 * One event of the demonstration weekend, and how its guests behave; chances are in percent of tickets.
 *
 * @param id the event's id, also the name of its file
 * @param share its part of all tickets, in percent
 * @param saleOpens when tickets go on sale
 * @param doorsOpen when the gate opens
 * @param ends when it is over
 * @param deleted tickets taken back before the event
 * @param transferred tickets somebody tries to hand on
 * @param present guests who come
 * @param returning guests who leave and are let in again
 */
record DemoEvent(
        String id,
        int share,
        Instant saleOpens,
        Instant doorsOpen,
        Instant ends,
        int deleted,
        int transferred,
        int present,
        int returning) {

    /** A club night, a festival and a matinee, in the order in which they happen. */
    static List<DemoEvent> weekend() {
        return List.of(
                new DemoEvent(
                        "friday-club-night",
                        20,
                        Instant.parse("2025-05-19T08:00:00Z"),
                        Instant.parse("2025-06-20T20:00:00Z"),
                        Instant.parse("2025-06-21T03:00:00Z"),
                        3,
                        16,
                        88,
                        9),
                new DemoEvent(
                        "saturday-festival",
                        65,
                        Instant.parse("2025-03-03T09:00:00Z"),
                        Instant.parse("2025-06-21T10:00:00Z"),
                        Instant.parse("2025-06-21T22:30:00Z"),
                        4,
                        22,
                        93,
                        24),
                new DemoEvent(
                        "sunday-matinee",
                        15,
                        Instant.parse("2025-05-01T07:00:00Z"),
                        Instant.parse("2025-06-22T12:15:00Z"),
                        Instant.parse("2025-06-22T16:00:00Z"),
                        6,
                        8,
                        82,
                        2));
    }

    /** Before the weekend's first doors, in the middle of the festival, and when everything is over. */
    static List<Instant> instants() {
        return List.of(
                Instant.parse("2025-06-20T18:00:00Z"),
                Instant.parse("2025-06-21T12:00:00Z"),
                Instant.parse("2025-06-23T06:00:00Z"));
    }
}
