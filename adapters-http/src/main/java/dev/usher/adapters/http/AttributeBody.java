package dev.usher.adapters.http;

import dev.usher.core.attribute.Attribute;
import dev.usher.core.attribute.Change;
import dev.usher.core.attribute.Kind;
import dev.usher.core.rule.Field;
import dev.usher.core.rule.Outcome;
import dev.usher.core.rule.Violation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * The body of a native request that says something of a thing: one object with a member for each attribute it says.
 *
 * <p>What can be read is judged also where something else cannot, but then without any effect, so that all that is wrong is
 * told at once.
 */
final class AttributeBody {
    private final List<? extends Attribute<?>> table;
    private final Map<String, Form> forms;

    private AttributeBody(List<? extends Attribute<?>> table, Map<String, Form> forms) {
        this.table = List.copyOf(table);
        this.forms = forms;
    }

    /** A body that says these attributes, each by its name. */
    static AttributeBody of(List<? extends Attribute<?>> table) {
        return new AttributeBody(table, Form.of(table));
    }

    /** The same, with a further member. */
    AttributeBody with(String member, Form form) {
        Map<String, Form> more = new LinkedHashMap<>(forms);
        more.put(member, form);
        return new AttributeBody(table, more);
    }

    /** What comes of a body that says nothing but attributes. */
    <T> Outcome<T> judged(byte[] body, Function<Change, Outcome<T>> act) {
        return judged(body, told -> List.of(), (told, change) -> act.apply(change));
    }

    /**
     * What comes of a body.
     *
     * @param others what is wrong with members that are no attributes
     * @param act judges and does it; refuses whatever it cannot read
     */
    <T> Outcome<T> judged(
            byte[] body, Function<Told, List<Violation>> others, BiFunction<Told, Change, Outcome<T>> act) {
        return ObjectReader.object(body, forms).then(read -> {
            Told told = read.told();
            Change change = told.change(table);
            ObjectReader.Read<Told> judged = read.with(others.apply(told));
            return judged.faults().isEmpty()
                    ? act.apply(told, change)
                    : Outcome.rejected(judged.and(judgedOnly(change, said -> act.apply(told, said))));
        });
    }

    /** What the rules say to a change that has no effect, for one of its values cannot be read, or is made so. */
    private <T> List<Violation> judgedOnly(Change change, Function<Change, Outcome<T>> act) {
        boolean isUnreadable = change.mentioned().stream()
                .anyMatch(attribute -> change.field(attribute).isUnreadable());
        return isUnreadable
                ? AttributePaths.named(act.apply(change).violations())
                : spoilt(leastMissed(change), change, act);
    }

    private static <T, A> List<Violation> spoilt(Attribute<A> spoilt, Change change, Function<Change, Outcome<T>> act) {
        Outcome<T> refused = act.apply(change.with(spoilt, Field.unreadable("", "expected nothing")));
        return AttributePaths.named(refused.violations()).stream()
                .filter(violation -> !violation.path().equals(spoilt.name()))
                .toList();
    }

    /**
     * An attribute that can be spoilt while all the others are judged: a text of which nothing is said, for no rule asks who
     * may say it. The last one, for what must be said stands at the beginning of a table.
     */
    private Attribute<?> leastMissed(Change change) {
        Attribute<?> least = table.get(0);
        for (Attribute<?> attribute : table) {
            if (attribute.kind() instanceof Kind.Text && !change.mentions(attribute)) {
                least = attribute;
            }
        }
        return least;
    }
}
