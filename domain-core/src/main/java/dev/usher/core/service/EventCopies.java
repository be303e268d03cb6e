package dev.usher.core.service;

import static dev.usher.core.event.EventAttributes.BOOKMARKS;
import static dev.usher.core.event.EventAttributes.END;
import static dev.usher.core.event.EventAttributes.END_ZONE;
import static dev.usher.core.event.EventAttributes.PAID_OUT;
import static dev.usher.core.event.EventAttributes.SERIES;
import static dev.usher.core.event.EventAttributes.START;
import static dev.usher.core.event.EventAttributes.START_ZONE;

import dev.usher.core.attribute.Attribute;
import dev.usher.core.attribute.Attributes;
import dev.usher.core.event.Event;
import dev.usher.core.event.EventAttributes;
import dev.usher.core.event.EventRef;
import dev.usher.core.event.Occurrence;
import dev.usher.core.event.Question;
import dev.usher.core.store.Transaction;
import dev.usher.core.ticketing.TicketClass;
import dev.usher.core.ticketing.TicketClassAttributes;
import dev.usher.core.ticketing.TicketClassCopies;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes events like others, with their ticket classes and questions, in one transaction. */
record EventCopies(Transaction transaction) {

    /** What another event takes over: all but where this one stands and what it has earned. */
    static Attributes takenOver(Attributes source) {
        Set<Attribute<?>> taken = new HashSet<>(EventAttributes.ALL);
        EventAttributes.STANDING.forEach(taken::remove);
        taken.remove(BOOKMARKS);
        taken.remove(PAID_OUT);
        return source.of(taken);
    }

    /** Adds a copy, which has ticket classes and questions of its own. */
    void add(Event source, Event copy) {
        transaction.events().add(copy);
        List<TicketClass> originals = transaction.ticketClasses().of(source.ref());
        List<TicketClass> classes = TicketClassCopies.of(originals, copy.ref(), this::number);
        Map<Long, Long> numberOf = new HashMap<>();
        for (int at = 0; at < classes.size(); at++) {
            transaction.ticketClasses().add(classes.get(at));
            numberOf.put(originals.get(at).id(), classes.get(at).id());
        }
        addQuestions(source.ref(), copy.ref(), numberOf);
    }

    /** Adds an occurrence of a series, whose ticket classes follow those of the series. */
    void addOccurrence(Event series, Event occurrence) {
        transaction.events().add(occurrence);
        Map<Long, Long> numberOf = new HashMap<>();
        for (TicketClass original : transaction.ticketClasses().of(series.ref())) {
            long number = number();
            transaction.ticketClasses().add(TicketClassCopies.following(original, occurrence.ref(), number));
            numberOf.put(original.id(), number);
        }
        addQuestions(series.ref(), occurrence.ref(), numberOf);
    }

    /** Sells for an occurrence what is sold for its series by now, of which it was not told while it was over. */
    void catchUp(Event occurrence) {
        EventRef series = new EventRef(
                occurrence.ref().organization(), occurrence.series().orElseThrow());
        Map<Long, TicketClass> followers = new HashMap<>();
        transaction
                .ticketClasses()
                .of(occurrence.ref())
                .forEach(follower -> follower.get(TicketClassAttributes.PARENT)
                        .ifPresent(parent -> followers.put(parent, follower)));
        for (TicketClass original : transaction.ticketClasses().of(series)) {
            TicketClass follower = followers.remove(original.id());
            if (follower == null) {
                transaction.ticketClasses().add(TicketClassCopies.following(original, occurrence.ref(), number()));
            } else if (!TicketClassCopies.followed(follower, original).equals(follower)) {
                transaction.ticketClasses().replace(TicketClassCopies.followed(follower, original));
            }
        }
        followers.values().stream()
                .filter(gone -> gone.get(TicketClassAttributes.QUANTITY_SOLD).orElse(0L) == 0)
                .forEach(gone -> transaction.ticketClasses().remove(gone.event(), gone.id()));
    }

    /** What is known of an occurrence of a series. */
    static Attributes occurring(Event series, Occurrence occurrence) {
        String zone = series.get(START_ZONE).orElseThrow();
        return takenOver(series.attributes())
                .with(START, occurrence.start())
                .with(START_ZONE, zone)
                .with(END, occurrence.end())
                .with(END_ZONE, zone)
                .with(SERIES, series.ref().event());
    }

    private void addQuestions(EventRef source, EventRef copy, Map<Long, Long> numberOf) {
        List<Question> questions = transaction.questions().of(source);
        for (Question question : questions) {
            numberOf.put(question.id(), number());
            question.choices().forEach(choice -> numberOf.put(choice.id(), number()));
        }
        for (Question question : questions) {
            // A class that is gone takes the questions with it that were for its buyers alone.
            boolean isAsked = question.ticketClasses().isEmpty()
                    || question.ticketClasses().stream().anyMatch(numberOf::containsKey);
            if (isAsked) {
                transaction.questions().add(copied(question, copy, numberOf));
            }
        }
    }

    private static Question copied(Question question, EventRef event, Map<Long, Long> numberOf) {
        Attributes attributes = question.attributes();
        return new Question(
                event,
                renumbered(question.id(), numberOf),
                attributes
                        .with(Question.PARENT, attributes.said(Question.PARENT).map(numberOf::get))
                        .with(
                                Question.PARENT_CHOICE,
                                attributes.said(Question.PARENT_CHOICE).map(numberOf::get)),
                question.choices().stream()
                        .map(choice -> new Question.Choice(renumbered(choice.id(), numberOf), choice.answer()))
                        .toList(),
                question.ticketClasses().stream()
                        .flatMap(id -> Optional.ofNullable(numberOf.get(id)).stream())
                        .toList());
    }

    private static long renumbered(long id, Map<Long, Long> numberOf) {
        return numberOf.getOrDefault(id, id);
    }

    private long number() {
        return transaction.identities().reserve(1);
    }
}
