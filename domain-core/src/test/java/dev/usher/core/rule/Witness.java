package dev.usher.core.rule;

import dev.usher.core.attribute.Attribute;
import dev.usher.core.attribute.Attributes;
import dev.usher.core.attribute.Change;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * One example that a rule accepts or refuses, as a line of a table in {@code witnesses/}.
 *
 * <p>The columns are divided by tabs and named by the first line; the first two are the rule's id and what becomes of the
 * example. A cell of attributes reads {@code name=Adult; cost=USD,4500; description=}, and nothing after the sign takes
 * the value away. The last column, {@code says}, is what the message to a refused one must say: first what was wrong,
 * then what would be right, each where it stands in the message, {@code …} between them.
 *
 * @param rule id of the rule
 * @param isAccepted false where the rule refuses it
 * @param cells what stands in each named column, empty columns left out
 */
public record Witness(String rule, boolean isAccepted, Map<String, String> cells) {
    /** Stands for a text of no length; nothing at all takes a value away. */
    private static final String EMPTY = "''";

    /** All witnesses of a file, in its order. */
    public static List<Witness> of(String file) {
        List<String> lines = lines("/witnesses/" + file);
        String[] columns = lines.get(0).split("\t");
        List<Witness> witnesses = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] fields = line.split("\t", -1);
            Map<String, String> cells = new LinkedHashMap<>();
            for (int at = 2; at < fields.length; at++) {
                if (!fields[at].isBlank()) {
                    cells.put(columns[at], fields[at].strip());
                }
            }
            if (!fields[1].equals("accepted") && !fields[1].equals("refused")) {
                throw new IllegalArgumentException("neither accepted nor refused: " + line);
            }
            witnesses.add(new Witness(fields[0], fields[1].equals("accepted"), cells));
        }
        return witnesses;
    }

    /** What stands in a column. */
    public String cell(String column) {
        return cells.getOrDefault(column, "");
    }

    /** What the message to it must say, in this order. */
    public List<String> says() {
        return cell("says").isEmpty() ? List.of() : List.of(cell("says").split(" … "));
    }

    /** What a column says of attributes. */
    public Change change(String column, List<Attribute<?>> table) {
        return change(table, cell(column));
    }

    /** What a column has of attributes; all of it can be understood. */
    public Attributes attributes(String column, List<Attribute<?>> table) {
        return attributes(table, cell(column));
    }

    /** What a text has of attributes. */
    public static Attributes attributes(List<Attribute<?>> table, String text) {
        return change(table, text).appliedTo(Attributes.NONE);
    }

    private static Change change(List<Attribute<?>> table, String text) {
        Change change = Change.NONE;
        for (String said : text.isBlank() ? new String[0] : text.split(";")) {
            int sign = said.indexOf('=');
            String name = said.substring(0, sign).strip();
            Attribute<?> attribute = table.stream()
                    .filter(known -> known.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("no attribute " + name));
            change = said(change, attribute, said.substring(sign + 1));
        }
        return change;
    }

    private static <T> Change said(Change change, Attribute<T> attribute, String text) {
        return change.with(
                attribute, text.isEmpty() ? Field.cleared() : attribute.kind().read(text.equals(EMPTY) ? "" : text));
    }

    private static List<String> lines(String resource) {
        try (InputStream stream = Objects.requireNonNull(Witness.class.getResourceAsStream(resource), resource)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Override
    public String toString() {
        return rule + (isAccepted ? " accepts " : " refuses ") + cells;
    }
}
