package dev.usher.core.event;

import static dev.usher.core.rule.RuleKind.ARGUMENT;
import static dev.usher.core.rule.RuleKind.STATE;

import dev.usher.core.attribute.Attribute;
import dev.usher.core.attribute.Markup;
import dev.usher.core.rule.Field;
import dev.usher.core.rule.OutsideText;
import dev.usher.core.rule.Rule;
import java.util.List;
import java.util.function.Predicate;

/** What holds of everything that an organization keeps for its events (wire 1.11). */
final class BelongingRules {
    static final String SOURCE = "wire 1.11";

    private BelongingRules() {}

    /** The first three rows of a book: nobody was faster, everything is readable, and it has a name. */
    static List<Rule<BelongingFacts>> common(String prefix, String what, Attribute<String> name, String expected) {
        return List.of(
                Rule.row(prefix + "-01", "VERSION_CONFLICT", "", STATE, "docs/http.md")
                        .when(
                                facts -> facts.ifVersion().isPresent(),
                                facts -> facts.ifVersion().orElseThrow() == facts.version(),
                                facts -> "the request is about version "
                                        + facts.ifVersion().orElseThrow() + " of the " + what
                                        + ", which is at version " + facts.version()
                                        + "; read it again and decide anew"),
                Rule.row(prefix + "-02", "INVALID", "{}", ARGUMENT, SOURCE)
                        .each(
                                facts -> facts.change().mentioned(),
                                (facts, attribute) ->
                                        !facts.change().field(attribute).isUnreadable(),
                                BelongingRules::whyUnreadable),
                Rule.row(prefix + "-03", "MISSING", name.path(), ARGUMENT, SOURCE)
                        .when(
                                facts -> !facts.change().field(name).isUnreadable(),
                                facts -> facts.get(name)
                                        .filter(text -> !Markup.isBlank(text))
                                        .isPresent(),
                                facts -> name + " is missing; expected " + expected));
    }

    /** A row about a text that may be left out. */
    static Rule<BelongingFacts> text(String id, Attribute<String> text, Predicate<String> holds, String expected) {
        return Rule.row(id, "INVALID", text.path(), ARGUMENT, SOURCE)
                .when(
                        facts -> facts.get(text).isPresent(),
                        facts -> holds.test(facts.get(text).orElseThrow()),
                        facts -> text + " is '"
                                + OutsideText.shown(facts.get(text).orElseThrow()) + "'; expected " + expected);
    }

    private static String whyUnreadable(BelongingFacts facts, Attribute<?> attribute) {
        return facts.change().field(attribute) instanceof Field.Unreadable<?> unreadable
                ? attribute + " is '" + OutsideText.shown(unreadable.text()) + "'; " + unreadable.why()
                : "";
    }
}
