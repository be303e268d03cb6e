package dev.usher.adapters.http.eventbrite;

import dev.usher.core.event.CannedQuestion;
import dev.usher.core.event.EventAttributes;
import dev.usher.core.event.Question;
import dev.usher.core.event.QuestionTopic;
import java.util.List;
import java.util.Optional;

/** A question as answers show it. */
final class QuestionJson {
    private QuestionJson() {}

    static void write(Json json, Question question, EventQuestions all, Links links) {
        json.text("resource_uri", links.resource(all.path("questions", Long.toString(question.id()))))
                .id("id", question.id());
        members(json, question, all);
    }

    private static void members(Json json, Question question, EventQuestions all) {
        json.multipart("question", question.attributes().get(Question.TEXT))
                .flag("required", question.attributes().is(Question.REQUIRED))
                .flag("display_answer_on_order", question.attributes().is(Question.DISPLAY_ANSWER_ON_ORDER))
                .text("type", question.attributes().get(Question.TYPE))
                .text("respondent", question.attributes().get(Question.RESPONDENT))
                .line("waiver", question.attributes().get(Question.WAIVER))
                .list("choices", question.choices(), (to, choice) -> choice(to, choice, all))
                .list(
                        "ticket_classes",
                        all.classesOf(question),
                        (to, id) -> to.id("id", id).line("name", all.nameOf(id)))
                .id("parent_id", question.attributes().get(Question.PARENT))
                .id("parent_choice_id", question.attributes().get(Question.PARENT_CHOICE))
                .number("sorting", question.attributes().get(Question.SORTING));
    }

    /** A choice; any number of people may make it, so none is ever short. */
    private static void choice(Json json, Question.Choice choice, EventQuestions all) {
        json.multipart("answer", Optional.of(choice.answer()))
                .nothing("quantity_available")
                .number("quantity_sold", 0)
                .flag("low_stock", false)
                .id("id", choice.id())
                .texts("subquestion_ids", all.after(choice));
    }

    /** A question that stands ready; its id is what it asks for. */
    static void write(Json json, CannedQuestion canned, EventQuestions all, Links links) {
        QuestionTopic topic = canned.topic();
        json.text("resource_uri", links.resource(all.path("canned_questions", topic.word())))
                .text("id", topic.word());
        canned.asked().ifPresentOrElse(question -> members(json, question, all), () -> unasked(json, topic, all));
        json.text("canned_type", topic.word())
                .flag("include", canned.isAsked())
                .flag("editable", !topic.isAlwaysAsked())
                .text("group_id", topic.group())
                .text("group_display_header", topic.groupName())
                .text("default_value", "");
    }

    /** What the event would ask: of those from whom it collects. */
    private static void unasked(Json json, QuestionTopic topic, EventQuestions all) {
        json.multipart("question", Optional.of(topic.text()))
                .flag("required", topic.isAlwaysAsked())
                .flag("display_answer_on_order", false)
                .text("type", "text")
                .text("respondent", all.event().event().get(EventAttributes.SURVEY_RESPONDENT))
                .nothing("waiver")
                .texts("choices", List.of())
                .texts("ticket_classes", List.of())
                .nothing("parent_id")
                .nothing("parent_choice_id")
                .nothing("sorting");
    }
}
