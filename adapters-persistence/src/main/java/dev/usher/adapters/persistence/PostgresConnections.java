package dev.usher.adapters.persistence;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/**
 * How to connect to a PostgreSQL.
 *
 * @param url where it is, perhaps with properties of its own
 * @param properties what is said besides
 */
record PostgresConnections(String url, Properties properties) {

    /** A connection that belongs to the caller. */
    Connection open() throws SQLException {
        return DriverManager.getConnection(url, properties);
    }
}
