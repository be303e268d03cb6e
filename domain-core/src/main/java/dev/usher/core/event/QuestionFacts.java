package dev.usher.core.event;

import dev.usher.core.access.PackageLimits;
import dev.usher.core.attribute.Attribute;
import dev.usher.core.attribute.Attributes;
import dev.usher.core.attribute.Markup;
import dev.usher.core.rule.OperationFacts;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * All that a rule about a question looks at.
 *
 * @param event the event that is to ask it
 * @param wish what the request says
 * @param proposed what would be known of the question
 * @param asked what the event asks already
 * @param ticketClasses numbers of the event's classes
 * @param limits what the organization's package allows
 * @param removed the question that shall be asked no more, where that is what is done
 */
public record QuestionFacts(
        QuestionOperation operation,
        Event event,
        QuestionWish wish,
        Attributes proposed,
        List<Question> asked,
        Set<Long> ticketClasses,
        PackageLimits limits,
        Optional<Question> removed)
        implements OperationFacts {
    /** The types that are answered by choosing. */
    private static final Set<String> CHOSEN = Set.of("checkbox", "dropdown", "radio");

    public QuestionFacts {
        asked = List.copyOf(asked);
        ticketClasses = Set.copyOf(ticketClasses);
    }

    /** What it would have, where the request does not say it in a way that is not understood. */
    <T> Optional<T> get(Attribute<T> attribute) {
        return wish.change().field(attribute).isUnreadable() ? Optional.empty() : proposed.get(attribute);
    }

    /** True when it would have a text that is not blank. */
    boolean hasText(Attribute<String> attribute) {
        return get(attribute).filter(text -> !Markup.isBlank(text)).isPresent();
    }

    boolean isUnreadable(Attribute<?> attribute) {
        return wish.change().field(attribute).isUnreadable();
    }

    boolean isOfType(String type) {
        return get(Question.TYPE).filter(type::equals).isPresent();
    }

    boolean isChosen() {
        return get(Question.TYPE).filter(CHOSEN::contains).isPresent();
    }

    /** How many questions follow the one that is removed. */
    long following() {
        return removed.stream()
                .flatMap(question -> asked.stream().filter(other -> follows(other.attributes(), question)))
                .count();
    }

    private static boolean follows(Attributes other, Question question) {
        return other.get(Question.PARENT).filter(id -> id == question.id()).isPresent()
                || other.get(Question.PARENT_CHOICE)
                        .filter(id -> question.choices().stream().anyMatch(choice -> choice.id() == id))
                        .isPresent();
    }

    /** What can be chosen from. */
    List<String> choices() {
        return wish.choices().said().orElse(List.of());
    }

    /** The classes that the event does not have. */
    List<Long> unknownClasses() {
        return wish.ticketClasses().said().orElse(List.of()).stream()
                .filter(id -> !ticketClasses.contains(id))
                .toList();
    }

    /** Who answers the event's questions. */
    String survey() {
        return event.get(EventAttributes.SURVEY_RESPONDENT).orElseThrow();
    }

    /** The question it would follow. */
    Optional<Question> parent() {
        return get(Question.PARENT)
                .flatMap(id ->
                        asked.stream().filter(question -> question.id() == id).findFirst());
    }

    /** True when the choice it would follow is one of the parent's, or of any question where no parent is named. */
    boolean hasParentChoice() {
        List<Question> parents =
                get(Question.PARENT).isPresent() ? parent().stream().toList() : asked;
        return parents.stream()
                .flatMap(question -> question.choices().stream())
                .anyMatch(choice -> get(Question.PARENT_CHOICE)
                        .filter(id -> id == choice.id())
                        .isPresent());
    }

    /** What it would ask for, of what stands ready. */
    Optional<QuestionTopic> topic() {
        return get(Question.CANNED_TYPE).flatMap(QuestionTopic::of);
    }

    /** True when the event asks for it already. */
    boolean isAsked(QuestionTopic topic) {
        return topic.isAlwaysAsked()
                || asked.stream()
                        .anyMatch(question -> question.attributes()
                                .get(Question.CANNED_TYPE)
                                .filter(topic.word()::equals)
                                .isPresent());
    }
}
