package dev.usher.core.event;

import static dev.usher.core.event.QuestionOperation.CHOOSE;
import static dev.usher.core.event.QuestionOperation.CREATE;
import static dev.usher.core.event.QuestionOperation.REMOVE;
import static dev.usher.core.rule.RuleKind.ARGUMENT;
import static dev.usher.core.rule.RuleKind.STATE;

import dev.usher.core.attribute.Markup;
import dev.usher.core.rule.Field;
import dev.usher.core.rule.OutsideText;
import dev.usher.core.rule.Rule;
import dev.usher.core.rule.RuleBook;
import java.util.List;

/** What a question must be like that an event is to ask (EB-18, EB-20; decision 18). */
public final class QuestionRules {
    private static final String CHOICES = "question.choices";
    private static final String TICKET_CLASSES = "question.ticket_classes";

    /** The rules, in the order in which violations are reported. */
    public static final RuleBook<QuestionFacts> BOOK = new RuleBook<>(List.of(
            Rule.row("QST-01", "INVALID", "{}", ARGUMENT, "EB-18.p, EB-20.p")
                    .on(CREATE, CHOOSE)
                    .each(
                            facts -> facts.wish().change().mentioned(),
                            (facts, attribute) -> !facts.isUnreadable(attribute),
                            (facts, attribute) -> unreadable(
                                    attribute.path(), facts.wish().change().field(attribute))),
            Rule.row("QST-02", "INVALID", CHOICES, ARGUMENT, "EB-18.p.question.choices, EB-20.p.question.choices")
                    .on(CREATE, CHOOSE)
                    .require(
                            facts -> !facts.wish().choices().isUnreadable(),
                            facts -> unreadable(CHOICES, facts.wish().choices())),
            Rule.row(
                            "QST-03",
                            "INVALID",
                            TICKET_CLASSES,
                            ARGUMENT,
                            "EB-18.p.question.ticket_classes, EB-20.p.question.ticket_classes")
                    .on(CREATE, CHOOSE)
                    .require(
                            facts -> !facts.wish().ticketClasses().isUnreadable(),
                            facts -> unreadable(TICKET_CLASSES, facts.wish().ticketClasses())),
            Rule.row("QST-04", "MISSING", Question.TEXT.path(), ARGUMENT, "EB-20.p.question.question.html")
                    .on(CREATE)
                    .when(
                            facts -> !facts.isUnreadable(Question.TEXT),
                            facts -> facts.hasText(Question.TEXT),
                            facts -> Question.TEXT + " is missing; expected what is asked"),
            Rule.row("QST-05", "MISSING", Question.RESPONDENT.path(), ARGUMENT, "EB-18.p.question.respondent")
                    .on(CHOOSE)
                    .require(
                            facts -> facts.isUnreadable(Question.RESPONDENT)
                                    || facts.wish()
                                            .change()
                                            .field(Question.RESPONDENT)
                                            .said()
                                            .isPresent(),
                            facts -> Question.RESPONDENT + " is missing; expected who answers, " + facts.survey()),
            Rule.row("QST-06", "INVALID", "respondent", ARGUMENT, "EB-20.a.respondent.INVALID, decision 18")
                    .on(CREATE, CHOOSE)
                    .when(
                            facts -> facts.get(Question.RESPONDENT).isPresent(),
                            facts -> facts.get(Question.RESPONDENT)
                                    .filter(facts.survey()::equals)
                                    .isPresent(),
                            facts -> Question.RESPONDENT + " is "
                                    + facts.get(Question.RESPONDENT).orElse("nothing")
                                    + "; the event asks " + facts.survey() + " only"),
            Rule.row("QST-07", "MISSING", CHOICES, ARGUMENT, "EB-18.p.question.choices, EB-20.p.question.choices")
                    .on(CREATE, CHOOSE)
                    .when(
                            facts -> facts.isChosen() && !facts.wish().choices().isUnreadable(),
                            facts -> !facts.choices().isEmpty(),
                            facts -> CHOICES + " is missing; expected at least one for a question of this type"),
            Rule.row("QST-08", "INVALID", CHOICES, ARGUMENT, "EB-18.p.question.choices, EB-20.p.question.choices")
                    .on(CREATE, CHOOSE)
                    .when(
                            facts -> !facts.isChosen() && !facts.isUnreadable(Question.TYPE),
                            facts -> facts.choices().isEmpty(),
                            facts -> CHOICES + " has " + facts.choices().size()
                                    + " choices; only checkbox, dropdown and radio questions have any"),
            Rule.row("QST-09", "MISSING", Question.WAIVER.path(), ARGUMENT, "EB-20.p.question.waiver")
                    .on(CREATE, CHOOSE)
                    .when(
                            facts -> facts.isOfType("waiver") && !facts.isUnreadable(Question.WAIVER),
                            facts -> facts.hasText(Question.WAIVER),
                            facts -> Question.WAIVER + " is missing; expected what the answer waives"),
            Rule.row(
                            "QST-10",
                            "INVALID",
                            TICKET_CLASSES,
                            ARGUMENT,
                            "EB-18.p.question.ticket_classes, EB-20.p.question.ticket_classes")
                    .on(CREATE, CHOOSE)
                    .require(
                            facts -> facts.unknownClasses().isEmpty(),
                            facts -> TICKET_CLASSES + " names " + facts.unknownClasses()
                                    + "; expected classes of this event"),
            Rule.row("QST-11", "INVALID", Question.PARENT.path(), ARGUMENT, "EB-20.p.question.parent_id")
                    .on(CREATE, CHOOSE)
                    .when(
                            facts -> facts.get(Question.PARENT).isPresent(),
                            facts -> facts.parent().isPresent(),
                            facts -> Question.PARENT + " is "
                                    + facts.get(Question.PARENT).orElseThrow()
                                    + "; expected the id of another question of this event"),
            Rule.row(
                            "QST-12",
                            "INVALID",
                            Question.PARENT_CHOICE.path(),
                            ARGUMENT,
                            "EB-18.p.question.parent_choice_id, EB-20.p.question.parent_choice_id")
                    .on(CREATE, CHOOSE)
                    .when(
                            facts -> facts.get(Question.PARENT_CHOICE).isPresent()
                                    && facts.get(Question.PARENT).isPresent()
                                            == facts.parent().isPresent(),
                            QuestionFacts::hasParentChoice,
                            facts -> Question.PARENT_CHOICE + " is "
                                    + facts.get(Question.PARENT_CHOICE).orElseThrow()
                                    + "; expected the id of a choice of the question it follows"),
            Rule.row("QST-13", "MISSING", Question.CANNED_TYPE.path(), ARGUMENT, "EB-18.p.question.canned_type")
                    .on(CHOOSE)
                    .when(
                            facts -> !facts.isUnreadable(Question.CANNED_TYPE),
                            facts -> facts.hasText(Question.CANNED_TYPE),
                            facts -> Question.CANNED_TYPE + " is missing; expected one of "
                                    + String.join(", ", QuestionTopic.words())),
            Rule.row("QST-14", "INVALID", Question.CANNED_TYPE.path(), ARGUMENT, "EB-18.p.question.canned_type")
                    .on(CHOOSE)
                    .when(
                            facts -> facts.hasText(Question.CANNED_TYPE),
                            facts -> facts.topic().isPresent(),
                            facts -> Question.CANNED_TYPE + " is '"
                                    + OutsideText.shown(
                                            facts.get(Question.CANNED_TYPE).orElseThrow())
                                    + "'; expected one of " + String.join(", ", QuestionTopic.words())),
            Rule.row("QST-15", "NOT_ALLOWED", Question.CANNED_TYPE.path(), STATE, "EB-18.e.NOT_ALLOWED, decision 18")
                    .on(CHOOSE)
                    .when(
                            facts -> facts.topic().isPresent(),
                            facts -> facts.topic().orElseThrow().isOfferedBy(facts.event()),
                            facts -> "an event that is only online does not ask for "
                                    + facts.topic().orElseThrow().word() + "; expected another question"),
            Rule.row("QST-16", "NOT_ALLOWED", Question.CANNED_TYPE.path(), STATE, "EB-18.e.NOT_ALLOWED, decision 18")
                    .on(CHOOSE)
                    .when(
                            facts -> facts.topic().isPresent(),
                            facts -> !facts.isAsked(facts.topic().orElseThrow()),
                            facts -> "the event asks for "
                                    + facts.topic().orElseThrow().word() + " already; expected something else"),
            Rule.row(
                            "QST-17",
                            "INSUFFICIENT_PACKAGE",
                            "",
                            STATE,
                            "EB-18.e.INSUFFICIENT_PACKAGE, EB-20.e.INSUFFICIENT_PACKAGE")
                    .on(CREATE, CHOOSE)
                    .require(
                            facts -> facts.asked().size() < facts.limits().questions(),
                            facts -> "the event asks " + facts.asked().size()
                                    + " questions, as many as the organization's package allows; "
                                    + "a larger package allows more"),
            Rule.row("QST-18", "INVALID", Question.CANNED_TYPE.path(), ARGUMENT, "EB-20.p")
                    .on(CREATE)
                    .require(
                            facts -> facts.wish()
                                    .change()
                                    .field(Question.CANNED_TYPE)
                                    .said()
                                    .isEmpty(),
                            facts -> Question.CANNED_TYPE
                                    + " is of questions that stand ready; expected none for one of the organizer's own"),
            Rule.row("QST-19", "INVALID", CHOICES, ARGUMENT, "EB-18.p.question.choices, EB-20.p.question.choices")
                    .on(CREATE, CHOOSE)
                    .each(
                            QuestionFacts::choices,
                            (facts, answer) -> !Markup.isBlank(answer)
                                    && !Question.ANSWER.read(answer).isUnreadable(),
                            (facts, answer) -> CHOICES + " has '" + OutsideText.shown(answer)
                                    + "'; expected at most 10000 characters, not all blank, without U+0000 and halves"
                                    + " of surrogate pairs"),
            Rule.row("QST-20", "HAS_SUBQUESTIONS", "", STATE, "docs/eventbrite.md")
                    .on(REMOVE)
                    .require(
                            facts -> facts.following() == 0,
                            facts -> facts.following() + " questions follow the question or one of its choices;"
                                    + " remove those first"),
            Rule.row("QST-21", "NOT_ALLOWED", "", STATE, "decision 18, docs/eventbrite.md")
                    .on(REMOVE)
                    .when(
                            facts -> facts.topic().isPresent(),
                            facts -> !facts.topic().orElseThrow().isAlwaysAsked(),
                            facts -> "every event asks for "
                                    + facts.topic().orElseThrow().word()
                                    + "; expected a question that it can do without")));

    private QuestionRules() {}

    private static String unreadable(String path, Field<?> field) {
        return field instanceof Field.Unreadable<?> unreadable
                ? path + " is '" + OutsideText.shown(unreadable.text()) + "'; " + unreadable.why()
                : "";
    }
}
