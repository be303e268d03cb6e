package dev.usher.conformance.broken;

import static dev.usher.conformance.broken.BrokenTables.breaking;
import static dev.usher.conformance.broken.Fault.fault;

import dev.usher.core.access.Membership;
import dev.usher.core.access.Profile;
import dev.usher.core.attribute.Attribute;
import dev.usher.core.attribute.Attributes;
import dev.usher.core.event.Event;
import dev.usher.core.event.EventAttributes;
import dev.usher.core.event.EventRef;
import dev.usher.core.event.KnownEvent;
import dev.usher.core.event.Question;
import dev.usher.core.listing.Page;
import dev.usher.core.store.BelongingTable;
import dev.usher.core.store.EventTable;
import dev.usher.core.store.ProfileTable;
import dev.usher.core.store.QuestionTable;
import dev.usher.core.store.TicketClassTable;
import dev.usher.core.store.Transaction;
import dev.usher.core.store.UserTable;
import dev.usher.core.ticketing.TicketClass;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Stores that are broken in what they do with events and what belongs to them, and with people. */
final class BrokenConcepts {

    static final List<Fault> FAULTS = List.of(
            fault(
                    "cuts long texts",
                    breaking(
                            EventTable.class,
                            "add",
                            (sound, call) -> call.with(shortened(call.argument(0, Event.class)))),
                    "allThatIsKnownComesBack"),
            fault(
                    "says what was never said",
                    breaking(
                            EventTable.class,
                            "add",
                            (sound, call) ->
                                    call.with(call.argument(0, Event.class).with(EventAttributes.LISTED, true))),
                    "whatWasNeverSaidStaysUnsaid"),
            fault(
                    "keeps what a replacement leaves out",
                    breaking(
                            EventTable.class,
                            "replace",
                            (sound, call) -> call.with(patched(sound, call.argument(0, Event.class)))),
                    "aReplacementSaysEverythingAnew"),
            fault(
                    "replaces any version",
                    breaking(
                            EventTable.class,
                            "replace",
                            (sound, call) -> call.with(latest(sound, call.argument(0, Event.class)))),
                    "anotherVersionReplacesNothing",
                    "noChangeOfConcurrentWritersIsLost"),
            fault(
                    "replaces anybody's event",
                    breaking(EventTable.class, "replace", (sound, call) -> {
                        Event event = call.argument(0, Event.class);
                        return call.with(sound.events()
                                .find(event.ref().event())
                                .map(own -> new Event(own.ref(), own.externalId(), event.version(), event.attributes()))
                                .orElse(event));
                    }),
                    "nobodyReplacesWhatIsAnothers"),
            fault(
                    "does not know events of which only tickets are known",
                    breaking(
                            EventTable.class,
                            "find",
                            (sound, call) -> ((Optional<?>) call.asMade())
                                    .map(Event.class::cast)
                                    .filter(event -> !event.attributes().equals(Attributes.NONE))),
                    "anEventKnownFromItsTicketsIsADraft"),
            fault(
                    "renames events",
                    () -> new HandingOnStore(NamesEventsByAttribute::new),
                    "anAddedEventIsKnownByItsName"),
            fault(
                    "finds anybody's event",
                    breaking(
                            EventTable.class,
                            "find",
                            (sound, call) -> call.arguments()[0] instanceof EventRef ref
                                    ? sound.events().find(ref.event())
                                    : call.asMade()),
                    "anEventIsFoundByItsOwnersOnly"),
            fault("does not lock events", DoesNotLockEvents::new, "whoLocksAnEventWaitsForWhoLockedItBefore"),
            fault(
                    "lower-cases addresses",
                    breaking(
                            UserTable.class,
                            "find",
                            (sound, call) -> call.arguments()[0] instanceof String email
                                    ? call.with(email.toLowerCase(Locale.ROOT))
                                    : call.asMade()),
                    "aUserIsFoundByNumberAndAddress"),
            fault("never sees users added meanwhile", SeesNoNewUsers::new, "aUserAddedTwiceAtOnceIsOne")
                    .throwing(IllegalStateException.class),
            fault(
                    "keeps the first role",
                    breaking(UserTable.class, "join", (sound, call) -> {
                        Membership joined = call.argument(0, Membership.class);
                        boolean isNew = sound.users().of(joined.user()).stream()
                                .noneMatch(known -> known.organization() == joined.organization());
                        return isNew ? call.asMade() : null;
                    }),
                    "aUserHasOneRoleInEachOrganization"),
            fault(
                    "always says that a user left",
                    breaking(UserTable.class, "leave", (sound, call) -> call.asMade() != null),
                    "aUserLeavesOneOrganizationOnly"),
            fault(
                    "replaces any profile",
                    breaking(ProfileTable.class, "replace", (sound, call) -> {
                        Profile profile = call.argument(0, Profile.class);
                        long version =
                                sound.profiles().of(profile.organization()).version();
                        return call.with(new Profile(profile.organization(), version, profile.attributes()));
                    }),
                    "aProfileBeginsAtVersionZero"),
            fault(
                    "sorts classes by number alone",
                    breaking(
                            TicketClassTable.class,
                            "of",
                            (sound, call) -> classes(call.asMade()).stream()
                                    .sorted(Comparator.comparing(TicketClass::id))
                                    .toList()),
                    "classesAndQuestionsOfAnEventAreSorted"),
            fault(
                    "misses classes of several events",
                    breaking(TicketClassTable.class, "ofAll", (sound, call) -> Map.of()),
                    "classesAndQuestionsOfAnEventAreSorted"),
            fault(
                    "misses an occurrence",
                    breaking(
                            EventTable.class,
                            "occurrences",
                            (sound, call) -> sound.events().occurrences(call.argument(0, EventRef.class)).stream()
                                    .skip(1)
                                    .toList()),
                    "occurrencesOfASeriesAreFoundByNumber"),
            fault(
                    "finds classes of other events",
                    breaking(
                            TicketClassTable.class,
                            "find",
                            (sound, call) -> events(sound)
                                    .flatMap(event ->
                                            sound.ticketClasses().find(event, call.argument(1, Long.class)).stream())
                                    .findFirst()),
                    "whatBelongsToAnEventIsUnknownToAnother"),
            fault(
                    "never removes a class",
                    breaking(TicketClassTable.class, "remove", (sound, call) -> true),
                    "aRemovedClassIsGoneWithAllThatWasKnownOfIt"),
            fault(
                    "turns choices around",
                    breaking(QuestionTable.class, "add", (sound, call) -> {
                        Question question = call.argument(0, Question.class);
                        List<Question.Choice> choices = new ArrayList<>(question.choices());
                        Collections.reverse(choices);
                        return call.with(new Question(
                                question.event(),
                                question.id(),
                                question.attributes(),
                                choices,
                                question.ticketClasses()));
                    }),
                    "aQuestionKeepsItsChoicesAndClassesInOrder"),
            fault(
                    "removes no question",
                    breaking(QuestionTable.class, "remove", (sound, call) -> true),
                    "aRemovedQuestionIsGoneWithItsChoices"),
            fault(
                    "counts the venues and organizers of a page only",
                    breaking(BelongingTable.class, "of", (sound, call) -> {
                        Page<?> page = (Page<?>) call.asMade();
                        return new Page<>(page.items(), page.items().size(), page.request());
                    }),
                    "venuesAndOrganizersAreListedByNumber"));

    private BrokenConcepts() {}

    private static final class NamesEventsByAttribute extends HandingOnTransaction {
        private final Transaction sound;

        NamesEventsByAttribute(Transaction sound) {
            super(sound);
            this.sound = sound;
        }

        @Override
        public Optional<KnownEvent> event(long organization, String externalId) {
            return super.event(organization, externalId)
                    .filter(known -> sound.events()
                            .find(known.ref())
                            .filter(event -> event.name().equals(externalId))
                            .isPresent());
        }
    }

    private static final class DoesNotLockEvents extends HandingOnStore {
        @Override
        public <T> T write(Function<Transaction, T> work) {
            Transaction before = snapshot();
            return super.write(transaction -> work.apply(BrokenTables.broken(
                    transaction,
                    EventTable.class,
                    "lock",
                    (sound, call) -> before.events().find(call.argument(0, EventRef.class)))));
        }
    }

    private static final class SeesNoNewUsers extends HandingOnStore {
        private final Transaction beginning = snapshot();

        @Override
        public <T> T write(Function<Transaction, T> work) {
            return super.write(transaction -> work.apply(BrokenTables.broken(
                    transaction,
                    UserTable.class,
                    "find",
                    (sound, call) -> beginning.users().find(call.argument(0, String.class)))));
        }
    }

    private static Event shortened(Event event) {
        Attributes cut = event.attributes();
        for (Attribute<?> attribute : event.attributes().said()) {
            cut = event.attributes()
                            .said(attribute)
                            .filter(BrokenConcepts::isLong)
                            .isPresent()
                    ? cut.without(attribute)
                    : cut;
        }
        return event.with(cut);
    }

    private static boolean isLong(Object value) {
        return value instanceof String text && text.length() > 255;
    }

    private static Event patched(Transaction sound, Event event) {
        Attributes all = sound.events().find(event.ref()).map(Event::attributes).orElse(Attributes.NONE);
        for (Attribute<?> attribute : event.attributes().said()) {
            all = copied(attribute, event.attributes(), all);
        }
        return event.with(all);
    }

    private static <T> Attributes copied(Attribute<T> attribute, Attributes from, Attributes to) {
        return to.with(attribute, from.said(attribute));
    }

    private static Event latest(Transaction sound, Event event) {
        long version = sound.events().find(event.ref()).map(Event::version).orElse(event.version());
        return new Event(event.ref(), event.externalId(), version, event.attributes());
    }

    private static Stream<EventRef> events(Transaction sound) {
        return sound.identities().organizations().stream()
                .flatMap(organization -> sound.identities().events(organization.id()).stream())
                .map(KnownEvent::ref);
    }

    private static List<TicketClass> classes(Object answer) {
        return ((List<?>) answer).stream().map(TicketClass.class::cast).toList();
    }
}
