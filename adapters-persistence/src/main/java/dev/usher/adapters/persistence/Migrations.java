package dev.usher.adapters.persistence;

import dev.usher.core.store.StoreUnavailable;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** Brings a database's tables up to what this version of the program expects. */
final class Migrations {

    private Migrations() {}

    /**
     * Runs the migrations that were not run yet.
     *
     * @throws StoreUnavailable when one fails, when one that was run before has changed since, or when the database was
     *     already brought further by a newer version
     */
    static void run(DataSource database, Dialect dialect) {
        try {
            Flyway.configure(Migrations.class.getClassLoader())
                    .dataSource(database)
                    .locations("classpath:db/migration")
                    .javaMigrations(
                            ListKnownEvents.step(),
                            ListNamesAsSeen.step(),
                            CountEventsGiven.step(),
                            ListTicketClasses.step())
                    .placeholders(dialect.placeholders())
                    .ignoreMigrationPatterns(new String[0])
                    .load()
                    .migrate();
        } catch (FlywayException failure) {
            throw new StoreUnavailable(
                    "the tables of the store cannot be brought up to date: " + failure.getMessage()
                            + "; use the version of Usher that wrote them, or a newer one",
                    failure);
        }
    }
}
