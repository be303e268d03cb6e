package dev.usher.core.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.core.Usher;
import dev.usher.core.rule.Rule;
import dev.usher.core.rule.RuleBook;
import dev.usher.core.rule.Witness;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whoever writes a rule book puts it on the list, and no rule has the number of another. */
class RuleBooksTest {

    @Test
    void everyBookIsOnTheList() throws Exception {
        List<RuleBook<?>> found = books();
        assertThat(found).hasSizeGreaterThan(10);
        assertThat(RuleBooks.ALL).extracting(RuleBooks.Listed::book).containsExactlyInAnyOrderElementsOf(found);
    }

    @Test
    void noTwoRulesShareANumber() {
        assertThat(RuleBooks.ALL.stream()
                        .flatMap(book -> book.headings().stream())
                        .map(Rule.Heading::id))
                .doesNotHaveDuplicates();
    }

    @Test
    void everyRuleSaysWhatItGuardsAndWhereItComesFrom() {
        RuleBooks.ALL.forEach(book -> assertThat(book.headings()).allSatisfy(rule -> {
            assertThat(rule.source()).isNotBlank();
            assertThat(book.operations(rule)).isNotEmpty().doesNotContain("");
        }));
    }

    @Test
    void everyRuleHasAnExampleThatItAcceptsAndOneThatItRefuses() throws Exception {
        List<String> rules = RuleBooks.ALL.stream()
                .flatMap(book -> book.headings().stream())
                .map(Rule.Heading::id)
                .toList();
        for (boolean accepted : new boolean[] {true, false}) {
            assertThat(witnesses().stream()
                            .filter(witness -> witness.isAccepted() == accepted)
                            .map(Witness::rule)
                            .distinct())
                    .as(accepted ? "accepted" : "refused")
                    .containsExactlyInAnyOrderElementsOf(rules);
        }
    }

    private static List<Witness> witnesses() throws IOException, URISyntaxException {
        Path folder = Path.of(Objects.requireNonNull(RuleBooksTest.class.getResource("/witnesses"))
                .toURI());
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .flatMap(name -> Witness.of(name).stream())
                    .toList();
        }
    }

    private static List<RuleBook<?>> books() throws IOException, URISyntaxException, ReflectiveOperationException {
        Path root = Path.of(
                Usher.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        List<RuleBook<?>> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(path -> path.toString().endsWith("Rules.class"))
                    .toList()) {
                String name = root.relativize(file)
                        .toString()
                        .replace(file.getFileSystem().getSeparator(), ".");
                for (Field field : Class.forName(name.substring(0, name.length() - ".class".length()))
                        .getDeclaredFields()) {
                    if (Modifier.isStatic(field.getModifiers()) && field.getType() == RuleBook.class) {
                        field.setAccessible(true);
                        found.add((RuleBook<?>) field.get(null));
                    }
                }
            }
        }
        return found;
    }
}
