package dev.usher.adapters.http.eventbrite;

import dev.usher.core.event.CannedQuestion;
import dev.usher.core.event.Question;
import dev.usher.core.service.EventView;
import dev.usher.core.service.TicketClassView;
import dev.usher.core.ticketing.TicketClassAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The questions of an event, with what is shown beside them.
 *
 * @param event the event
 * @param own what it asks in the organizer's own words
 * @param canned what stands ready for it
 * @param ticketClasses what its classes are called, by number; without those that are not shown
 * @param following the ids of the questions that follow on a choice, by the choice's number
 */
record EventQuestions(
        EventView event,
        List<Question> own,
        List<CannedQuestion> canned,
        Map<Long, String> ticketClasses,
        Map<Long, List<String>> following) {

    /** All questions of an event, beside these of its classes. */
    static EventQuestions of(
            EventView event, List<Question> own, List<CannedQuestion> canned, List<TicketClassView> shown) {
        Map<Long, String> names = new HashMap<>();
        shown.forEach(sold -> names.put(
                sold.ticketClass().id(),
                sold.ticketClass().get(TicketClassAttributes.NAME).orElse("")));
        Map<Long, List<String>> following = new HashMap<>();
        own.forEach(question -> follow(following, question, Long.toString(question.id())));
        canned.forEach(ready -> ready.asked()
                .ifPresent(question -> follow(following, question, ready.topic().word())));
        return new EventQuestions(event, own, canned, names, following);
    }

    private static void follow(Map<Long, List<String>> following, Question question, String id) {
        question.attributes()
                .get(Question.PARENT_CHOICE)
                .ifPresent(choice -> following
                        .computeIfAbsent(choice, first -> new ArrayList<>())
                        .add(id));
    }

    /** What the caller may see: members all of it, others nothing that is only for buyers of classes they are not shown. */
    EventQuestions asSeen() {
        return event.isOwned() ? this : ofShownClasses();
    }

    /** The same without the organizer's own questions that are only for buyers of classes which are not shown. */
    EventQuestions ofShownClasses() {
        List<Question> asked = own.stream()
                .filter(question -> question.ticketClasses().isEmpty()
                        || !classesOf(question).isEmpty())
                .toList();
        Set<String> left = own.stream()
                .filter(question -> !asked.contains(question))
                .map(question -> Long.toString(question.id()))
                .collect(Collectors.toSet());
        Map<Long, List<String>> shown = new HashMap<>();
        following.forEach((choice, ids) ->
                shown.put(choice, ids.stream().filter(id -> !left.contains(id)).toList()));
        return new EventQuestions(event, asked, canned, ticketClasses, shown);
    }

    /** The path of one of the questions. */
    String path(String kind, String id) {
        return "events/" + event.event().ref().event() + "/" + kind + "/" + id;
    }

    /** The classes a question is limited to, of those that are shown. */
    List<Long> classesOf(Question question) {
        return question.ticketClasses().stream()
                .filter(ticketClasses::containsKey)
                .toList();
    }

    Optional<String> nameOf(long ticketClass) {
        return Optional.ofNullable(ticketClasses.get(ticketClass));
    }

    /** The ids of the questions that follow on a choice. */
    List<String> after(Question.Choice choice) {
        return following.getOrDefault(choice.id(), List.of());
    }
}
