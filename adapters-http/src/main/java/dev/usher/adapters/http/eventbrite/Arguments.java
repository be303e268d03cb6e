package dev.usher.adapters.http.eventbrite;

import static dev.usher.core.rule.RuleKind.ARGUMENT;
import static dev.usher.core.rule.RuleKind.SHAPE;

import dev.usher.adapters.http.QueryString;
import dev.usher.core.listing.Page;
import dev.usher.core.listing.PageRequest;
import dev.usher.core.rule.Field;
import dev.usher.core.rule.Outcome;
import dev.usher.core.rule.OutsideText;
import dev.usher.core.rule.Violation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The parameters of one call's query, read one after the other while what is wrong with them is gathered.
 *
 * <p>An empty one counts as left out, a repeated one as it was said last, lists as all that was said, and one that nobody knows
 * is passed over, for clients add their own to every call. For one thread.
 */
final class Arguments {
    private static final int MOST_DIGITS = 9;

    private final List<QueryString.Parameter> query;
    private final String refusal;
    private final List<Violation> faults = new ArrayList<>();

    Arguments(List<QueryString.Parameter> query) {
        this(query, "INVALID");
    }

    private Arguments(List<QueryString.Parameter> query, String refusal) {
        this.query = query;
        this.refusal = refusal;
    }

    /** The same parameters, where a call has a code of its own for one that cannot be read. */
    Arguments refusingWith(String code) {
        return new Arguments(query, code);
    }

    /** A parameter as it was sent. */
    Optional<String> text(String name) {
        return sent(name).reduce((first, then) -> then).filter(value -> !value.isEmpty());
    }

    /** True when a parameter was sent with a value. */
    boolean isSaid(String name) {
        return sent(name).anyMatch(value -> !value.isEmpty());
    }

    private Stream<String> sent(String name) {
        return query.stream().filter(parameter -> parameter.name().equals(name)).map(QueryString.Parameter::value);
    }

    /** A parameter that is searched for in names. */
    Optional<String> name(String name) {
        return read(
                name,
                text -> Optional.of(text).filter(OutsideText::isName),
                "at most " + OutsideText.LONGEST_NAME + " characters, without U+0000");
    }

    /** A parameter as something else; one that cannot be read is a fault. */
    <T> Optional<T> read(String name, Function<String, Optional<T>> reader, String expected) {
        return read(name, text(name), reader, expected);
    }

    private <T> Optional<T> read(
            String name, Optional<String> text, Function<String, Optional<T>> reader, String expected) {
        Optional<T> value = text.flatMap(reader);
        if (text.isPresent() && value.isEmpty()) {
            faults.add(
                    invalid(name, "'" + OutsideText.shown(text.get()) + "' is no " + name + "; expected " + expected));
        }
        return value;
    }

    /** The same by what reads requests. */
    <T> Optional<T> field(String name, Function<String, Field<T>> reader, String expected) {
        return read(name, text -> reader.apply(text).said(), expected);
    }

    /** Several values, joined by commas or each for itself, each once. */
    <T> Set<T> list(String name, Function<String, Optional<T>> reader, String expected) {
        String all = sent(name).filter(value -> !value.isEmpty()).collect(Collectors.joining(","));
        return read(
                        name,
                        Optional.of(all).filter(text -> !text.isEmpty()),
                        text -> {
                            List<Optional<T>> values = Arrays.stream(text.split(",", -1))
                                    .map(part -> reader.apply(part.strip()))
                                    .toList();
                            return values.stream().allMatch(Optional::isPresent)
                                    ? Optional.of(values.stream()
                                            .flatMap(Optional::stream)
                                            .collect(Collectors.toCollection(LinkedHashSet::new)))
                                    : Optional.<Set<T>>empty();
                        },
                        expected)
                .orElse(Set.of());
    }

    Optional<Boolean> flag(String name) {
        return read(
                name,
                text -> switch (MemberValue.flag(text)) {
                    case "true" -> Optional.of(true);
                    case "false" -> Optional.of(false);
                    default -> Optional.empty();
                },
                "true or false");
    }

    /** Which page is wanted: by its number, or by the token of the page before, which counts when both are there. */
    PageRequest page() {
        int size = read("page_size", Arguments::size, "a whole number, 1 to " + PageRequest.MOST)
                .orElse(PageRequest.MOST);
        Optional<String> token = text("continuation");
        if (token.isPresent()) {
            Optional<Integer> page = Continuation.page(token.get());
            if (page.isEmpty()) {
                faults.add(badToken(token.get()));
            }
            return new PageRequest(page.orElse(1), size);
        }
        Optional<String> page = text("page");
        Optional<Integer> number = page.flatMap(Arguments::positive);
        if (page.isPresent() && number.isEmpty()) {
            faults.add(badPage(page.get()));
        }
        return new PageRequest(number.orElse(1), size);
    }

    /** The page, unless it lies behind the last. */
    <T> Outcome<Page<T>> within(Page<T> page) {
        if (page.request().number() <= page.pages()) {
            return Outcome.accepted(page);
        }
        return Outcome.rejected(text("continuation")
                .map(Arguments::badToken)
                .orElseGet(() -> badPage(text("page").orElse(""))));
    }

    /** How long a page shall be; a number that no page can have is the usual one, for clients ask for the most they can think of. */
    private static Optional<Integer> size(String text) {
        if (!text.matches("-?[0-9]+")) {
            return Optional.empty();
        }
        return Optional.of(
                positive(text).filter(wished -> wished <= PageRequest.MOST).orElse(PageRequest.MOST));
    }

    private static Optional<Integer> positive(String text) {
        return text.matches("[0-9]{1," + MOST_DIGITS + "}")
                ? Optional.of(Integer.valueOf(text)).filter(number -> number > 0)
                : Optional.empty();
    }

    private static Violation badPage(String page) {
        return new Violation(
                SHAPE,
                "BAD_PAGE",
                "page",
                "'" + OutsideText.shown(page) + "' is no page of this list; expected 1 or more, up to its page_count");
    }

    private static Violation badToken(String token) {
        return new Violation(
                SHAPE,
                "BAD_CONTINUATION_TOKEN",
                "continuation",
                "'" + OutsideText.shown(token) + "' continues no list; expected the continuation of the page before");
    }

    private Violation invalid(String name, String message) {
        return new Violation(ARGUMENT, refusal, name, message);
    }

    /** What was made of the parameters, unless some of those that were read are wrong. */
    <T> Outcome<T> unlessFaulty(T made) {
        return faults.isEmpty() ? Outcome.accepted(made) : Outcome.rejected(faults);
    }
}
