package dev.usher.core.store;

import dev.usher.core.event.EventRef;
import dev.usher.core.event.Question;
import java.util.List;
import java.util.Optional;

/** What is asked of those who buy. Whoever adds one has locked its event. */
public interface QuestionTable {

    /** Adds a question of a new number. */
    void add(Question question);

    /** The question of this number; empty when it is another event's. */
    Optional<Question> find(EventRef event, long id);

    /** Removes a question with its choices; false when the event has none of this number. */
    boolean remove(EventRef event, long id);

    /** All questions of an event, canned ones too, by their sorting, then by number. */
    List<Question> of(EventRef event);
}
