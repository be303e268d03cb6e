package dev.usher.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.core.statistics.InstantText;
import dev.usher.core.statistics.OperationKind;
import dev.usher.core.statistics.TicketOperation;
import dev.usher.core.statistics.TicketOperationRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The made-up weekend is the same every time, and such that the importer takes all of it. */
class DemoProperties {

    @Property(tries = 200)
    void aTicketLivesTheSameLifeEveryTime(
            @ForAll @IntRange(max = 2) int event, @ForAll @IntRange(min = 1, max = 20_000_000) int number) {
        assertThat(life(event, number)).isEqualTo(life(event, number));
    }

    @Property(tries = 500)
    void nothingArrivesBeforeItHappened(
            @ForAll @IntRange(max = 2) int event, @ForAll @IntRange(min = 1, max = 20_000_000) int number) {
        assertThat(life(event, number))
                .allSatisfy(arrival -> assertThat(arrival.at())
                        .isGreaterThanOrEqualTo(
                                InstantText.microseconds(arrival.operation().occurredAt())));
    }

    @Property(tries = 500)
    void everyOperationBreaksNoRuleAndATicketIsIssuedFirst(
            @ForAll @IntRange(max = 2) int event, @ForAll @IntRange(min = 1, max = 20_000_000) int number) {
        List<DemoTicket.Arrival> life = life(event, number);

        assertThat(life)
                .allSatisfy(arrival -> assertThat(TicketOperationRules.BOOK.violations(
                                arrival.operation().text()))
                        .isEmpty());
        TicketOperation first = life.get(0).operation();
        assertThat(first.kind()).isEqualTo(OperationKind.ISSUED);
        assertThat(life)
                .allSatisfy(
                        arrival -> assertThat(arrival.operation().occurredAt()).isAfterOrEqualTo(first.occurredAt()));
    }

    @Test
    void theDefaultWeekendHasAboutTwoHundredThousandOperationsOfEveryKindAndAHundredthTwice(@TempDir Path folder)
            throws IOException {
        long rows = 0;
        Set<String> distinct = new HashSet<>();
        EnumSet<OperationKind> kinds = EnumSet.noneOf(OperationKind.class);
        for (Path file : DemoFiles.write(folder, 40_000)) {
            List<String> lines = Files.readAllLines(file);
            rows += lines.size() - 1;
            distinct.addAll(lines.subList(1, lines.size()));
            lines.stream()
                    .skip(1)
                    .forEach(line ->
                            kinds.add(OperationKind.of(line.split(",", -1)[2]).orElseThrow()));
        }

        assertThat(rows).isBetween(190_000L, 215_000L);
        assertThat(rows - distinct.size()).isBetween(rows / 120, rows / 80);
        assertThat(kinds).isEqualTo(EnumSet.allOf(OperationKind.class));
    }

    @Test
    void filesAreTheSameEveryTime(@TempDir Path one, @TempDir Path other) throws IOException {
        List<Path> first = DemoFiles.write(one, 500);
        List<Path> second = DemoFiles.write(other, 500);

        assertThat(first).hasSize(3);
        for (int file = 0; file < first.size(); file++) {
            assertThat(first.get(file)).hasSameBinaryContentAs(second.get(file));
        }
    }

    private static List<DemoTicket.Arrival> life(int event, int number) {
        return DemoTicket.life(DemoEvent.weekend().get(event), number);
    }
}
