package dev.usher.core.service;

import dev.usher.core.access.Actor;
import dev.usher.core.event.CannedQuestion;
import dev.usher.core.event.Question;
import dev.usher.core.event.QuestionWish;
import dev.usher.core.rule.Outcome;
import dev.usher.core.rule.RuleKind;
import dev.usher.core.rule.Violation;
import dev.usher.core.store.Store;
import java.util.List;
import java.util.Optional;

/** What those who buy are asked: custom questions, and those that stand ready. */
public final class Questions {
    private final Store store;
    private final Numbers numbers;

    Questions(Store store, Numbers numbers) {
        this.store = store;
        this.numbers = numbers;
    }

    /** Adds a question of the organizer's own (EB-20); members only. */
    public Outcome<Question> create(Actor actor, long event, QuestionWish wish) {
        return unbuilt();
    }

    /** Lets an event ask one that stands ready (EB-18); members only. */
    public Outcome<CannedQuestion> createCanned(Actor actor, long event, QuestionWish wish) {
        return unbuilt();
    }

    /** One of the organizer's own (EB-21), if whoever asks may see its event. */
    public Outcome<Question> find(Optional<Actor> actor, long event, long id) {
        return unbuilt();
    }

    /** The organizer's own questions of an event in their order (EB-19). */
    public Outcome<List<Question>> of(Optional<Actor> actor, long event) {
        return unbuilt();
    }

    /** All that stand ready for an event, with those it asks (EB-17). */
    public Outcome<List<CannedQuestion>> canned(Optional<Actor> actor, long event) {
        return unbuilt();
    }

    private <T> Outcome<T> unbuilt() {
        String state = store.isShared() && numbers.next() > 0 ? "shared" : "own";
        return Outcome.rejected(
                new Violation(RuleKind.STATE, "UNBUILT", "", "not built yet over a store of its " + state));
    }
}
