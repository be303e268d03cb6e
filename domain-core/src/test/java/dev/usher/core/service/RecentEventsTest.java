package dev.usher.core.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.core.access.Actor;
import dev.usher.core.access.Organization;
import dev.usher.core.access.Role;
import dev.usher.core.attribute.Attributes;
import dev.usher.core.attribute.Change;
import dev.usher.core.event.Event;
import dev.usher.core.event.EventAttributes;
import dev.usher.core.event.EventRef;
import dev.usher.core.store.MemoryStore;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Events looked at lately are found without the store, and never as they were before. */
class RecentEventsTest {
    private static final long MUCH = 1 << 20;

    private final Services services =
            Services.over(new MemoryStore(), InstantSource.system(), new Random(1), Terms.within(1 << 20));
    private final Organization house =
            services.organizations().findOrCreate("house").orThrow();
    private final Actor owner = new Actor(house.id(), Role.OWNER);

    @Test
    void anEventIsAtHandOnceItWasLookedAtAndUntilItIsChanged() {
        long number = draft("club night");
        assertThat(services.events().findAtHand(Optional.of(owner), number)).isEmpty();
        services.events().find(Optional.of(owner), number).orThrow();
        assertThat(nameAtHand(number)).contains("club night");
        rename(number, "late night");
        assertThat(services.events().findAtHand(Optional.of(owner), number)).isEmpty();
        services.events().find(Optional.of(owner), number).orThrow();
        assertThat(nameAtHand(number)).contains("late night");
    }

    @Test
    void whatIsAtHandIsShownToNobodyElse() {
        long number = draft("club night");
        services.events().find(Optional.of(owner), number).orThrow();
        Optional<Actor> stranger = Optional.of(new Actor(house.id() + 1, Role.OWNER));
        assertThat(services.events().findAtHand(stranger, number).orElseThrow().violations())
                .isEqualTo(services.events().find(stranger, number).violations())
                .isNotEmpty();
    }

    @Test
    void whatWasReadBeforeAChangeIsNotKeptAfterIt() {
        RecentEvents recent = new RecentEvents(MUCH);
        long before = recent.changes();
        recent.changed(7);
        recent.keep(seen(7, ""), before);
        assertThat(recent.find(7)).isEmpty();
        recent.keep(seen(7, ""), recent.changes());
        assertThat(recent.find(7)).isPresent();
    }

    @Test
    void theOneLookedAtLongestAgoMakesRoom() {
        SeenEvent one = seen(1, "x".repeat(1_000));
        RecentEvents recent = new RecentEvents(2 * one.bytes());
        recent.keep(one, 0);
        recent.keep(seen(2, "y".repeat(1_000)), 0);
        assertThat(recent.find(1)).isPresent();
        recent.keep(seen(3, "z".repeat(1_000)), 0);
        assertThat(recent.find(2)).isEmpty();
        assertThat(recent.find(1)).isPresent();
        assertThat(recent.find(3)).isPresent();
        recent.keep(seen(4, "w".repeat(1_000_000)), 0);
        assertThat(recent.find(4)).isEmpty();
    }

    @Test
    void nothingIsKeptWhereOtherProcessesMayWrite() {
        RecentEvents recent = new RecentEvents(0);
        recent.keep(seen(1, ""), 0);
        assertThat(recent.find(1)).isEmpty();
    }

    @Test
    void nobodyIsToldOfAnEarlierStateThanWasAcknowledged() throws InterruptedException, ExecutionException {
        long number = draft("0");
        AtomicLong acknowledged = new AtomicLong();
        ExecutorService threads = Executors.newFixedThreadPool(3);
        Future<?> writer = threads.submit(() -> {
            for (long name = 1; name <= 2_000; name++) {
                rename(number, Long.toString(name));
                acknowledged.set(name);
            }
        });
        List<Future<?>> readers = List.of(
                threads.submit(() -> look(number, acknowledged)), threads.submit(() -> look(number, acknowledged)));
        writer.get();
        for (Future<?> reader : readers) {
            reader.get();
        }
        threads.shutdown();
    }

    private void look(long number, AtomicLong acknowledged) {
        while (acknowledged.get() < 2_000) {
            long least = acknowledged.get();
            String name = services.events()
                    .find(Optional.of(owner), number)
                    .orThrow()
                    .event()
                    .name();
            assertThat(Long.parseLong(name)).isGreaterThanOrEqualTo(least);
        }
    }

    private Optional<String> nameAtHand(long number) {
        return services.events()
                .findAtHand(Optional.of(owner), number)
                .map(outcome -> outcome.orThrow().event().name());
    }

    private long draft(String name) {
        return services.events()
                .draft(owner, house.id(), Optional.empty(), Change.NONE.with(EventAttributes.NAME, name))
                .orThrow()
                .event()
                .ref()
                .event();
    }

    private void rename(long number, String name) {
        services.events()
                .update(owner, number, Change.NONE.with(EventAttributes.NAME, name), Optional.empty())
                .orThrow();
    }

    private static SeenEvent seen(long number, String description) {
        Attributes attributes = Attributes.NONE.with(EventAttributes.DESCRIPTION, description);
        return SeenEvent.of(new Event(new EventRef(1, number), Long.toString(number), 1, attributes), List.of());
    }
}
