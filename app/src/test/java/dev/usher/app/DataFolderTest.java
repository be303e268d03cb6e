package dev.usher.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class DataFolderTest {

    @Test
    void aFileUrlNamesItsFolder() {
        assertThat(DataFolder.of("jdbc:hsqldb:file:/var/lib/usher/usher")).contains(Path.of("/var/lib/usher"));
        assertThat(DataFolder.of("jdbc:hsqldb:file:usher-data/usher;hsqldb.tx=mvcc"))
                .contains(Path.of("usher-data").toAbsolutePath());
        assertThat(DataFolder.of("jdbc:hsqldb:file:~/data/usher"))
                .contains(Path.of(System.getProperty("user.home"), "data"));
    }

    @Test
    void otherStoresLieInNoFolder() {
        assertThat(DataFolder.of("memory:")).isEmpty();
        assertThat(DataFolder.of("jdbc:postgresql://localhost/usher")).isEmpty();
        assertThat(DataFolder.of("jdbc:hsqldb:mem:usher")).isEmpty();
    }
}
