package dev.usher.adapters.http.eventbrite;

import dev.usher.core.event.CannedQuestion;
import dev.usher.core.event.Question;
import dev.usher.core.event.QuestionTopic;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A question as answers show it. */
final class QuestionJson {
    private QuestionJson() {}

    /** @param names what the ticket classes are called that the caller may see */
    static void write(Json json, Question question, Map<Long, String> names, Links links) {
        json.text("resource_uri", links.resource("events/" + question.event().event() + "/questions/" + question.id()))
                .id("id", question.id());
        members(json, question, names);
    }

    private static void members(Json json, Question question, Map<Long, String> names) {
        json.multipart("question", question.attributes().get(Question.TEXT))
                .flag("required", question.attributes().is(Question.REQUIRED))
                .flag("display_answer_on_order", question.attributes().is(Question.DISPLAY_ANSWER_ON_ORDER))
                .text("type", question.attributes().get(Question.TYPE))
                .text("respondent", question.attributes().get(Question.RESPONDENT))
                .line("waiver", question.attributes().get(Question.WAIVER))
                .list("choices", question.choices(), QuestionJson::choice)
                .list(
                        "ticket_classes",
                        question.ticketClasses(),
                        (to, id) -> to.id("id", id).line("name", Optional.ofNullable(names.get(id))))
                .id("parent_id", question.attributes().get(Question.PARENT))
                .id("parent_choice_id", question.attributes().get(Question.PARENT_CHOICE))
                .number("sorting", question.attributes().get(Question.SORTING));
    }

    private static void choice(Json json, Question.Choice choice) {
        json.multipart("answer", Optional.of(choice.answer()))
                .id("id", choice.id())
                .texts("subquestion_ids", List.of());
    }

    /** A question that stands ready; its id is what it asks for. */
    static void write(Json json, CannedQuestion canned, long event, Map<Long, String> names, Links links) {
        QuestionTopic topic = canned.topic();
        json.text("resource_uri", links.resource("events/" + event + "/canned_questions/" + topic.word()))
                .text("id", topic.word());
        canned.asked().ifPresentOrElse(question -> members(json, question, names), () -> unasked(json, topic));
        json.text("canned_type", topic.word())
                .flag("include", canned.isAsked())
                .flag("editable", !topic.isAlwaysAsked())
                .text("group_id", topic.group())
                .text("group_display_header", topic.groupName())
                .text("default_value", "");
    }

    private static void unasked(Json json, QuestionTopic topic) {
        json.multipart("question", Optional.of(topic.text()))
                .flag("required", topic.isAlwaysAsked())
                .flag("display_answer_on_order", false)
                .text("type", "text")
                .text("respondent", "ticket_buyer")
                .nothing("waiver")
                .texts("choices", List.of())
                .texts("ticket_classes", List.of())
                .nothing("parent_id")
                .nothing("parent_choice_id")
                .nothing("sorting");
    }
}
