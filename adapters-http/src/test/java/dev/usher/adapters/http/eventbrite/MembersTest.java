package dev.usher.adapters.http.eventbrite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.core.attribute.Change;
import dev.usher.core.event.EventAttributes;
import dev.usher.core.money.Money;
import dev.usher.core.rule.Field;
import dev.usher.core.rule.Outcome;
import dev.usher.core.rule.RuleKind;
import dev.usher.core.rule.Violation;
import dev.usher.core.ticketing.TicketClassAttributes;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A body is read by walking a table. */
class MembersTest {
    private static final Members EVENT = Members.of(EventAttributes.DETAILS)
            .alias("event.logo.id", EventAttributes.LOGO)
            .negated("event.show_start_date", EventAttributes.HIDE_START_DATE)
            .passingOver("event.start.local")
            .keepingNothingOf("event.song")
            .zeroFilled(Set.of(EventAttributes.LISTED, EventAttributes.CAPACITY, EventAttributes.VENUE));
    private static final Members TICKET_CLASS = Members.of(TicketClassAttributes.DETAILS);

    @Test
    void everyMemberOfATableIsReadByItsKind() {
        Change change = change(
                EVENT,
                "{'event':{'name':{'html':'x'},'venue_id':'7','listed':false,'capacity':'80','currency':'USD',"
                        + "'start':{'utc':'2027-01-01T18:00:00Z','local':'whatever'}}}");
        assertThat(change.mentioned()).hasSize(6);
        assertThat(change.field(EventAttributes.VENUE)).isEqualTo(Field.said(7L));
        assertThat(change.field(EventAttributes.LISTED)).isEqualTo(Field.said(false));
        assertThat(change.field(EventAttributes.CAPACITY)).isEqualTo(Field.said(80L));
        assertThat(change.field(EventAttributes.CURRENCY)).isEqualTo(Field.said(Currency.getInstance("USD")));
    }

    @Test
    void otherNamesAndOppositesMeanTheSameAttribute() {
        Change change = change(EVENT, "{'event':{'logo':{'id':'12'},'show_start_date':'true'}}");
        assertThat(change.field(EventAttributes.LOGO)).isEqualTo(Field.said("12"));
        assertThat(change.field(EventAttributes.HIDE_START_DATE)).isEqualTo(Field.said(false));
    }

    @Test
    void anEmptyTextAndNullClear() {
        Change change = change(EVENT, "{'event':{'venue_id':'','password':null,'start':{'utc':''}}}");
        assertThat(change.field(EventAttributes.VENUE)).isEqualTo(Field.cleared());
        assertThat(change.field(EventAttributes.PASSWORD)).isEqualTo(Field.cleared());
        assertThat(change.field(EventAttributes.START)).isEqualTo(Field.cleared());
    }

    @Test
    void whatCannotBeReadIsKeptAsSuch() {
        Change change = change(EVENT, "{'event':{'capacity':'many','listed':'perhaps','show_start_date':7}}");
        assertThat(change.field(EventAttributes.CAPACITY).isUnreadable()).isTrue();
        assertThat(change.field(EventAttributes.LISTED).isUnreadable()).isTrue();
        assertThat(change.field(EventAttributes.HIDE_START_DATE).isUnreadable()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'ticket_class':{'cost':{'currency':'USD','value':1000}}}",
                "{'ticket_class':{'cost':{'value':1000,'currency':'USD','display':'$10.00','major_value':'10.00'}}}",
                "{'ticket_class':{'cost':'USD,1000'}}",
                "{'ticket_class.cost':'USD,1000'}",
                "{'ticket_class.cost':'{\\'currency\\':\\'USD\\',\\'value\\':1000}'}"
            })
    void anAmountIsReadInEveryForm(String body) {
        assertThat(change(TICKET_CLASS, body).field(TicketClassAttributes.COST))
                .isEqualTo(Field.said(new Money(1_000, Currency.getInstance("USD"))));
    }

    @Test
    void nullForAnObjectClearsWhatStandsBelowUnlessItIsSaidOtherwise() {
        Change change = change(EVENT, "{'event':{'name':null,'start':'','logo':null,'logo_id':'5'}}");
        assertThat(change.field(EventAttributes.NAME)).isEqualTo(Field.cleared());
        assertThat(change.field(EventAttributes.START)).isEqualTo(Field.cleared());
        assertThat(change.field(EventAttributes.START_ZONE)).isEqualTo(Field.cleared());
        assertThat(change.field(EventAttributes.LOGO)).isEqualTo(Field.said("5"));
        assertThat(change(EVENT, "{'event':null}").mentioned()).isEmpty();
        assertThat(EVENT.read(tree("{'event':{'name':'x'}}")).change().mentioned())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "'1'", "true", "'true'", "'True'"})
    void aFlagIsReadInEveryForm(String said) {
        assertThat(change(EVENT, "{'event':{'listed':" + said + "}}").field(EventAttributes.LISTED))
                .isEqualTo(Field.said(true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'ticket_class':{'sales_channels':['online','atd']}}",
                "{'ticket_class.sales_channels':'online,atd'}"
            })
    void aListIsReadInEveryForm(String body) {
        assertThat(change(TICKET_CLASS, body).field(TicketClassAttributes.SALES_CHANNELS))
                .isEqualTo(Field.said(List.of("online", "atd")));
    }

    @Test
    void membersNobodyKnowsAreRefusedByNameTogetherWithWhatTheRulesSay() {
        Outcome<Change> outcome = EVENT.judged(
                tree(
                        "{'event':{'capacity_is_custom':true,'capacity':'many','name':'x'},'publish_date':1,'expand':'venue'}"),
                MembersTest::refusingTheUnreadable);
        assertThat(outcome.violations().stream().map(fault -> fault.path() + " - " + fault.code()))
                .containsExactly(
                        "event.capacity - INVALID",
                        "event.capacity_is_custom - Unknown parameter",
                        "event.name - INVALID",
                        "publish_date - Unknown parameter");
    }

    @Test
    void whatTheRulesSayIsToldUnderTheNameThatWasSaid() {
        Outcome<Change> outcome = EVENT.judged(
                tree("{'event':{'show_start_date':'perhaps','capacity':'many'}}"), MembersTest::refusingTheUnreadable);
        assertThat(outcome.violations().stream().map(Violation::path))
                .containsExactly("event.show_start_date", "event.capacity");
    }

    @Test
    void whoMayNotComeHereIsToldNothingElse() {
        Outcome<Change> outcome = EVENT.judged(
                tree("{'odd':1}"),
                change -> Outcome.rejected(new Violation(RuleKind.EXISTENCE, "NOT_FOUND", "event", "no event")));
        assertThat(outcome.violations())
                .singleElement()
                .satisfies(fault -> assertThat(fault.code()).isEqualTo("NOT_FOUND"));
    }

    @Test
    void aRequestWithAMemberNobodyKnowsHasNoEffect() {
        List<Change> done = new ArrayList<>();
        EVENT.judged(
                tree("{'event':{'capacity':1},'odd':1}"),
                change -> refusingTheUnreadable(change).then(good -> {
                    done.add(good);
                    return Outcome.accepted(good);
                }));
        assertThat(done).isEmpty();
    }

    private static Outcome<Change> refusingTheUnreadable(Change change) {
        List<Violation> faults = change.mentioned().stream()
                .filter(attribute -> change.field(attribute).isUnreadable())
                .map(attribute -> new Violation(RuleKind.ARGUMENT, "INVALID", attribute.path(), "odd"))
                .toList();
        return faults.isEmpty() ? Outcome.accepted(change) : Outcome.rejected(faults);
    }

    @Test
    void ofARequestThatSaysEveryOptionalMemberZerosCountAsNotSaid() {
        Change change =
                change(EVENT, "{'event.name.html':'x','event.listed':false,'event.capacity':0,'event.venue_id':''}");
        assertThat(change.mentioned()).isEqualTo(Set.of(EventAttributes.NAME));
        Change withVenue = change(
                EVENT,
                "{'event.name.html':'x','event.listed':false,'event.capacity':0,'event.venue_id':'7','event.source':''}");
        assertThat(withVenue.field(EventAttributes.VENUE)).isEqualTo(Field.said(7L));
        assertThat(withVenue.field(EventAttributes.LISTED).isAbsent()).isTrue();
    }

    @Test
    void ofAnyOtherRequestTheyAreMeant() {
        assertThat(change(EVENT, "{'event.listed':false,'event.venue_id':''}").field(EventAttributes.LISTED))
                .isEqualTo(Field.said(false));
        assertThat(change(EVENT, "{'event.listed':false,'event.capacity':0,'event.venue_id':null}")
                        .field(EventAttributes.LISTED))
                .isEqualTo(Field.said(false));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{'event':{'name':{'html':{'x':1}}}} | event.name.html.x - Unknown parameter",
                "{'event':{'name':{'html':{}}}} | event.name.html - INVALID",
                "{'event':{'name':{'html':['a']}}} | event.name.html - INVALID",
                "{'event':{'name':{'html':true}}} | event.name.html - INVALID",
                "{'event':{'listed':['true']}} | event.listed - INVALID",
                "{'event':{'capacity':[5]}} | event.capacity - INVALID",
                "{'event':{'capacity':true}} | event.capacity - INVALID",
                "{'event':{'start':{'utc':['2027-01-01T18:00:00Z']}}} | event.start.utc - INVALID",
                "{'event':{'name':'x'}} | event.name - INVALID",
                "{'event':{'start':[]}} | event.start - INVALID",
                "{'event':1} | event - INVALID",
                "{'event':{'bogus':{}}} | event.bogus - Unknown parameter",
                "{'event':{'bogus':[]}} | event.bogus - Unknown parameter",
                "{'event':{'venue_id':{'id':'1'}}} | event.venue_id.id - Unknown parameter"
            })
    void aValueOfAnotherFormOfJsonIsNone(String body, String fault) {
        assertThat(EVENT.judged(tree(body), MembersTest::refusingTheUnreadable).violations().stream()
                        .map(violation -> violation.path() + " - " + violation.code()))
                .containsExactly(fault);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'ticket_class':{'sales_channels':[['online']]}}",
                "{'ticket_class':{'sales_channels':[true]}}",
                "{'ticket_class':{'sales_channels':true}}",
                "{'ticket_class':{'cost':['USD,1000']}}",
                "{'ticket_class':{'cost':{'currency':'USD'}}}",
                "{'ticket_class':{'cost':{'currency':['USD'],'value':[1]}}}"
            })
    void listsAndAmountsOfAnotherFormAreNone(String body) {
        assertThat(TICKET_CLASS
                        .judged(tree(body), MembersTest::refusingTheUnreadable)
                        .violations())
                .singleElement()
                .satisfies(fault -> assertThat(fault.code()).isEqualTo("INVALID"));
    }

    @Test
    void numbersForTextsAndTextsForFlagsAndNumbersAreUsual() {
        Change change = change(EVENT, "{'event':{'name':{'html':7},'listed':'false','capacity':'80','venue_id':7}}");
        assertThat(change.field(EventAttributes.NAME)).isEqualTo(Field.said("7"));
        assertThat(change.field(EventAttributes.LISTED)).isEqualTo(Field.said(false));
        assertThat(change.field(EventAttributes.VENUE)).isEqualTo(Field.said(7L));
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "''", "false", "'false'", "0", "'0'", "[]", "{}"})
    void whatIsNotKeptIsAcceptedWhileItSaysNothing(String value) {
        assertThat(change(EVENT, "{'event':{'song':" + value + "}}").mentioned())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "'x'", "7", "[1]"})
    void whatIsNotKeptIsRefusedOtherwise(String value) {
        assertThat(EVENT.read(tree("{'event':{'song':" + value + "}}")).faults())
                .singleElement()
                .satisfies(fault -> assertThat(fault.code()).isEqualTo("Not kept here, expected no value"));
    }

    private static Change change(Members members, String body) {
        Members.Read read = members.read(tree(body));
        assertThat(read.faults()).isEmpty();
        return read.change();
    }

    private static BodyTree tree(String body) {
        return BodyTree.read("application/json", body.replace('\'', '"').getBytes(StandardCharsets.UTF_8))
                .orThrow();
    }
}
