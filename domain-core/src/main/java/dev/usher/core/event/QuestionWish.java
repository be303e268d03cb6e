package dev.usher.core.event;

import dev.usher.core.attribute.Change;
import dev.usher.core.rule.Field;
import java.util.List;

/**
 * What a request says of a question.
 *
 * @param change what it says of the attributes, see {@link Question#DETAILS}
 * @param choices what can be chosen from, with mark-up, in their order
 * @param ticketClasses numbers of the classes it is limited to
 */
public record QuestionWish(Change change, Field<List<String>> choices, Field<List<Long>> ticketClasses) {

    /** A question without choices, for all classes. */
    public static QuestionWish of(Change change) {
        return new QuestionWish(change, Field.absent(), Field.absent());
    }
}
