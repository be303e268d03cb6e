package dev.usher.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.usher.core.service.RuleBooks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Every rule is printed, and the page about the rules is what is printed. */
class RulesTest {
    private static final Path PAGE =
            Path.of(System.getProperty("usher.root", "..")).resolve("docs").resolve("rules.md");

    @Test
    void thePageAboutTheRulesIsWhatTheProgramPrints() throws IOException {
        assertThat(printed("--format", "markdown"))
                .as("docs/rules.md is not what is printed: usher rules --format markdown > docs/rules.md")
                .isEqualTo(Files.readString(PAGE));
    }

    @Test
    void theTableNamesEveryRuleWithItsSource() {
        String table = printed();
        RuleBooks.ALL.forEach(book ->
                assertThat(book.headings()).allSatisfy(rule -> assertThat(table).contains(rule.id(), rule.source())));
    }

    @Test
    void theJsonHasEveryRuleOfEveryBook() throws IOException {
        JsonNode books = new ObjectMapper().readTree(printed("--format", "json"));
        assertThat(books).hasSameSizeAs(RuleBooks.ALL);
        for (int at = 0; at < books.size(); at++) {
            assertThat(books.get(at).get("rules").findValuesAsText("id"))
                    .isEqualTo(RuleBooks.ALL.get(at).headings().stream()
                            .map(rule -> rule.id())
                            .toList());
        }
        assertThat(books.get(1).get("rules").findValuesAsText("source")).contains("EB-09.e.ALREADY_DELETED");
    }

    private static String printed(String... arguments) {
        String[] all = new String[arguments.length + 1];
        all[0] = "rules";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        Trial.Result result = Trial.with().run(all);
        assertThat(result.status()).as(result.err()).isZero();
        return result.out();
    }
}
