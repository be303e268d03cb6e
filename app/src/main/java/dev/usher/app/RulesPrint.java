package dev.usher.app;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import dev.usher.core.rule.Rule;
import dev.usher.core.service.RuleBooks;
import dev.usher.core.service.RuleBooks.Listed;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Writes the rule books for people to read, or for programs. */
enum RulesPrint {
    /** A table for each book, in columns that line up. */
    TABLE {
        @Override
        String printed() {
            return RuleBooks.ALL.stream().map(TABLE::table).collect(Collectors.joining("\n"));
        }
    },
    /** The page {@code docs/rules.md}. */
    MARKDOWN {
        @Override
        String printed() {
            return INTRODUCTION + RuleBooks.ALL.stream().map(MARKDOWN::section).collect(Collectors.joining());
        }
    },
    /** An array of books, each with an array of rules. */
    JSON {
        @Override
        String printed() {
            StringWriter text = new StringWriter();
            try (JsonGenerator json =
                    new JsonFactory().createGenerator(text).setPrettyPrinter(new DefaultPrettyPrinter())) {
                json.writeStartArray();
                for (Listed book : RuleBooks.ALL) {
                    write(book, json);
                }
                json.writeEndArray();
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
            return text + "\n";
        }
    };

    private static final List<String> COLUMNS = List.of("rule", "code", "argument", "kind", "operations", "source");

    private static final String INTRODUCTION = """
            # The rule books

            Everything that Usher refuses for a reason is a row of one of these tables. All rows that apply are looked at, and all
            that are broken are told together, in this order. A rule's number is never used again. The code is what clients see; one
            code may stand at several arguments. `{}` in an argument stands for what the rule looks at, one after another, such as the number of a
            ticket class. The kind says what sort of thing is wrong, and each dialect has its own status for it. The source is the row of the
            requirement ledger (`EB-…`), [a decision](decisions.md), or a page of these documents.

            `usher rules` prints these tables; `usher rules --format markdown > docs/rules.md` writes this page anew.
            """;

    /** All books as text that ends with a line end. */
    abstract String printed();

    String table(Listed book) {
        List<List<String>> rows =
                book.headings().stream().map(rule -> cells(book, rule)).toList();
        return book.title() + "\n\n" + String.join("\n", new Table(COLUMNS.size(), COLUMNS, rows).lines()) + "\n";
    }

    String section(Listed book) {
        return "\n## " + book.title() + "\n\n" + line(COLUMNS) + "|---".repeat(COLUMNS.size()) + "|\n"
                + book.headings().stream().map(rule -> line(cells(book, rule))).collect(Collectors.joining());
    }

    private static String line(List<String> cells) {
        return cells.stream().collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    private static List<String> cells(Listed book, Rule.Heading rule) {
        return List.of(
                rule.id(),
                rule.code(),
                rule.path(),
                kind(rule),
                String.join(", ", book.operations(rule)),
                rule.source());
    }

    private static String kind(Rule.Heading rule) {
        return rule.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static void write(Listed book, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("book", book.title());
        json.writeArrayFieldStart("rules");
        for (Rule.Heading rule : book.headings()) {
            json.writeStartObject();
            json.writeStringField("id", rule.id());
            json.writeStringField("code", rule.code());
            json.writeStringField("argument", rule.path());
            json.writeStringField("kind", kind(rule));
            json.writeArrayFieldStart("operations");
            for (String operation : book.operations(rule)) {
                json.writeString(operation);
            }
            json.writeEndArray();
            json.writeStringField("source", rule.source());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}
