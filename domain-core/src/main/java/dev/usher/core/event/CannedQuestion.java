package dev.usher.core.event;

import java.util.Optional;

/**
 * A question that stands ready, such as the job title, and whether an event asks it.
 *
 * @param topic what it asks for
 * @param asked how the event asks it; empty while it does not
 */
public record CannedQuestion(QuestionTopic topic, Optional<Question> asked) {

    /** True when those who buy are asked it, as everybody is for their name. */
    public boolean isAsked() {
        return topic.isAlwaysAsked() || asked.isPresent();
    }
}
