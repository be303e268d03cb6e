package dev.usher.app;

import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a whole number of the command line, and says in words of people what is none. */
final class WholeNumber<N extends Number> implements ITypeConverter<N> {
    private final Function<String, N> reading;

    private WholeNumber(Function<String, N> reading) {
        this.reading = reading;
    }

    /** Lets a command, and all below it, read whole numbers so. */
    static void readIn(CommandLine commands) {
        commands.registerConverter(int.class, new WholeNumber<>(Integer::valueOf))
                .registerConverter(Integer.class, new WholeNumber<>(Integer::valueOf))
                .registerConverter(Long.class, new WholeNumber<>(Long::valueOf));
    }

    @Override
    public N convert(String text) {
        try {
            return reading.apply(text);
        } catch (NumberFormatException none) {
            throw new TypeConversionException("'" + text + "' cannot be read; expected a whole number in digits");
        }
    }
}
