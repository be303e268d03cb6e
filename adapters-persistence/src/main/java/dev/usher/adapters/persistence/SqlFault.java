package dev.usher.adapters.persistence;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import java.util.Set;

/** What kind of failure a database reports, told by its SQLSTATE. */
enum SqlFault {
    /** A competing transaction was faster; the same work may succeed when it is run again. */
    CONFLICT,
    /** The database cannot be reached, lacks a resource, or gave up waiting. */
    UNAVAILABLE,
    /** Something was written in a transaction that only reads. */
    READ_ONLY,
    /** The program said something wrong. */
    BROKEN_PROGRAM;

    private static final Set<String> CONFLICTS = Set.of("40001", "40P01", "40501", "23505");

    /** Classes of SQLSTATE that tell of the world and not of the program; HSQLDB says S1 for faults of files and memory. */
    private static final Set<String> BROKEN_WORLD =
            Set.of("08", "28", "3D", "40", "53", "55", "57", "58", "HY", "S1", "XX");

    static SqlFault of(SQLException failure) {
        String state = Optional.ofNullable(failure.getSQLState()).orElse("");
        if (CONFLICTS.contains(state)) {
            return CONFLICT;
        }
        if (state.equals("25006")) {
            return READ_ONLY;
        }
        boolean connectionLost = failure instanceof SQLTransientConnectionException
                || failure instanceof SQLNonTransientConnectionException
                || failure instanceof SQLRecoverableException;
        boolean brokenWorld = state.length() == 5 && BROKEN_WORLD.contains(state.substring(0, 2));
        return connectionLost || brokenWorld ? UNAVAILABLE : BROKEN_PROGRAM;
    }

    /** The database's own exception within another. */
    static Optional<SQLException> within(Throwable failure) {
        Throwable at = failure;
        while (at != null) {
            if (at instanceof SQLException found) {
                return Optional.of(found);
            }
            at = at.getCause();
        }
        return Optional.empty();
    }
}
