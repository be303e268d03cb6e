package dev.usher.core.event;

import static dev.usher.core.rule.RuleKind.ARGUMENT;
import static dev.usher.core.rule.RuleKind.STATE;

import dev.usher.core.attribute.Attribute;
import dev.usher.core.rule.Field;
import dev.usher.core.rule.OutsideText;
import dev.usher.core.rule.Rule;
import dev.usher.core.rule.RuleBook;
import java.util.List;

/** What an organizer must be like (wire 1.11). */
public final class OrganizerRules {
    private static final String SOURCE = "wire 1.11";

    /** The rules, in the order in which violations are reported. */
    public static final RuleBook<OrganizerFacts> BOOK = new RuleBook<>(List.of(
            Rule.row("ORN-01", "VERSION_CONFLICT", "", STATE, "docs/http.md")
                    .when(
                            facts -> facts.ifVersion().isPresent(),
                            facts -> facts.ifVersion().orElseThrow() == facts.version(),
                            facts -> "the request is about version "
                                    + facts.ifVersion().orElseThrow() + " of the organizer, which is at version "
                                    + facts.version() + "; read it again and decide anew"),
            Rule.row("ORN-02", "INVALID", "{}", ARGUMENT, SOURCE)
                    .each(
                            facts -> facts.change().mentioned(),
                            (facts, attribute) ->
                                    !facts.change().field(attribute).isUnreadable(),
                            OrganizerRules::whyUnreadable),
            Rule.row("ORN-03", "MISSING", Organizer.NAME.path(), ARGUMENT, SOURCE)
                    .when(
                            facts -> !facts.change().field(Organizer.NAME).isUnreadable(),
                            facts -> facts.get(Organizer.NAME)
                                    .filter(name -> !name.isBlank())
                                    .isPresent(),
                            facts -> Organizer.NAME + " is missing; expected the name on the posters"),
            Rule.row("ORN-04", "INVALID", Organizer.WEBSITE.path(), ARGUMENT, SOURCE)
                    .when(
                            facts -> facts.get(Organizer.WEBSITE).isPresent(),
                            facts -> facts.get(Organizer.WEBSITE).orElseThrow().matches("https?://[^\\s]+"),
                            facts -> Organizer.WEBSITE + " is '"
                                    + OutsideText.shown(
                                            facts.get(Organizer.WEBSITE).orElseThrow())
                                    + "'; expected an address that begins with https:// or http://")));

    private OrganizerRules() {}

    private static String whyUnreadable(OrganizerFacts facts, Attribute<?> attribute) {
        return facts.change().field(attribute) instanceof Field.Unreadable<?> unreadable
                ? attribute + " is '" + OutsideText.shown(unreadable.text()) + "'; " + unreadable.why()
                : "";
    }
}
