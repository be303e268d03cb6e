package dev.usher.adapters.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.core.event.EventRef;
import dev.usher.core.store.LogHead;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What listens says LISTEN, however late, on a real PostgreSQL. */
final class HeadListenerTest {
    private static final int MOST_TRIES = 100;

    private final String url = RealPostgres.newDatabase();

    @Test
    void aServerThatAtFirstRefusesToBeListenedToIsHeardLater() throws Exception {
        execute("CREATE SCHEMA refusing");
        execute("CREATE FUNCTION refusing.current_schema() RETURNS name LANGUAGE plpgsql"
                + " AS 'BEGIN RAISE EXCEPTION ''not now''; END'");
        Properties refused = new Properties();
        refused.setProperty("options", "-c search_path=refusing,pg_catalog");
        BlockingQueue<LogHead> heard = new LinkedBlockingQueue<>();
        HeadListener listener = HeadListener.start(new PostgresConnections(url, refused), heard::add);
        try {
            execute("DROP FUNCTION refusing.current_schema()");
            assertThat(isHeard(heard)).isTrue();
        } finally {
            listener.close();
        }
        assertThat(heard).allMatch(new LogHead(new EventRef(1, 2), 3, 4)::equals);
    }

    /** Tells again and again, for what is told before the listener is back is lost. */
    private boolean isHeard(BlockingQueue<LogHead> heard) throws SQLException, InterruptedException {
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            execute("SELECT pg_notify('" + PostgresNews.CHANNEL + "', '1 2 3 4 refusing')");
            LogHead first = heard.poll(100, TimeUnit.MILLISECONDS);
            if (first != null) {
                heard.add(first);
                return true;
            }
        }
        return false;
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
