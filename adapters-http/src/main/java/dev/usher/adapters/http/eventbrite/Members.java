package dev.usher.adapters.http.eventbrite;

import static dev.usher.core.rule.RuleKind.ARGUMENT;

import com.fasterxml.jackson.databind.JsonNode;
import dev.usher.core.attribute.Attribute;
import dev.usher.core.attribute.Change;
import dev.usher.core.attribute.Kind;
import dev.usher.core.rule.Field;
import dev.usher.core.rule.Outcome;
import dev.usher.core.rule.OutsideText;
import dev.usher.core.rule.RuleKind;
import dev.usher.core.rule.Violation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a request may say of a thing, by path: the table of its attributes, walked, and the few other names they go by.
 *
 * <p>An empty text and null clear a member, which for a thing that is just made is the same as saying nothing. Every member
 * that is not in the table is refused by name. Immutable.
 */
final class Members {
    /** The code of an argument nobody knows, as the dialect words it. */
    static final String UNKNOWN = "Unknown parameter";

    /** The code of an argument that is known and not kept, so that a client learns that it is lost. */
    static final String NOT_KEPT = "Not kept here, expected no value";

    /** What every call may carry, whatever it is about. */
    private static final Set<String> ANYWHERE = Set.of("expand");

    /** What a flag and a number are when nobody said anything. */
    private static final Set<Object> ZEROS = Set.of(false, 0L);

    /** One name of an attribute, under which a flag may mean the opposite. */
    private record Member<T>(Attribute<T> attribute, boolean isNegated) {}

    private final List<Attribute<?>> table;
    private final Map<String, Member<?>> byPath;
    private final Set<String> passedOver;
    private final Set<String> notKept;
    private final Set<Attribute<?>> zeros;

    /** What besides tells a request that fills in zeros from one that means them. */
    private final Set<String> zeroMarks;

    /** Members whose value may be an object. */
    private final Set<String> whole;

    /** What is only on the way to members. */
    private final Set<String> parts;

    private Members(
            List<Attribute<?>> table,
            Map<String, Member<?>> byPath,
            Set<String> passedOver,
            Set<String> notKept,
            Set<Attribute<?>> zeros,
            Set<String> zeroMarks) {
        this.table = List.copyOf(table);
        this.byPath = Map.copyOf(byPath);
        this.passedOver = Set.copyOf(passedOver);
        this.notKept = Set.copyOf(notKept);
        this.zeros = Set.copyOf(zeros);
        this.zeroMarks = Set.copyOf(zeroMarks);
        this.whole = byPath.entrySet().stream()
                .filter(member -> member.getValue().attribute().kind() instanceof Kind.Price)
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
        this.parts = byPath.keySet().stream().flatMap(Members::above).collect(Collectors.toUnmodifiableSet());
    }

    /** The paths that lead to a path. */
    private static Stream<String> above(String path) {
        return IntStream.range(0, path.length())
                .filter(at -> path.charAt(at) == '.')
                .mapToObj(dot -> path.substring(0, dot));
    }

    /**
     * What was read of a body.
     *
     * @param change what it says
     * @param faults the members it should not have
     * @param said the names it has for attributes, by their paths
     */
    record Read(Change change, List<Violation> faults, Map<String, String> said) {}

    /** The attributes of a table under their own paths. */
    static Members of(List<Attribute<?>> table) {
        Map<String, Member<?>> byPath = new LinkedHashMap<>();
        table.forEach(attribute -> byPath.put(attribute.path(), new Member<>(attribute, false)));
        return new Members(table, byPath, ANYWHERE, Set.of(), Set.of(), Set.of());
    }

    /** The same, with another name for an attribute. */
    Members alias(String path, Attribute<?> attribute) {
        return with(path, new Member<>(attribute, false));
    }

    /** The same, with a name under which a flag says the opposite. */
    Members negated(String path, Attribute<Boolean> flag) {
        return with(path, new Member<>(flag, true));
    }

    private Members with(String path, Member<?> member) {
        Map<String, Member<?>> more = new LinkedHashMap<>(byPath);
        more.put(path, member);
        return new Members(table, more, passedOver, notKept, zeros, zeroMarks);
    }

    /** The same, passing over members that clients send back though they mean nothing here, or that are read elsewhere. */
    Members passingOver(String... paths) {
        Set<String> more = new HashSet<>(passedOver);
        more.addAll(Arrays.asList(paths));
        return new Members(table, byPath, more, notKept, zeros, zeroMarks);
    }

    /** The same, with members that clients send and nobody keeps: they are accepted while they say nothing. */
    Members keepingNothingOf(String... paths) {
        return new Members(table, byPath, passedOver, Set.of(paths), zeros, zeroMarks);
    }

    /**
     * The same; where a request says all of these, and some of them as an empty text, those that it says as zero count as not
     * said (decision 9).
     *
     * @param marks other members that such a request says too, where these alone are not enough to know it by
     */
    Members zeroFilled(Set<Attribute<?>> attributes, String... marks) {
        return new Members(table, byPath, passedOver, notKept, attributes, Set.of(marks));
    }

    /**
     * Goes on with what a body says. With a member it should not have, it is judged without any effect, so that all that is
     * wrong is told together.
     *
     * @param act judges and does it; refuses whatever it cannot read
     */
    <T> Outcome<T> judged(BodyTree body, Function<Change, Outcome<T>> act) {
        Read read = read(body);
        if (read.faults().isEmpty()) {
            Outcome<T> outcome = act.apply(read.change());
            return outcome instanceof Outcome.Rejected<T> rejected
                    ? Outcome.rejected(asSaid(rejected.violations(), read))
                    : outcome;
        }
        List<Violation> all = unmentioned(read.change())
                .map(spoilt -> asSaid(judgedOnly(read.change(), spoilt, act), read))
                .orElse(List.of());
        List<Violation> barred = all.stream().filter(Members::isBar).toList();
        if (!barred.isEmpty()) {
            return Outcome.rejected(barred);
        }
        return Outcome.rejected(
                Stream.concat(all.stream(), read.faults().stream()).toList());
    }

    /** The same violations under the names that the request has for what they are about. */
    private static List<Violation> asSaid(List<Violation> violations, Read read) {
        return violations.stream()
                .map(violation -> new Violation(
                        violation.kind(),
                        violation.code(),
                        read.said().getOrDefault(violation.path(), violation.path()),
                        violation.message()))
                .toList();
    }

    /** Whoever may not come here at all is told nothing else. */
    private static boolean isBar(Violation violation) {
        return violation.kind() == RuleKind.EXISTENCE || violation.kind() == RuleKind.ACCESS;
    }

    /** The last attribute of the table of which the request says nothing; those that must be said stand at its beginning. */
    private Optional<Attribute<?>> unmentioned(Change change) {
        Optional<Attribute<?>> last = Optional.empty();
        for (Attribute<?> attribute : table) {
            last = change.mentions(attribute) ? last : Optional.of(attribute);
        }
        return last;
    }

    /** What the rules say to a request that has no effect, for one of its values cannot be read. */
    private static <T, A> List<Violation> judgedOnly(
            Change change, Attribute<A> spoilt, Function<Change, Outcome<T>> act) {
        return act.apply(change.with(spoilt, Field.unreadable("", "expected nothing"))).violations().stream()
                .filter(violation -> !violation.path().equals(spoilt.path()))
                .toList();
    }

    /** Reads what a body says. */
    Read read(BodyTree body) {
        Map<String, JsonNode> leaves = body.leaves(whole, parts);
        Change change = Change.NONE;
        List<Violation> faults = new ArrayList<>();
        Map<String, String> said = new HashMap<>();
        for (Map.Entry<String, JsonNode> leaf : leaves.entrySet()) {
            Member<?> member = byPath.get(leaf.getKey());
            if (member != null) {
                change = said(change, member, leaf.getValue());
                said.put(member.attribute().path(), leaf.getKey());
            } else {
                fault(leaf.getKey(), leaf.getValue()).ifPresent(faults::add);
            }
        }
        Change whole = clearedBelow(change, leaves);
        return new Read(isZeroFilled(whole, leaves) ? withoutZeros(whole) : whole, faults, said);
    }

    /**
     * Takes away what stands below an object that is null or empty, unless the request says it under another name; what a whole
     * request is wrapped in says nothing by that.
     */
    private Change clearedBelow(Change change, Map<String, JsonNode> leaves) {
        Change cleared = change;
        List<Attribute<?>> emptied = leaves.entrySet().stream()
                .filter(leaf -> parts.contains(leaf.getKey()) && MemberValue.isEmpty(leaf.getValue()))
                .map(Map.Entry::getKey)
                .filter(path -> path.indexOf('.') >= 0)
                .flatMap(this::below)
                .<Attribute<?>>map(member -> member.getValue().attribute())
                .toList();
        for (Attribute<?> attribute : emptied) {
            cleared = change.mentioned().contains(attribute) ? cleared : cleared.with(attribute, Field.cleared());
        }
        return cleared;
    }

    /** The members that stand below a path. */
    private Stream<Map.Entry<String, Member<?>>> below(String path) {
        return byPath.entrySet().stream().filter(member -> member.getKey().startsWith(path + "."));
    }

    /** What is wrong with a member that is in no table. */
    private Optional<Violation> fault(String path, JsonNode value) {
        boolean isKnown = notKept.contains(path);
        if (parts.contains(path)) {
            return MemberValue.isEmpty(value)
                    ? Optional.empty()
                    : Optional.of(new Violation(
                            ARGUMENT,
                            "INVALID",
                            path,
                            path + " is '" + OutsideText.shown(value.toString()) + "'; expected an object with "
                                    + namesBelow(path)));
        }
        if (isPassedOver(path) || (isKnown && MemberValue.isNothing(value))) {
            return Optional.empty();
        }
        String shown = OutsideText.shown(path);
        return Optional.of(
                isKnown
                        ? new Violation(ARGUMENT, NOT_KEPT, shown, "'" + shown + "' is not kept; expected it empty")
                        : new Violation(ARGUMENT, UNKNOWN, shown, "'" + shown + "' is no parameter here"));
    }

    /** The names that stand right below a path. */
    private String namesBelow(String path) {
        return below(path)
                .map(member -> member.getKey().substring(path.length() + 1).split("\\.", 2)[0])
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private boolean isPassedOver(String path) {
        return passedOver.stream().anyMatch(passed -> path.equals(passed) || path.startsWith(passed + "."));
    }

    private static <T> Change said(Change change, Member<T> member, JsonNode value) {
        Attribute<T> attribute = member.attribute();
        Field<T> field = MemberValue.read(attribute.kind(), value);
        return change.with(attribute, member.isNegated() ? negation(attribute, field) : field);
    }

    /** A flag's opposite, which is made of its text so that the kind itself gives the type. */
    private static <T> Field<T> negation(Attribute<T> attribute, Field<T> field) {
        return field instanceof Field.Said<T> said
                ? attribute.kind().read(attribute.kind().write(said.value()).equals("true") ? "false" : "true")
                : field;
    }

    /** True for a request that says all of them, and empty texts where a thoughtful one would say nothing. */
    private boolean isZeroFilled(Change change, Map<String, JsonNode> leaves) {
        return !zeros.isEmpty()
                && change.mentioned().containsAll(zeros)
                && leaves.keySet().containsAll(zeroMarks)
                && leaves.values().stream()
                        .anyMatch(value -> value.isTextual() && value.asText().isEmpty());
    }

    private Change withoutZeros(Change change) {
        Change less = change;
        for (Attribute<?> attribute : zeros) {
            less = isZero(change.field(attribute)) ? less.with(attribute, Field.absent()) : less;
        }
        return less;
    }

    private static boolean isZero(Field<?> field) {
        boolean none = field instanceof Field.Cleared<?>;
        return none || field.said().map(value -> ZEROS.contains((Object) value)).orElse(false);
    }
}
