package dev.usher.adapters.http.eventbrite;

import static dev.usher.core.rule.RuleKind.ACCESS;
import static dev.usher.core.rule.RuleKind.EXISTENCE;

import com.fasterxml.jackson.databind.JsonNode;
import dev.usher.core.Usher;
import dev.usher.core.access.Actor;
import dev.usher.core.attribute.Change;
import dev.usher.core.event.CannedQuestion;
import dev.usher.core.event.Question;
import dev.usher.core.event.QuestionWish;
import dev.usher.core.rule.Field;
import dev.usher.core.rule.Outcome;
import dev.usher.core.rule.OutsideText;
import dev.usher.core.rule.Violation;
import dev.usher.core.service.TicketClassView;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;

/** What those who buy are asked: questions of the organizer's own, and those that stand ready (EB-17 to EB-21). */
final class QuestionCalls implements Calls {
    private static final String CHOICES = "question.choices";
    private static final String TICKET_CLASSES = "question.ticket_classes";
    private static final Members MEMBERS = Members.of(Question.DETAILS).passingOver(CHOICES, TICKET_CLASSES);

    /** Writes a question as answers show it. */
    private interface Writing<Q> {
        void write(Json json, Q question, EventQuestions all, Links links);
    }

    /** Lets an event ask. */
    private interface Asking<Q> {
        Outcome<Q> ask(Actor actor, long event, QuestionWish wish);
    }

    private final Usher usher;
    private final EventPaths events;

    @Inject
    QuestionCalls(Usher usher) {
        this.usher = usher;
        this.events = new EventPaths(usher);
    }

    @Override
    public void mount(Entrance.Routes routes) {
        routes.get("events/:id/canned_questions", call -> list(call, EventQuestions::canned, QuestionJson::write))
                .post("events/:id/canned_questions", this::createCanned)
                .get("events/:id/canned_questions/:canned_id", this::findCanned)
                .get("events/:id/questions", call -> list(call, EventQuestions::own, QuestionJson::write))
                .post("events/:id/questions", this::create)
                .get("events/:id/questions/:question_id", this::find)
                .delete("events/:id/questions/:question_id", this::delete)
                .delete("events/:id/canned_questions/:canned_id", this::deleteCanned);
    }

    /** A list of questions as the public sees it; for the owner who asks as such with the hidden ticket classes. */
    private <Q> Outcome<Json> list(Call call, Function<EventQuestions, List<Q>> wanted, Writing<Q> writing) {
        Arguments arguments = call.arguments();
        boolean asOwner = arguments.flag("as_owner").orElse(false);
        return events.event(call)
                .then(event -> arguments
                        .unlessFaulty(arguments.page())
                        .then(page -> questions(call, event, sold -> asOwner || !sold.hiddenNow())
                                .then(all -> asOwner ? owned(all) : Outcome.accepted(all.ofShownClasses()))
                                .then(all -> arguments
                                        .within(PageJson.of(wanted.apply(all), page))
                                        .then(found -> Outcome.accepted(PageJson.of(
                                                found,
                                                "questions",
                                                (json, question) ->
                                                        writing.write(json, question, all, call.links())))))));
    }

    private static Outcome<EventQuestions> owned(EventQuestions all) {
        return all.event().isOwned()
                ? Outcome.accepted(all)
                : Outcome.rejected(new Violation(
                        ACCESS,
                        "NOT_AUTHORIZED",
                        "as_owner",
                        "as_owner is true for an event of another organization; expected false, or nothing"));
    }

    /** One of the organizer's own, unless it is only for buyers of classes that the caller is not shown. */
    private Outcome<Json> find(Call call) {
        return events.event(call)
                .then(event -> call.number("question_id")
                        .then(id -> questions(call, event, every -> true).then(all -> {
                            EventQuestions shown = all.asSeen();
                            return shown.own().stream()
                                    .filter(question -> question.id() == id)
                                    .findFirst()
                                    .map(question -> Outcome.accepted(Json.object(
                                            json -> QuestionJson.write(json, question, shown, call.links()))))
                                    .orElseGet(() -> Outcome.rejected(absent(Long.toString(id))));
                        })));
    }

    private Outcome<Json> findCanned(Call call) {
        return canned(
                call,
                (ready, all) -> Outcome.accepted(
                        Json.object(json -> QuestionJson.write(json, ready, all.asSeen(), call.links()))));
    }

    private Outcome<Json> delete(Call call) {
        return call.number("question_id")
                .then(id -> deleted(call, event -> usher.questions().delete(call.actor(), event, id)));
    }

    private Outcome<Json> deleteCanned(Call call) {
        return canned(
                call,
                (ready, all) ->
                        deleted(call, event -> usher.questions().deleteCanned(call.actor(), event, ready.topic())));
    }

    private Outcome<Json> deleted(Call call, Function<Long, Outcome<Long>> act) {
        return events.event(call)
                .then(act)
                .then(gone -> Outcome.accepted(Json.object(json -> json.flag("deleted", true))));
    }

    /** Goes on with the question that stands ready under the name in the path. */
    private Outcome<Json> canned(Call call, BiFunction<CannedQuestion, EventQuestions, Outcome<Json>> act) {
        String word = call.path().getOrDefault("canned_id", "");
        return events.event(call)
                .then(event -> questions(call, event, every -> true))
                .then(all -> all.canned().stream()
                        .filter(ready -> ready.topic().word().equals(word))
                        .findFirst()
                        .map(ready -> act.apply(ready, all))
                        .orElseGet(() -> Outcome.rejected(absent(word))));
    }

    private static Violation absent(String word) {
        return new Violation(
                EXISTENCE,
                "NOT_FOUND",
                "question",
                "there is no question '" + OutsideText.shown(word) + "' of the event; expected one of its list");
    }

    private Outcome<Json> create(Call call) {
        return made(call, usher.questions()::create, QuestionJson::write);
    }

    private Outcome<Json> createCanned(Call call) {
        return made(call, usher.questions()::createCanned, QuestionJson::write);
    }

    private <Q> Outcome<Json> made(Call call, Asking<Q> asking, Writing<Q> writing) {
        return events.event(call)
                .then(event -> MEMBERS.judged(
                                call.body(), change -> asking.ask(call.actor(), event, wish(call.body(), change)))
                        .then(shown(call, event, writing)));
    }

    private <Q> Function<Q, Outcome<Json>> shown(Call call, long event, Writing<Q> writing) {
        return question -> questions(call, event, every -> true)
                .then(all -> Outcome.accepted(Json.object(json -> writing.write(json, question, all, call.links()))));
    }

    /** All questions of an event, beside those of its classes that the caller may see and shall be shown. */
    private Outcome<EventQuestions> questions(Call call, long event, Predicate<TicketClassView> shown) {
        Optional<Actor> actor = Optional.of(call.actor());
        return new Showing(usher, call)
                .find(event)
                .then(view -> usher.questions()
                        .of(actor, event)
                        .then(own -> usher.questions()
                                .canned(actor, event)
                                .then(canned -> usher.ticketClasses()
                                        .of(actor, event, Optional.empty())
                                        .then(classes -> Outcome.accepted(EventQuestions.of(
                                                view,
                                                own,
                                                canned,
                                                classes.stream().filter(shown).toList()))))));
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
