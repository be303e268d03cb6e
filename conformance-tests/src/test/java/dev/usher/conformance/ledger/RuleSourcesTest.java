package dev.usher.conformance.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.core.rule.Rule;
import dev.usher.core.rule.RuleKind;
import dev.usher.core.service.RuleBooks;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rule books and the ledger name each other: no rule comes from nowhere, and no promised refusal has no rule. */
class RuleSourcesTest {
    private static final Path ROOT = Path.of(System.getProperty("usher.root", ".."));
    private static final Set<String> LEDGER =
            ids(Stream.concat(Ledger.STATISTICS.stream(), Ledger.EVENTBRITE.stream()));

    /** Such as {@code decision 11}, of the 33 there are, and {@code wire 1.11}. */
    private static final Pattern ELSEWHERE =
            Pattern.compile("decision ([1-9]|[12][0-9]|3[0-3])|wire [1-5]\\.[0-9]{1,2}");

    /** Such as {@code EB-04.e.DATE_CONFLICT~2} and {@code EB-05.a.event.name.MISSING}. */
    private static final Pattern REFUSAL = Pattern.compile("(EB-[0-9]{2})\\.([ae])\\.(.+?)(~[0-9]+)?");

    /** About parameters of a query, which the dialect reads before any rule is asked. */
    private static final Set<String> OF_THE_DIALECT =
            Set.of("EB-01.e.INVALID", "EB-35.e.INVALID_PARAMETER", "EB-38.e.INVALID", "EB-55.e.INVALID_PARAMETER");

    @Test
    void everySourceOfARuleIsThere() {
        assertThat(headings()).hasSizeGreaterThan(150);
        assertThat(headings().flatMap(RuleSourcesTest::dangling)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "EB-02.p                                           | ''",
                "EB-02.p.event.start                               | ''",
                "EB-02.e.NO_VENUE, decision 8, docs/http.md        | ''",
                "EB-02.e.NO_VENUES                                 | EB-02.e.NO_VENUES",
                "EB-02.p.event.sta                                 | EB-02.p.event.sta",
                "decision 34, EB-77                                | decision 34;EB-77",
                "docs/nowhere.md                                   | docs/nowhere.md",
                "somewhere                                         | somewhere",
                "EB-02.e.NO_VENUE,                                 | ''",
                "EB-02.e.DATE_CONFLICT                             | EB-02.e.DATE_CONFLICT",
                "EB-05.a.event.name.MISSING                        | EB-05.a.event.name.MISSING"
            })
    void aSourceThatIsNotThereOrSaysAnotherCodeIsTold(String sources, String dangling) {
        Rule.Heading heading = new Rule.Heading("TST-01", "NO_VENUE", "", RuleKind.STATE, sources);
        assertThat(String.join(";", dangling(heading).toList())).isEqualTo(dangling);
    }

    @Test
    void everyRefusalOfTheLedgerHasARule() {
        assertThat(withoutARule(headings())).containsExactlyInAnyOrderElementsOf(OF_THE_DIALECT);
    }

    @Test
    void aRefusalThatLosesItsRuleIsTold() {
        Stream<Rule.Heading> others =
                headings().filter(heading -> !heading.code().equals("LAST_TICKET"));
        assertThat(withoutARule(others)).contains("EB-16.e.LAST_TICKET").hasSize(OF_THE_DIALECT.size() + 1);
    }

    private static Stream<Rule.Heading> headings() {
        return RuleBooks.ALL.stream().flatMap(listed -> listed.headings().stream());
    }

    private static List<String> withoutARule(Stream<Rule.Heading> headings) {
        Set<String> sources = new HashSet<>();
        headings.forEach(heading -> sources.addAll(sources(heading)));
        return Ledger.eventsAndTicketClasses().stream()
                .map(Ledger.Row::id)
                .filter(id -> REFUSAL.matcher(id).matches())
                .filter(id -> !sources.contains(id))
                .toList();
    }

    /** The sources of a rule that do not exist, or that promise another code than the rule's. */
    private static Stream<String> dangling(Rule.Heading heading) {
        return sources(heading).stream().filter(source -> !isThere(source) || !promises(source, heading.code()));
    }

    private static List<String> sources(Rule.Heading heading) {
        return Arrays.stream(heading.source().split(",")).map(String::strip).toList();
    }

    /** A row of the ledger, or the beginning of some: {@code EB-02.p} stands for all parameters of EB-02. */
    private static boolean isThere(String source) {
        return LEDGER.contains(source)
                || LEDGER.stream().anyMatch(id -> id.startsWith(source + "."))
                || ELSEWHERE.matcher(source).matches()
                || (source.startsWith("docs/") && Files.isRegularFile(ROOT.resolve(source)));
    }

    private static boolean promises(String source, String code) {
        Matcher refusal = REFUSAL.matcher(source);
        return !refusal.matches()
                || refusal.group(3).equals(code)
                || (refusal.group(2).equals("a") && refusal.group(3).endsWith("." + code));
    }

    private static Set<String> ids(Stream<Ledger.Row> rows) {
        Set<String> ids = new HashSet<>();
        rows.forEach(row -> ids.add(row.id()));
        return ids;
    }
}
