package dev.usher.core.service;

import dev.usher.core.access.Actor;
import dev.usher.core.access.Packages;
import dev.usher.core.access.Role;
import dev.usher.core.attribute.Attributes;
import dev.usher.core.attribute.Change;
import dev.usher.core.event.CannedQuestion;
import dev.usher.core.event.Event;
import dev.usher.core.event.EventAttributes;
import dev.usher.core.event.Question;
import dev.usher.core.event.QuestionFacts;
import dev.usher.core.event.QuestionOperation;
import dev.usher.core.event.QuestionRules;
import dev.usher.core.event.QuestionTopic;
import dev.usher.core.event.QuestionWish;
import dev.usher.core.rule.Outcome;
import dev.usher.core.store.Store;
import dev.usher.core.store.Transaction;
import dev.usher.core.ticketing.TicketClass;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/** What those who buy are asked: custom questions, and those that stand ready. */
public final class Questions {
    private final Store store;
    private final Numbers numbers;
    private final InstantSource clock;
    private final Packages packages;

    Questions(Store store, Numbers numbers, InstantSource clock, Packages packages) {
        this.store = store;
        this.numbers = numbers;
        this.clock = clock;
        this.packages = packages;
    }

    /** Adds a question of the organizer's own (EB-20); members only. */
    public Outcome<Question> create(Actor actor, long event, QuestionWish wish) {
        return ask(QuestionOperation.CREATE, actor, event, wish);
    }

    /** Lets an event ask one that stands ready (EB-18); members only. */
    public Outcome<CannedQuestion> createCanned(Actor actor, long event, QuestionWish wish) {
        return ask(QuestionOperation.CHOOSE, actor, event, wish)
                .then(asked -> Outcome.accepted(new CannedQuestion(topic(asked).orElseThrow(), Optional.of(asked))));
    }

    /** Lets an event ask a question no more, of the organizer's own or one that stood ready; members only. */
    public Outcome<Long> delete(Actor actor, long event, long id) {
        return store.write(transaction -> EventAdmission.lock(transaction, actor, event, Role.MEMBER)
                .then(EventAdmission::unlessDeleted)
                .then(found -> EventPart.of(
                                "question " + id, transaction.questions().find(found.ref(), id))
                        .then(question -> removed(transaction, found, question))));
    }

    /** Lets an event ask one that stands ready no more; members only. */
    public Outcome<Long> deleteCanned(Actor actor, long event, QuestionTopic topic) {
        return store.write(transaction -> EventAdmission.lock(transaction, actor, event, Role.MEMBER)
                .then(EventAdmission::unlessDeleted)
                .then(found -> removed(transaction, found, topic)));
    }

    private Outcome<Long> removed(Transaction transaction, Event event, QuestionTopic topic) {
        List<Question> asked = transaction.questions().of(event.ref());
        Optional<Question> ready = asked.stream()
                .filter(question -> topic(question).equals(Optional.of(topic)))
                .findFirst();
        Attributes proposed = Attributes.NONE.with(Question.CANNED_TYPE, topic.word());
        return QuestionRules.BOOK
                .judge(removal(transaction, event, proposed, asked, ready), topic)
                .then(may -> EventPart.of("question '" + topic.word() + "'", ready))
                .then(question -> remove(transaction, event, question));
    }

    private Outcome<Long> removed(Transaction transaction, Event event, Question question) {
        List<Question> asked = transaction.questions().of(event.ref());
        return QuestionRules.BOOK
                .judge(removal(transaction, event, question.attributes(), asked, Optional.of(question)), question)
                .then(removed -> remove(transaction, event, removed));
    }

    private QuestionFacts removal(
            Transaction transaction, Event event, Attributes known, List<Question> asked, Optional<Question> removed) {
        QuestionWish nothing = QuestionWish.of(Change.NONE);
        return facts(QuestionOperation.REMOVE, transaction, event, nothing, known, asked, removed);
    }

    private Outcome<Long> remove(Transaction transaction, Event event, Question question) {
        transaction.questions().remove(event.ref(), question.id());
        TouchedEvent.keep(transaction, event, clock.instant());
        return Outcome.accepted(question.id());
    }

    /** One of the organizer's own (EB-21), if whoever asks may see its event. */
    public Outcome<Question> find(Optional<Actor> actor, long event, long id) {
        return of(actor, event)
                .then(questions -> EventPart.of(
                        "question " + id,
                        questions.stream()
                                .filter(question -> question.id() == id)
                                .findFirst()));
    }

    /** The organizer's own questions of an event in their order (EB-19). */
    public Outcome<List<Question>> of(Optional<Actor> actor, long event) {
        return asked(
                actor,
                event,
                (found, asked) -> asked.stream()
                        .filter(question -> topic(question).isEmpty())
                        .toList());
    }

    /** All that stand ready for an event, with those it asks (EB-17). */
    public Outcome<List<CannedQuestion>> canned(Optional<Actor> actor, long event) {
        return asked(
                actor,
                event,
                (found, asked) -> Arrays.stream(QuestionTopic.values())
                        .map(topic -> new CannedQuestion(
                                topic,
                                asked.stream()
                                        .filter(question -> topic(question).equals(Optional.of(topic)))
                                        .findFirst()))
                        .filter(canned ->
                                canned.asked().isPresent() || canned.topic().isOfferedBy(found))
                        .toList());
    }

    private <T> Outcome<T> asked(Optional<Actor> actor, long event, BiFunction<Event, List<Question>, T> shown) {
        return store.read(transaction -> EventAdmission.look(transaction, actor, event, found -> true)
                .then(found -> Outcome.accepted(
                        shown.apply(found, transaction.questions().of(found.ref())))));
    }

    private Outcome<Question> ask(QuestionOperation operation, Actor actor, long event, QuestionWish wish) {
        long id = numbers.next();
        List<Question.Choice> choices = wish.choices().said().orElse(List.of()).stream()
                .map(answer -> new Question.Choice(numbers.next(), answer))
                .toList();
        return store.write(transaction -> EventAdmission.lock(transaction, actor, event, Role.MEMBER)
                .then(EventAdmission::unlessDeleted)
                .then(found -> {
                    List<Question> asked = transaction.questions().of(found.ref());
                    Attributes proposed = proposed(operation, found, wish, asked);
                    return QuestionRules.BOOK
                            .judge(
                                    facts(operation, transaction, found, wish, proposed, asked, Optional.empty()),
                                    proposed)
                            .then(good -> {
                                Question added = new Question(
                                        found.ref(),
                                        id,
                                        good,
                                        choices,
                                        wish.ticketClasses().said().orElse(List.of()));
                                transaction.questions().add(added);
                                TouchedEvent.keep(transaction, found, clock.instant());
                                return Outcome.accepted(added);
                            });
                }));
    }

    private static Attributes proposed(
            QuestionOperation operation, Event event, QuestionWish wish, List<Question> asked) {
        Attributes usual = Attributes.NONE.with(
                Question.SORTING,
                1
                        + asked.stream()
                                .mapToLong(question -> question.attributes()
                                        .get(Question.SORTING)
                                        .orElse(0L))
                                .max()
                                .orElse(0));
        Attributes wished = wish.change().among(Question.DETAILS).appliedTo(usual);
        Attributes said = wished.said(Question.RESPONDENT).isPresent()
                ? wished
                : wished.with(Question.RESPONDENT, event.get(EventAttributes.SURVEY_RESPONDENT));
        return operation == QuestionOperation.CREATE || said.get(Question.TEXT).isPresent()
                ? said
                : said.with(
                        Question.TEXT,
                        said.get(Question.CANNED_TYPE)
                                .flatMap(QuestionTopic::of)
                                .map(QuestionTopic::text));
    }

    private QuestionFacts facts(
            QuestionOperation operation,
            Transaction transaction,
            Event event,
            QuestionWish wish,
            Attributes proposed,
            List<Question> asked,
            Optional<Question> removed) {
        return new QuestionFacts(
                operation,
                event,
                wish,
                proposed,
                asked,
                transaction.ticketClasses().of(event.ref()).stream()
                        .map(TicketClass::id)
                        .collect(Collectors.toSet()),
                packages.limits(transaction.profiles().of(event.ref().organization())),
                removed);
    }

    private static Optional<QuestionTopic> topic(Question question) {
        return question.attributes().get(Question.CANNED_TYPE).flatMap(QuestionTopic::of);
    }
}
