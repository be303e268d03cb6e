package dev.usher.core.service;

import static dev.usher.core.event.EventAttributes.CHANGED_AT;
import static dev.usher.core.event.EventAttributes.PAID_OUT;
import static dev.usher.core.event.EventAttributes.PUBLISHED_AT;
import static dev.usher.core.event.EventAttributes.STATE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.core.attribute.Attribute;
import dev.usher.core.event.CopyWish;
import dev.usher.core.event.Event;
import dev.usher.core.event.EventAttributes;
import dev.usher.core.event.Question;
import dev.usher.core.rule.Outcome;
import dev.usher.core.ticketing.TicketClass;
import dev.usher.core.ticketing.TicketClassAttributes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;

/** Whatever is done with events, in whatever order: none ever comes into a state that it must not be in. */
class EventLifeProperties {
    /** Without these a law over many lives would say nothing. */
    private static final Set<Deed> OFTEN =
            Set.of(EventDeed.PUBLISH, EventDeed.UNPUBLISH, EventDeed.COPY, EventDeed.HOLD_TWICE);

    private static final Set<Deed> SOMETIMES = Set.of(
            EventDeed.CANCEL,
            EventDeed.DELETE,
            ClassDeed.SELL_PAID,
            ClassDeed.CHARGE,
            ClassDeed.REMOVE_THE_LAST,
            ClassDeed.BREAK_OFF_THE_FIRST);

    @Provide
    static Arbitrary<List<Deed>> life() {
        Arbitrary<Deed> deed = Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.of(EventDeed.PUBLISH, EventDeed.PUBLISH, EventDeed.UNPUBLISH)),
                Tuple.of(2, Arbitraries.of(EventDeed.COPY, EventDeed.HOLD_TWICE, HouseDeed.TURN_TO_THE_NEXT_EVENT)),
                Tuple.of(6, Arbitraries.of(EventDeed.values())),
                Tuple.of(5, Arbitraries.of(ClassDeed.values())),
                Tuple.of(2, Arbitraries.of(HouseDeed.values())));
        return deed.list().ofMinSize(1).ofMaxSize(40);
    }

    /** Mostly what a series and its occurrences may differ in. */
    @Provide
    static Arbitrary<List<Deed>> lifeOfASeries() {
        Arbitrary<List<Deed>> beginning = Arbitraries.of(
                List.of(EventDeed.HOLD_TWICE),
                List.of(ClassDeed.REMOVE_THE_FIRST, EventDeed.HOLD_TWICE),
                List.of(ClassDeed.REMOVE_THE_FIRST, EventDeed.RESERVE_SEATS, EventDeed.HOLD_TWICE));
        Arbitrary<Deed> deed = Arbitraries.frequencyOf(
                Tuple.of(5, Arbitraries.of(HouseDeed.TURN_TO_THE_NEXT_EVENT)),
                Tuple.of(
                        5,
                        Arbitraries.of(
                                EventDeed.PUBLISH,
                                EventDeed.PUBLISH,
                                EventDeed.CANCEL,
                                EventDeed.TICKET_ELSEWHERE,
                                EventDeed.CHARGE_EUROS,
                                EventDeed.HAVE_TEN_SEATS,
                                EventDeed.HAVE_FEW_SEATS)),
                Tuple.of(3, Arbitraries.of(ClassDeed.SELL_FREE, ClassDeed.SELL_PAID, ClassDeed.TAKE_GIFTS)),
                Tuple.of(2, Arbitraries.of(ClassDeed.values())),
                Tuple.of(1, Arbitraries.of(EventDeed.values())));
        return Combinators.combine(beginning, deed.list().ofMaxSize(25))
                .as((first, then) ->
                        Stream.concat(first.stream(), then.stream()).toList());
    }

    @Property(tries = 300)
    @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
    void noReachableStateBreaksAnInvariantAndNoRefusalLeavesATrace(@ForAll("life") List<Deed> life) {
        WatchedSeason season = new WatchedSeason();
        for (Deed deed : life) {
            boolean isDone = season.isDone(deed);
            Statistics.label("what was done").collect(deed, isDone).coverage(done -> {
                OFTEN.forEach(each -> done.check(each, true).percentage(share -> share >= 0.3));
                SOMETIMES.forEach(each -> done.check(each, true).count(times -> times >= 3));
            });
        }
    }

    @Property(tries = 300)
    @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
    void aSeriesAndItsOccurrencesStaySoundTogether(@ForAll("lifeOfASeries") List<Deed> life) {
        WatchedSeason season = new WatchedSeason();
        for (Deed deed : life) {
            boolean isDone = season.isDone(deed);
            Statistics.label("what a series sells")
                    .collect(season.event().isSeriesParent() && deed instanceof ClassDeed && isDone)
                    .coverage(shares -> shares.check(true).percentage(share -> share >= 3));
        }
    }

    @Property(tries = 200)
    @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
    void publishThenUnpublishIsNothing(@ForAll("life") List<Deed> life) {
        Season season = Season.after(life);
        for (Event each : season.content().events()) {
            StoreContent before = season.content();
            long number = each.ref().event();
            Event event = before.event(number).orElseThrow();
            boolean isPublished = isDone(season.house.events.publish(season.house.member, number, Optional.empty()));
            if (isPublished) {
                season.house
                        .events
                        .unpublish(season.house.member, number, Optional.empty())
                        .orThrow();
                // Occurrences that were published before their series are taken back together with it.
                boolean isAlone = before.occurrencesOf(event).stream().noneMatch(isIn("published"));
                if (isAlone) {
                    requireSame(before, season.content());
                }
                assertThat(season.content().event(number).orElseThrow().version())
                        .isEqualTo(event.version() + 2);
            }
            Statistics.label("published")
                    .collect(isPublished)
                    .coverage(shares -> shares.check(true).percentage(share -> share >= 5));
        }
    }

    @Property(tries = 200)
    @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
    void aCopyIsTheSourceButForItsStandingAndWhatItSold(@ForAll("life") List<Deed> life) {
        Season season = Season.after(life);
        for (Event source : season.content().events()) {
            StoreContent before = season.content();
            Outcome<EventView> outcome =
                    season.house.events.copy(season.house.member, source.ref().event(), CopyWish.NONE);
            if (outcome instanceof Outcome.Accepted<EventView> made) {
                StoreContent after = season.content();
                Event copy = after.event(EventHouse.number(made.value())).orElseThrow();
                assertThat(after.events())
                        .containsAll(before.events())
                        .hasSize(before.events().size() + 1);
                assertThat(after.classes()).containsAll(before.classes());
                assertThat(after.questions()).containsAll(before.questions());
                requireCopied(source, copy);
                requireCopied(before.classesOf(source), after.classesOf(copy));
                assertThat(after.questionsOf(copy))
                        .extracting(question -> question.attributes().get(Question.TEXT))
                        .isEqualTo(before.questionsOf(source).stream()
                                .map(question -> question.attributes().get(Question.TEXT))
                                .toList());
            }
            Statistics.label("copied")
                    .collect(isDone(outcome))
                    .coverage(shares -> shares.check(true).percentage(share -> share >= 5));
        }
    }

    /** The same but for when and how often it was changed. */
    private static void requireSame(StoreContent before, StoreContent after) {
        assertThat(after.events())
                .extracting(Event::ref)
                .isEqualTo(before.events().stream().map(Event::ref).toList());
        for (Event event : before.events()) {
            assertThat(after.event(event.ref().event())
                            .orElseThrow()
                            .attributes()
                            .without(CHANGED_AT))
                    .isEqualTo(event.attributes().without(CHANGED_AT));
        }
        assertThat(after.classes()).isEqualTo(before.classes());
        assertThat(after.questions()).isEqualTo(before.questions());
        assertThat(after.profiles()).isEqualTo(before.profiles());
    }

    private static void requireCopied(Event source, Event copy) {
        for (Attribute<?> attribute : EventAttributes.ALL) {
            if (!EventAttributes.STANDING.contains(attribute) && attribute != PAID_OUT) {
                assertThat(copy.attributes().said(attribute))
                        .as(attribute.name())
                        .isEqualTo(source.attributes().said(attribute));
            }
        }
        assertThat(copy.get(STATE)).contains("draft");
        assertThat(copy.get(PUBLISHED_AT)).isEmpty();
        assertThat(copy.series()).isEmpty();
    }

    private static void requireCopied(List<TicketClass> originals, List<TicketClass> copies) {
        assertThat(copies).hasSameSizeAs(originals);
        Map<Long, Long> numberOf = new HashMap<>();
        for (int at = 0; at < copies.size(); at++) {
            numberOf.put(originals.get(at).id(), copies.get(at).id());
        }
        assertThat(numberOf.values()).doesNotHaveDuplicates().noneMatch(numberOf::containsKey);
        for (int at = 0; at < copies.size(); at++) {
            for (Attribute<?> attribute : TicketClassAttributes.DETAILS) {
                if (attribute != TicketClassAttributes.SALES_START_AFTER) {
                    assertThat(copies.get(at).attributes().said(attribute))
                            .isEqualTo(originals.get(at).attributes().said(attribute));
                }
            }
            assertThat(copies.get(at).get(TicketClassAttributes.SALES_START_AFTER))
                    .isEqualTo(originals
                            .get(at)
                            .get(TicketClassAttributes.SALES_START_AFTER)
                            .map(numberOf::get));
        }
    }

    private static boolean isDone(Outcome<?> outcome) {
        return outcome.violations().isEmpty();
    }

    private static Predicate<Event> isIn(String state) {
        return event -> event.get(STATE).filter(state::equals).isPresent();
    }
}
