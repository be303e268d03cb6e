package dev.usher.core.service;

import static dev.usher.core.rule.RuleKind.EXISTENCE;

import dev.usher.core.access.Actor;
import dev.usher.core.access.Role;
import dev.usher.core.event.EventRef;
import dev.usher.core.rule.Outcome;
import dev.usher.core.rule.OutsideText;
import dev.usher.core.rule.Violation;
import java.util.Optional;

/** Which event somebody means by a text: one of the names the own organization gave, or else a number. */
public final class EventNames {
    private final EventDirectory directory;

    EventNames(EventDirectory directory) {
        this.directory = directory;
    }

    /**
     * The number of the event that is meant, for an operator one of the organization it acts for; whether there is one, and
     * whether the actor sees it, is for others to say.
     *
     * @return empty when the text is none of the organization's names, and no number
     */
    public Optional<Long> meant(Actor actor, String text) {
        Optional<Long> own = directory.find(actor.organization(), text).map(EventRef::event);
        return own.isPresent() || actor.role() == Role.OPERATOR ? own : EventDirectory.number(text);
    }

    /**
     * The number of the event that is meant where answers tell numbers and people send those back: an own event's number goes
     * before the names of the organization, and these before the numbers of others' events.
     *
     * @return empty when the text is none of the organization's names, and no number
     */
    public Optional<Long> numbered(Actor actor, String text) {
        Optional<Long> number = EventDirectory.number(text);
        return number.filter(found -> actor.memberships().keySet().stream()
                        .anyMatch(organization -> directory.has(new EventRef(organization, found))))
                .or(() -> directory.named(actor.organization(), text).map(EventRef::event))
                .or(() -> number);
    }

    /** The same, refused where nothing can be meant. */
    public Outcome<Long> require(Actor actor, String text) {
        return meant(actor, text)
                .map(Outcome::accepted)
                .orElseGet(() -> Outcome.rejected(new Violation(
                        EXISTENCE,
                        "NOT_FOUND",
                        "event",
                        "there is no event '" + OutsideText.shown(text) + "' that you may see")));
    }
}
