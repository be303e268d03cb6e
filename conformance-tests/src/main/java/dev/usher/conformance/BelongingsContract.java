package dev.usher.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.core.access.Organization;
import dev.usher.core.attribute.Attributes;
import dev.usher.core.event.EventRef;
import dev.usher.core.event.Organizer;
import dev.usher.core.event.Question;
import dev.usher.core.event.Question.Choice;
import dev.usher.core.event.Venue;
import dev.usher.core.listing.Page;
import dev.usher.core.listing.PageRequest;
import dev.usher.core.store.Store;
import dev.usher.core.ticketing.TicketClass;
import dev.usher.core.ticketing.TicketClassAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What a store must do with what belongs to an event or an organization: ticket classes, questions, venues, organizers. */
public interface BelongingsContract extends TestedStore {

    /** If this fails, look at the order: by the sorting, one that was not said being 1, and then by number, as numbers. */
    @Test
    default void classesAndQuestionsOfAnEventAreSorted() {
        try (Store store = open()) {
            EventRef event = Samples.log(store);
            EventRef other = Samples.event(store, Samples.organization(store, "neighbour"), "ball")
                    .ref();
            store.write(transaction -> {
                for (long[] numbers : new long[][] {{5_100, 2}, {5_020, 0}, {5_003, 2}, {5_004, 0}, {5_005, 10}}) {
                    Attributes sorting = numbers[1] == 0
                            ? Attributes.NONE
                            : Attributes.NONE.with(TicketClassAttributes.SORTING, numbers[1]);
                    transaction.ticketClasses().add(new TicketClass(event, numbers[0], 1, sorting));
                    Attributes asked =
                            numbers[1] == 0 ? Attributes.NONE : Attributes.NONE.with(Question.SORTING, numbers[1]);
                    transaction.questions().add(new Question(event, numbers[0] + 1_000, asked, List.of(), List.of()));
                }
                transaction.ticketClasses().add(new TicketClass(other, 5_001, 1, Attributes.NONE));
                transaction.questions().add(new Question(other, 6_001, Attributes.NONE, List.of(), List.of()));
                return event;
            });
            store.read(transaction -> {
                assertThat(transaction.ticketClasses().of(event))
                        .extracting(TicketClass::id)
                        .containsExactly(5_004L, 5_020L, 5_003L, 5_100L, 5_005L);
                assertThat(transaction.questions().of(event))
                        .extracting(Question::id)
                        .containsExactly(6_004L, 6_020L, 6_003L, 6_100L, 6_005L);
                assertThat(transaction.ticketClasses().of(other)).hasSize(1);
                assertThat(transaction.questions().of(other)).hasSize(1);
                EventRef misplaced = new EventRef(event.organization(), other.event());
                assertThat(transaction.ticketClasses().ofAll(List.of(event, other, misplaced)))
                        .isEqualTo(Map.of(
                                event, transaction.ticketClasses().of(event),
                                other, transaction.ticketClasses().of(other)));
                assertThat(transaction.ticketClasses().ofAll(List.of(misplaced)))
                        .isEmpty();
                assertThat(transaction.ticketClasses().ofAll(List.of())).isEmpty();
                return event;
            });
        }
    }

    /** If this fails, look at the look-ups and the removal: number and event together. */
    @Test
    default void whatBelongsToAnEventIsUnknownToAnother() {
        try (Store store = open()) {
            EventRef event = Samples.log(store);
            EventRef other = Samples.event(store, Samples.organization(store, "neighbour"), "ball")
                    .ref();
            TicketClass ticketClass = new TicketClass(event, 5_001, 1, Attributes.NONE);
            Question question = new Question(event, 6_001, Attributes.NONE, List.of(), List.of());
            store.write(transaction -> {
                transaction.ticketClasses().add(ticketClass);
                transaction.questions().add(question);
                assertThat(transaction.ticketClasses().find(other, 5_001)).isEmpty();
                assertThat(transaction.questions().find(other, 6_001)).isEmpty();
                assertThat(transaction.ticketClasses().remove(other, 5_001)).isFalse();
                assertThat(transaction.ticketClasses().find(event, 5_001)).contains(ticketClass);
                assertThat(transaction.questions().find(event, 6_001)).contains(question);
                return event;
            });
        }
    }

    /** If this fails, look at what the removal answers, and at whether its long texts go with it. */
    @Test
    default void aRemovedClassIsGoneWithAllThatWasKnownOfIt() {
        try (Store store = open()) {
            EventRef event = Samples.log(store);
            Attributes said = AttributeSamples.variant(TicketClassAttributes.ALL, 1);
            TicketClass kept = new TicketClass(event, 5_002, 1, said);
            List<Boolean> removed = store.write(transaction -> {
                transaction.ticketClasses().add(new TicketClass(event, 5_001, 1, said));
                transaction.ticketClasses().add(kept);
                return List.of(
                        transaction.ticketClasses().remove(event, 5_001),
                        transaction.ticketClasses().remove(event, 5_001));
            });
            assertThat(removed).containsExactly(true, false);
            TicketClass anew = new TicketClass(event, 5_001, 1, Attributes.NONE);
            store.write(transaction -> {
                assertThat(transaction.ticketClasses().find(event, 5_001)).isEmpty();
                transaction.ticketClasses().add(anew);
                assertThat(transaction.ticketClasses().of(event)).containsExactlyInAnyOrder(anew, kept);
                return event;
            });
        }
    }

    /** If this fails, look at what a question has several of: each in its order, none of another question's. */
    @Test
    default void aQuestionKeepsItsChoicesAndClassesInOrder() {
        try (Store store = open()) {
            EventRef event = Samples.log(store);
            List<Question> questions = new ArrayList<>();
            for (int number = 0; number < 3; number++) {
                List<Choice> choices = new ArrayList<>();
                for (int choice = number; choice > 0; choice--) {
                    choices.add(new Choice(
                            9_000 + 10L * number + choice, Samples.AWKWARD_NAMES.get(choice) + "x".repeat(2_000)));
                }
                List<Long> classes = number == 0 ? List.of() : List.of(5_009L, 5_001L * number, 5_005L);
                questions.add(new Question(event, 6_000 + number, Attributes.NONE, choices, classes));
            }
            store.write(transaction -> {
                questions.forEach(transaction.questions()::add);
                return event;
            });
            store.read(transaction -> {
                assertThat(transaction.questions().of(event)).isEqualTo(questions);
                questions.forEach(question -> assertThat(transaction.questions().find(event, question.id()))
                        .contains(question));
                return event;
            });
        }
    }

    /** If this fails, look at what the removal of a question answers, and at whether its choices and classes go with it. */
    @Test
    default void aRemovedQuestionIsGoneWithItsChoices() {
        try (Store store = open()) {
            EventRef event = Samples.log(store);
            Attributes said = AttributeSamples.variant(Question.ALL, 1);
            List<Choice> choices = List.of(new Choice(9_001, "S"), new Choice(9_002, "M"));
            Question kept = new Question(event, 6_002, said, List.of(new Choice(9_003, "L")), List.of(5_003L));
            List<Boolean> removed = store.write(transaction -> {
                transaction.questions().add(new Question(event, 6_001, said, choices, List.of(5_001L)));
                transaction.questions().add(kept);
                return List.of(
                        transaction.questions().remove(new EventRef(event.organization(), event.event() + 1), 6_001),
                        transaction.questions().remove(event, 6_001),
                        transaction.questions().remove(event, 6_001));
            });
            assertThat(removed).containsExactly(false, true, false);
            Question anew = new Question(event, 6_001, Attributes.NONE, List.of(), List.of());
            store.write(transaction -> {
                assertThat(transaction.questions().find(event, 6_001)).isEmpty();
                transaction.questions().add(anew);
                assertThat(transaction.questions().of(event)).containsExactlyInAnyOrder(anew, kept);
                return event;
            });
        }
    }

    /** If this fails, look at the pages of venues and organizers: of one organization, by number, with the total of all. */
    @Test
    default void venuesAndOrganizersAreListedByNumber() {
        try (Store store = open()) {
            Organization house = Samples.organization(store, "house");
            Organization neighbour = Samples.organization(store, "neighbour");
            List<Long> numbers =
                    LongStream.of(5_100, 5_020, 5_003, 1L << 40, 5_004).boxed().toList();
            store.write(transaction -> {
                numbers.forEach(number -> {
                    transaction.venues().add(new Venue(house.id(), number, 1, Attributes.NONE));
                    transaction.organizers().add(new Organizer(house.id(), number, 1, Attributes.NONE));
                });
                transaction.venues().add(new Venue(neighbour.id(), 5_050, 1, Attributes.NONE));
                transaction.organizers().add(new Organizer(neighbour.id(), 5_050, 1, Attributes.NONE));
                return house;
            });
            List<List<Long>> pages =
                    List.of(List.of(5_003L, 5_004L), List.of(5_020L, 5_100L), List.of(1L << 40), List.of());
            for (int number = 1; number <= pages.size(); number++) {
                PageRequest page = new PageRequest(number, 2);
                Page<Venue> venues =
                        store.read(transaction -> transaction.venues().of(house.id(), page));
                Page<Organizer> organizers =
                        store.read(transaction -> transaction.organizers().of(house.id(), page));
                assertThat(venues.map(Venue::id)).isEqualTo(new Page<>(pages.get(number - 1), 5, page));
                assertThat(organizers.map(Organizer::id)).isEqualTo(new Page<>(pages.get(number - 1), 5, page));
            }
        }
    }
}
