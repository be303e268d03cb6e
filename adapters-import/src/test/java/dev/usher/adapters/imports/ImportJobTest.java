package dev.usher.adapters.imports;

import static dev.usher.adapters.imports.Imported.HEADER;
import static dev.usher.adapters.imports.Imported.row;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.inject.Guice;
import com.google.inject.Module;
import dev.usher.core.adapter.ImportProgress;
import dev.usher.core.adapter.ImportReport;
import dev.usher.core.adapter.ImportRequest;
import dev.usher.core.adapter.OperationImporter;
import dev.usher.core.statistics.OperationIntake;
import dev.usher.core.statistics.OperationKind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.IntFunction;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ImportJobTest {

    @TempDir
    Path folder;

    @Test
    void theModuleIsFoundAndGivesTheImporter() {
        assertThat(ServiceLoader.load(Module.class)).hasAtLeastOneElementOfType(ImportModule.class);
        assertThat(Guice.createInjector(new ImportModule()).getInstance(OperationImporter.class))
                .isInstanceOf(ImportJob.class);
    }

    @Test
    void newAndRepeatedAreCountedByTheIntake() {
        ImportReport report =
                Imported.csv(HEADER + row("a") + row("b") + row("a") + row("")).report();

        assertThat(report).isEqualTo(new ImportReport(4, 1, new OperationIntake.Totals(2, 1, 1), List.of()));
    }

    @Test
    void progressIsToldNowAndThenAndAtTheEndOfEachSource() throws IOException {
        Path first = folder.resolve("first.csv.gz");
        try (GZIPOutputStream gzip = new GZIPOutputStream(Files.newOutputStream(first))) {
            gzip.write((HEADER + row("a").repeat(200_000)).getBytes(UTF_8));
        }
        Path second = Files.writeString(folder.resolve("second.csv"), HEADER + row("a"));
        List<Long> rows = new ArrayList<>();
        List<String> ends = new ArrayList<>();
        ImportProgress progress = (source, bytesRead, bytesInAll, rowsRead, rowsDurable) -> {
            assertThat(rowsDurable).isEqualTo(rowsRead);
            assertThat(bytesRead).isBetween(1L, bytesInAll);
            rows.add(rowsRead);
            if (bytesRead == bytesInAll) {
                ends.add(source);
            }
        };

        new ImportJob().run(request(List.of(first.toString(), second.toString())), new CollectingIntake(), progress);

        assertThat(rows).containsExactly(65_536L, 131_072L, 196_608L, 200_000L, 200_001L);
        assertThat(ends).contains(first.toString(), second.toString());
    }

    @Test
    void aStoreThatFailsIsNotTakenForAFaultOfTheFile() {
        UncheckedIOException down = new UncheckedIOException(new IOException("store down"));
        OperationIntake failing = new OperationIntake() {
            @Override
            public void add(
                    CharSequence event, CharSequence ticket, OperationKind kind, long occurredAt, CharSequence device) {
                throw down;
            }

            @Override
            public long durable() {
                return 0;
            }

            @Override
            public Totals finish() {
                throw new AssertionError("not after a failure");
            }
        };
        ImportRequest request = new ImportRequest(
                List.of("-"),
                new ByteArrayInputStream((HEADER + row("a")).getBytes(UTF_8)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());

        assertThatThrownBy(() -> new ImportJob().run(request, failing, ImportProgress.SILENT))
                .isSameAs(down);
    }

    @Test
    void aDiskThatFailsEndsItsFileOnly() {
        InputStream start = new ByteArrayInputStream((HEADER + row("a").repeat(9)).getBytes(UTF_8));

        Imported imported =
                Imported.stream(new SequenceInputStream(start, new FailingDisk()), Optional.empty(), Optional.empty());

        assertThat(imported.codes()).containsExactly("UNREADABLE");
        assertThat(imported.message()).contains("bad sector");
        assertThat(imported.operations()).hasSize(9);
        assertThat(imported.intake().finished).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(ImportRequest.Format.class)
    void memoryDoesNotGrowWithTheFile(ImportRequest.Format format) {
        List<Long> used = new ArrayList<>();
        int rows = 300_000;
        OperationIntake forgetting = new OperationIntake() {
            private int taken;

            @Override
            public void add(
                    CharSequence event, CharSequence ticket, OperationKind kind, long occurredAt, CharSequence device) {
                taken++;
                if (taken == rows / 10 || taken == rows) {
                    System.gc();
                    used.add(Runtime.getRuntime().totalMemory()
                            - Runtime.getRuntime().freeMemory());
                }
            }

            @Override
            public long durable() {
                return 0;
            }

            @Override
            public Totals finish() {
                return new Totals(taken, 0, 1);
            }
        };
        InputStream endless = new GeneratedRows(rows, row -> piece(format, row, rows));
        ImportRequest request =
                new ImportRequest(List.of("-"), endless, Optional.of(format), Optional.empty(), Optional.empty());

        ImportReport report = new ImportJob().run(request, forgetting, ImportProgress.SILENT);

        assertThat(report.totals().added()).isEqualTo(rows);
        assertThat(used.get(1) - used.get(0)).isLessThan(8L << 20);
    }

    private static String piece(ImportRequest.Format format, int row, int rows) {
        String ticket = "ticket-" + row;
        return switch (format) {
            case CSV -> (row == 0 ? HEADER : "") + row(ticket);
            case NDJSON -> Imported.object(ticket) + "\n";
            case JSON -> (row == 0 ? "[" : ",") + Imported.object(ticket) + (row == rows - 1 ? "]" : "");
        };
    }

    private static ImportRequest request(List<String> sources) {
        return new ImportRequest(
                sources, InputStream.nullInputStream(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static final class FailingDisk extends InputStream {
        @Override
        public int read() throws IOException {
            throw new IOException("bad sector");
        }

        @Override
        public int read(byte[] target, int from, int length) throws IOException {
            throw new IOException("bad sector");
        }
    }

    /** Makes its rows while it is read. */
    private static final class GeneratedRows extends InputStream {
        private final int count;
        private final IntFunction<String> row;
        private InputStream current = InputStream.nullInputStream();
        private int made;

        GeneratedRows(int count, IntFunction<String> row) {
            this.count = count;
            this.row = row;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int from, int length) throws IOException {
            int taken = current.read(target, from, length);
            while (taken < 0 && made < count) {
                current = new ByteArrayInputStream(row.apply(made++).getBytes(UTF_8));
                taken = current.read(target, from, length);
            }
            return taken;
        }
    }
}
