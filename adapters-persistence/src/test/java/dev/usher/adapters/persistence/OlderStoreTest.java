package dev.usher.adapters.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.core.access.Organization;
import dev.usher.core.adapter.Settings;
import dev.usher.core.attribute.Attributes;
import dev.usher.core.event.Event;
import dev.usher.core.event.EventAttributes;
import dev.usher.core.event.EventRef;
import dev.usher.core.event.EventsGiven;
import dev.usher.core.event.KnownEvent;
import dev.usher.core.listing.EventListing;
import dev.usher.core.listing.EventOrder;
import dev.usher.core.listing.Page;
import dev.usher.core.listing.PageRequest;
import dev.usher.core.listing.SeriesFilter;
import dev.usher.core.listing.TicketClassListing;
import dev.usher.core.listing.TicketClassOrder;
import dev.usher.core.listing.TimeFilter;
import dev.usher.core.statistics.NameKey;
import dev.usher.core.store.Store;
import dev.usher.core.ticketing.TicketClass;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store from before events had attributes is brought up to date with all that is in it. */
final class OlderStoreTest {
    private static final List<String> NAMES = List.of("Summer Concert", "a", "A", "\ud83c\udfab");

    @TempDir
    private Path folder;

    @Test
    void anEmbeddedStoreListsTheEventsItHad() throws SQLException {
        embedded("2", untouched -> {}, OlderStoreTest::requireListed);
    }

    @Test
    void aSharedStoreListsTheEventsItHad() throws SQLException {
        shared("2", untouched -> {}, OlderStoreTest::requireListed);
    }

    @Test
    void anEmbeddedStoreListsNamesAsPeopleSeeThem() throws SQLException {
        embedded("4", OlderStoreTest::markUp, OlderStoreTest::requireSeen);
    }

    @Test
    void aSharedStoreListsNamesAsPeopleSeeThem() throws SQLException {
        shared("4", OlderStoreTest::markUp, OlderStoreTest::requireSeen);
    }

    @Test
    void anEmbeddedStoreCountsWhatWasPublished() throws SQLException {
        embedded("5.1", OlderStoreTest::publish, OlderStoreTest::requireCounted);
    }

    @Test
    void aSharedStoreCountsWhatWasPublished() throws SQLException {
        shared("5.1", OlderStoreTest::publish, OlderStoreTest::requireCounted);
    }

    @Test
    void anEmbeddedStoreListsTheTicketClassesItHad() throws SQLException {
        embedded("6.1", OlderStoreTest::sell, OlderStoreTest::requireClasses);
    }

    @Test
    void aSharedStoreListsTheTicketClassesItHad() throws SQLException {
        shared("6.1", OlderStoreTest::sell, OlderStoreTest::requireClasses);
    }

    /** What was done in a database of an older version. */
    private interface Past {
        void happen(Connection connection) throws SQLException;
    }

    private void embedded(String version, Past past, Consumer<Store> required) throws SQLException {
        String url = "jdbc:hsqldb:file:" + folder.resolve("usher");
        try (Connection connection = DriverManager.getConnection(url, HsqldbPromises.said(true))) {
            makeOld(url, connection, Dialect.HSQLDB, version);
            past.happen(connection);
            execute(connection, "SHUTDOWN");
        }
        try (Store store = new HsqldbStoreFactory().open(url, Settings.of(Map.of()))) {
            required.accept(store);
        }
    }

    private static void shared(String version, Past past, Consumer<Store> required) throws SQLException {
        String url = RealPostgres.newDatabase();
        try (Connection connection = DriverManager.getConnection(url)) {
            makeOld(url, connection, Dialect.POSTGRES, version);
            past.happen(connection);
        }
        try (Store store = new PostgresStoreFactory().open(url, Settings.of(Map.of()))) {
            required.accept(store);
        }
    }

    /** Two classes of an event that is listed, one without a price, and one of an event that was deleted. */
    private static void sell(Connection connection) throws SQLException {
        publish(connection);
        execute(connection, "DELETE FROM event_listing WHERE id = 11");
        execute(
                connection,
                "INSERT INTO ticket_class (organization_id, event_id, id, version, cost_major, listed_name, donation, hidden)"
                        + " VALUES (1, 10, 101, 1, 0, 'gift', TRUE, NULL), (1, 10, 102, 1, 5, 'seat', NULL, TRUE),"
                        + " (1, 11, 103, 1, 5, 'seat', NULL, NULL)");
    }

    private static void requireClasses(Store store) {
        TicketClassListing all = TicketClassListing.all(1, Instant.EPOCH, TicketClassOrder.TYPE_DESC);
        Page<TicketClass> page =
                store.read(transaction -> transaction.ticketClasses().list(all));
        assertThat(page.total()).isEqualTo(2);
        assertThat(page.items()).extracting(TicketClass::id).containsExactly(102L, 101L);
        Page<TicketClass> without = store.write(transaction -> {
            transaction.ticketClasses().remove(new EventRef(1, 10), 102);
            return transaction.ticketClasses().list(all);
        });
        assertThat(without.items()).extracting(TicketClass::id).containsExactly(101L);
        assertThat(without.total()).isEqualTo(1);
    }

    /** Three published events of one organizer, one of them unlisted and one a series, and a draft. */
    private static void publish(Connection connection) throws SQLException {
        execute(connection, "UPDATE event SET state = 'published', organizer_id = 7 WHERE id < 13");
        execute(connection, "UPDATE event SET listed = TRUE WHERE id = 10");
        execute(connection, "UPDATE event SET listed = FALSE WHERE id = 11");
        execute(connection, "UPDATE event SET is_series_parent = TRUE WHERE id = 12");
        execute(connection, "UPDATE event SET organizer_id = 7 WHERE id = 13");
        execute(
                connection,
                "INSERT INTO event_listing (organization_id, id, listed_name, state, is_series_parent, is_occurrence,"
                        + " is_paid_out, starts_or_last, starts_or_first, ends_or_last, created_or_last, created_or_first)"
                        + " SELECT organization_id, id, external_id, COALESCE(state, 'draft'), id = 12, FALSE, FALSE, 3, 3,"
                        + " 5, 1, 1 FROM event");
    }

    private static void requireCounted(Store store) {
        assertThat(given(store, Instant.EPOCH)).isEqualTo(Map.of(7L, new EventsGiven(0, 1)));
        assertThat(given(store, Instant.EPOCH.plusSeconds(1))).isEqualTo(Map.of(7L, new EventsGiven(1, 0)));
        store.write(transaction -> {
            Event event = transaction.events().find(10).orElseThrow();
            return transaction.events().replace(event.with(EventAttributes.LISTED, false));
        });
        assertThat(given(store, Instant.EPOCH)).isEmpty();
    }

    private static Map<Long, EventsGiven> given(Store store, Instant now) {
        return store.read(transaction -> transaction.events().given(1, Set.of(7L), now));
    }

    /** A name with mark-up, listed as the version before listed it. */
    private static void markUp(Connection connection) throws SQLException {
        execute(connection, "UPDATE event SET name = '<b>Rock</b> &amp; Roll', version = 2 WHERE id = 12");
        execute(
                connection,
                "INSERT INTO event_listing (organization_id, id, listed_name, state, is_series_parent, is_occurrence,"
                        + " is_paid_out, starts_or_last, starts_or_first, ends_or_last, created_or_last, created_or_first)"
                        + " VALUES (1, 12, '<b>rock</b> &amp; roll', 'draft', FALSE, FALSE, FALSE, " + Long.MAX_VALUE
                        + ", " + (Long.MIN_VALUE + 1) + ", " + Long.MAX_VALUE + ", " + Long.MAX_VALUE + ", "
                        + (Long.MIN_VALUE + 1) + ")");
        execute(
                connection,
                "INSERT INTO event_search (organization_id, id, listed_name, is_series_parent, is_occurrence)"
                        + " VALUES (1, 12, '<b>rock</b> &amp; roll', FALSE, FALSE)");
    }

    private static void requireSeen(Store store) {
        assertThat(found(store, "k & r")).containsExactly(12L);
        assertThat(found(store, "b>rock")).isEmpty();
    }

    private static List<Long> found(Store store, String part) {
        return store.read(transaction -> transaction.events().list(listing(Optional.of(part)))).items().stream()
                .map(event -> event.ref().event())
                .toList();
    }

    private static void makeOld(String url, Connection connection, Dialect dialect, String version)
            throws SQLException {
        Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(
                        url, dialect.equals(Dialect.HSQLDB) ? "SA" : null, dialect.equals(Dialect.HSQLDB) ? "" : null)
                .locations("classpath:db/migration")
                .placeholders(dialect.placeholders())
                .javaMigrations(ListKnownEvents.step(), ListNamesAsSeen.step(), CountEventsGiven.step())
                .target(version)
                .load()
                .migrate();
        execute(
                connection,
                "INSERT INTO organization (id, external_id, name_key_first, name_key_second) VALUES (1, 'house', 3, 4)");
        for (int number = 0; number < NAMES.size(); number++) {
            execute(
                    connection,
                    "INSERT INTO event (organization_id, id, external_id) VALUES (1, " + (10 + number) + ", '"
                            + NAMES.get(number) + "')");
        }
    }

    private static void requireListed(Store store) {
        Page<Event> page = store.read(transaction -> transaction.events().list(listing(Optional.empty())));
        assertThat(page.total()).isEqualTo(NAMES.size());
        assertThat(page.items()).containsExactly(event(1), event(2), event(0), event(3));
        Page<Event> named = store.read(transaction -> transaction.events().list(listing(Optional.of("MER C"))));
        assertThat(named.items()).containsExactly(event(0));
        Optional<Organization> house =
                store.read(transaction -> transaction.identities().organization("house"));
        assertThat(house).contains(new Organization(1, "house", new NameKey(3, 4)));
        Optional<KnownEvent> known =
                store.read(transaction -> transaction.identities().event(1, "A"));
        assertThat(known).contains(new KnownEvent(new EventRef(1, 12), "A"));
    }

    private static Event event(int number) {
        return new Event(new EventRef(1, 10 + number), NAMES.get(number), 1, Attributes.NONE);
    }

    private static EventListing listing(Optional<String> part) {
        return new EventListing(
                1,
                part,
                Optional.empty(),
                Set.of(),
                Optional.empty(),
                TimeFilter.ALL,
                SeriesFilter.ALL,
                Set.of(),
                EventOrder.NAME_ASC,
                Instant.EPOCH,
                PageRequest.first());
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
