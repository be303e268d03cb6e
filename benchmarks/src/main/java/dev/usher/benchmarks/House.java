package dev.usher.benchmarks;

import com.google.inject.Guice;
import com.google.inject.Key;
import com.google.inject.TypeLiteral;
import dev.usher.adapters.persistence.PersistenceModule;
import dev.usher.core.Usher;
import dev.usher.core.access.Actor;
import dev.usher.core.adapter.Settings;
import dev.usher.core.adapter.StoreFactory;
import dev.usher.core.service.StatisticsSeries;
import dev.usher.core.statistics.AsOfQuestion;
import dev.usher.core.statistics.EventInQuestion;
import dev.usher.core.statistics.SeriesQuestion;
import dev.usher.core.statistics.TicketStatistics;
import dev.usher.core.store.Store;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/**
 * Usher with a log taken in, to be asked by its owner as an application that embeds it asks.
 *
 * @param usher the engine
 * @param owner who asks
 */
record House(Usher usher, Actor owner) {

    /** Usher over a store, with the rows of a log as its only event. */
    static House of(Store store, TicketLog log, int[] rows) {
        Usher usher = Usher.over(store, InstantSource.system(), new SecureRandom());
        return new House(usher, Feed.into(usher, TicketLog.EVENT, log, rows));
    }

    /** The same house after a restart: nothing of it is in memory. */
    House anew(Store store) {
        return new House(Usher.over(store, InstantSource.system(), new SecureRandom()), owner);
    }

    /** The embedded store in a folder, opened as the program opens it. */
    static Store embedded(Path folder) {
        return open("jdbc:hsqldb:file:" + folder.toAbsolutePath().resolve("usher"));
    }

    /** The store of that URL, opened as the program opens it. */
    static Store open(String url) {
        return Guice.createInjector(new PersistenceModule())
                .getInstance(Key.get(new TypeLiteral<Map<String, StoreFactory>>() {}))
                .entrySet()
                .stream()
                .filter(factory -> url.startsWith(factory.getKey()))
                .findFirst()
                .orElseThrow()
                .getValue()
                .open(url, Settings.of(Map.of()));
    }

    /** The statistics of the only event as of an instant. */
    TicketStatistics at(long instant) {
        return at(TicketLog.EVENT, instant);
    }

    /** The statistics of an event as of an instant. */
    TicketStatistics at(String event, long instant) {
        return usher.reporting()
                .asOf(owner, AsOfQuestion.of(EventInQuestion.of(event), instant(instant)))
                .orThrow()
                .statistics();
    }

    /** The statistics of the only event at so many instants in equal steps. */
    StatisticsSeries series(long first, long step, int points) {
        Instant to = instant(first + step * (points - 1));
        SeriesQuestion question = SeriesQuestion.of(
                EventInQuestion.of(TicketLog.EVENT), instant(first), to, Duration.of(step, ChronoUnit.MICROS));
        return usher.reporting().series(owner, question).orThrow();
    }

    /** The instant so many microseconds after 1970. */
    static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
