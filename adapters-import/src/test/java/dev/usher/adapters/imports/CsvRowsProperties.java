package dev.usher.adapters.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.core.statistics.TicketOperation;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class CsvRowsProperties {

    @Property(tries = 1000)
    void whatIsWrittenInAnyDialectIsReadBackEqual(
            @ForAll("operations") List<TicketOperation> operations, @ForAll("dialects") Dialect dialect) {
        Imported imported = Imported.bytes(dialect.write(operations));

        assertThat(imported.report().faults()).isEmpty();
        assertThat(imported.report().refused()).isZero();
        assertThat(imported.operations()).isEqualTo(operations);
    }

    @Provide
    Arbitrary<List<TicketOperation>> operations() {
        return Samples.operations();
    }

    @Provide
    Arbitrary<Dialect> dialects() {
        return Samples.dialects();
    }
}
