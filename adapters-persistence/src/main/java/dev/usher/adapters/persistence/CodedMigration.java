package dev.usher.adapters.persistence;

import java.util.function.Consumer;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** A step of a database's tables that SQL alone cannot take, in one transaction; never changed once it was released. */
final class CodedMigration implements JavaMigration {
    private final String version;
    private final String description;
    private final Consumer<Handle> work;

    /**
     * A step.
     *
     * @param version when it is taken, among those in SQL
     * @param description what it does, in a few words
     */
    CodedMigration(String version, String description, Consumer<Handle> work) {
        this.version = version;
        this.description = description;
        this.work = work;
    }

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion(version);
    }

    @Override
    public String getDescription() {
        return description;
    }

    @Override
    public Integer getChecksum() {
        return 1;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    @Override
    public void migrate(Context context) {
        // The connection is the migration's own, and stays open.
        Jdbi.create(context.getConnection()).useHandle(work::accept);
    }
}
