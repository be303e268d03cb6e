package dev.usher.app;

import dev.usher.core.attribute.Attribute;
import dev.usher.core.attribute.Attributes;
import dev.usher.core.attribute.Change;
import dev.usher.core.rule.Field;
import dev.usher.core.rule.Spelling;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/**
 * What a command sets as {@code NAME=VALUE}, and shows as a table.
 *
 * @param of what has the attributes, such as {@code an organization}
 * @param attributes what can be set
 */
record NamedValues(String of, List<Attribute<?>> attributes) {

    /** What the arguments say; {@code NAME=} takes a value away. */
    Change read(List<String> arguments, CommandSpec command) {
        Change change = Change.NONE;
        for (String argument : arguments) {
            change = with(change, argument, command);
        }
        return change;
    }

    private Change with(Change change, String argument, CommandSpec command) {
        int equals = argument.indexOf('=');
        String name = equals < 0 ? argument : argument.substring(0, equals);
        List<String> names = attributes.stream().map(Attribute::name).toList();
        Attribute<?> attribute = attributes.stream()
                .filter(known -> known.name().equals(name))
                .findFirst()
                .orElseThrow(() -> wrong(
                        command,
                        "'" + argument + "' is no setting of " + of + "; expected NAME=VALUE with one of "
                                + String.join(", ", names)
                                + Spelling.nearest(name, names)
                                        .map(known -> "; was that meant to be " + known + "?")
                                        .orElse("")));
        if (equals < 0) {
            throw wrong(
                    command,
                    "'" + argument + "' has no value; expected " + name + "=VALUE, or " + name
                            + "= to take the value away");
        }
        return with(change, attribute, argument.substring(equals + 1));
    }

    private static ParameterException wrong(CommandSpec command, String message) {
        return new ParameterException(command.subcommands().get("set"), message);
    }

    private static <T> Change with(Change change, Attribute<T> attribute, String text) {
        return change.with(
                attribute, text.isEmpty() ? Field.cleared() : attribute.kind().read(text));
    }

    /** All that is known of them, a line each. */
    Table table(Attributes known) {
        return new Table(
                2,
                List.of("name", "value"),
                attributes.stream()
                        .map(attribute -> List.of(attribute.name(), text(attribute, known)))
                        .toList());
    }

    private static <T> String text(Attribute<T> attribute, Attributes known) {
        return known.get(attribute).map(attribute.kind()::write).orElse("-");
    }
}
