package dev.usher.adapters.http.eventbrite;

import com.fasterxml.jackson.databind.JsonNode;
import dev.usher.core.Usher;
import dev.usher.core.attribute.Change;
import dev.usher.core.event.Question;
import dev.usher.core.event.QuestionWish;
import dev.usher.core.rule.Field;
import dev.usher.core.rule.Outcome;
import dev.usher.core.rule.OutsideText;
import dev.usher.core.service.TicketClassView;
import dev.usher.core.ticketing.TicketClassAttributes;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What those who buy are asked: questions of the organizer's own, and those that stand ready (EB-17 to EB-21). */
final class QuestionCalls implements Calls {
    private static final String CHOICES = "question.choices";
    private static final String TICKET_CLASSES = "question.ticket_classes";
    private static final Members MEMBERS = Members.of(Question.DETAILS).passingOver(CHOICES, TICKET_CLASSES);

    private final Usher usher;

    @Inject
    QuestionCalls(Usher usher) {
        this.usher = usher;
    }

    @Override
    public void mount(Entrance.Routes routes) {
        routes.get("events/:id/canned_questions", this::canned)
                .post("events/:id/canned_questions", this::createCanned)
                .get("events/:id/questions", this::list)
                .post("events/:id/questions", this::create)
                .get("events/:id/questions/:question_id", this::find);
    }

    private Outcome<Json> list(Call call) {
        Arguments arguments = call.arguments();
        arguments.flag("as_owner");
        return call.number("id")
                .then(event -> arguments
                        .unlessFaulty(arguments.page())
                        .then(page -> usher.questions()
                                .of(Optional.of(call.actor()), event)
                                .then(all -> arguments.within(PageJson.of(all, page)))
                                .then(found -> {
                                    Map<Long, String> names = names(call, event);
                                    return Outcome.accepted(PageJson.of(
                                            found,
                                            "questions",
                                            (json, question) ->
                                                    QuestionJson.write(json, question, names, call.links())));
                                })));
    }

    private Outcome<Json> canned(Call call) {
        Arguments arguments = call.arguments();
        arguments.flag("as_owner");
        return call.number("id")
                .then(event -> arguments
                        .unlessFaulty(arguments.page())
                        .then(page -> usher.questions()
                                .canned(Optional.of(call.actor()), event)
                                .then(all -> arguments.within(PageJson.of(all, page)))
                                .then(found -> {
                                    Map<Long, String> names = names(call, event);
                                    return Outcome.accepted(PageJson.of(
                                            found,
                                            "questions",
                                            (json, question) ->
                                                    QuestionJson.write(json, question, event, names, call.links())));
                                })));
    }

    private Outcome<Json> find(Call call) {
        return call.number("id")
                .then(event -> call.number("question_id")
                        .then(id -> usher.questions().find(Optional.of(call.actor()), event, id))
                        .then(shown(call, event)));
    }

    private Outcome<Json> create(Call call) {
        return call.number("id")
                .then(event -> MEMBERS.judged(
                                call.body(),
                                change -> usher.questions().create(call.actor(), event, wish(call.body(), change)))
                        .then(shown(call, event)));
    }

    private Outcome<Json> createCanned(Call call) {
        return call.number("id")
                .then(event -> MEMBERS.judged(
                                call.body(),
                                change ->
                                        usher.questions().createCanned(call.actor(), event, wish(call.body(), change)))
                        .then(question -> Outcome.accepted(Json.object(
                                json -> QuestionJson.write(json, question, event, names(call, event), call.links())))));
    }

    private Function<Question, Outcome<Json>> shown(Call call, long event) {
        return question -> Outcome.accepted(
                Json.object(json -> QuestionJson.write(json, question, names(call, event), call.links())));
    }

    /** What the classes of an event are called, as far as the caller may see them. */
    private Map<Long, String> names(Call call, long event) {
        Map<Long, String> names = new HashMap<>();
        if (usher.ticketClasses().of(Optional.of(call.actor()), event, Optional.empty())
                instanceof Outcome.Accepted<List<TicketClassView>> classes) {
            classes.value()
                    .forEach(sold -> names.put(
                            sold.ticketClass().id(),
                            sold.ticketClass().get(TicketClassAttributes.NAME).orElse("")));
        }
        return names;
    }

    private static QuestionWish wish(BodyTree body, Change change) {
        Map<String, JsonNode> leaves = body.leaves(Set.of(CHOICES, TICKET_CLASSES), Set.of("question"));
        return new QuestionWish(
                change,
                objects(leaves, CHOICES, QuestionCalls::answer, "[{\"answer\":{\"html\":\"...\"}}]"),
                objects(leaves, TICKET_CLASSES, QuestionCalls::ticketClass, "[{\"id\":\"1234\"}]"));
    }

    /** A list of objects, which a form says as JSON. */
    private static <T> Field<List<T>> objects(
            Map<String, JsonNode> leaves, String path, Function<JsonNode, Optional<T>> reader, String expected) {
        JsonNode said = leaves.get(path);
        if (said == null) {
            return Field.absent();
        }
        JsonNode list = BodyTree.within(said);
        if (list.isNull() || (list.isTextual() && list.textValue().isEmpty())) {
            return Field.cleared();
        }
        List<T> read = new ArrayList<>();
        list.forEach(item -> reader.apply(item).ifPresent(read::add));
        return list.isArray() && read.size() == list.size()
                ? Field.said(read)
                : Field.unreadable(OutsideText.shown(said.toString()), "expected a list such as " + expected);
    }

    private static Optional<String> answer(JsonNode item) {
        return Optional.of(item.path("answer").path("html"))
                .filter(JsonNode::isTextual)
                .map(JsonNode::textValue);
    }

    private static Optional<Long> ticketClass(JsonNode item) {
        return Listings.number(item.path("id").asText(""));
    }
}
