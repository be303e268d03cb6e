package dev.usher.core.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.core.access.Profile;
import dev.usher.core.attribute.Attributes;
import dev.usher.core.attribute.Change;
import dev.usher.core.event.CannedQuestion;
import dev.usher.core.event.EventAttributes;
import dev.usher.core.event.Question;
import dev.usher.core.event.QuestionTopic;
import dev.usher.core.event.QuestionWish;
import dev.usher.core.rule.Field;
import dev.usher.core.rule.Outcome;
import dev.usher.core.rule.Violation;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** An event asks those who buy what its organizer words, and what stands ready. */
class QuestionsTest {
    private final TicketHouse house = new TicketHouse();
    private final Questions questions = house.services.questions();
    private final long event = house.published();

    @Test
    void aQuestionIsKeptWithItsChoicesAndClasses() {
        long adult = house.services
                .ticketClasses()
                .create(house.member, event, TicketHouse.free("Adult"))
                .orThrow()
                .ticketClass()
                .id();
        Change change = Change.NONE.with(Question.TEXT, "Size?").with(Question.TYPE, "radio");
        Question asked = questions
                .create(
                        house.member,
                        event,
                        new QuestionWish(change, Field.said(List.of("S", "M")), Field.said(List.of(adult))))
                .orThrow();

        assertThat(asked.choices()).extracting(Question.Choice::answer).containsExactly("S", "M");
        assertThat(asked.choices()).extracting(Question.Choice::id).doesNotHaveDuplicates();
        assertThat(asked.ticketClasses()).containsExactly(adult);
        assertThat(asked.attributes().get(Question.RESPONDENT)).contains("attendee");
        assertThat(house.event(event).version()).isEqualTo(3);
        assertThat(questions
                        .find(Optional.of(house.stranger), event, asked.id())
                        .orThrow())
                .isEqualTo(asked);

        long choice = asked.choices().get(1).id();
        Change following = text("Why?").with(Question.PARENT, asked.id()).with(Question.PARENT_CHOICE, choice);
        Question follower = questions
                .create(house.member, event, QuestionWish.of(following))
                .orThrow();
        assertThat(follower.attributes().get(Question.SORTING)).contains(2L);
        assertThat(questions.of(Optional.of(house.viewer), event).orThrow()).containsExactly(asked, follower);
    }

    @Test
    void whatStandsReadyIsListedByNameAndTakenOnce() {
        QuestionWish wish = canned("job_title");
        CannedQuestion chosen =
                questions.createCanned(house.member, event, wish).orThrow();
        assertThat(chosen.topic()).isEqualTo(QuestionTopic.JOB_TITLE);
        assertThat(chosen.asked().orElseThrow().attributes().get(Question.TEXT)).contains("Job Title");

        List<CannedQuestion> ready =
                questions.canned(Optional.of(house.member), event).orThrow();
        assertThat(ready).hasSize(QuestionTopic.values().length);
        assertThat(ready.stream().filter(CannedQuestion::isAsked).map(CannedQuestion::topic))
                .containsExactly(
                        QuestionTopic.FIRST_NAME,
                        QuestionTopic.LAST_NAME,
                        QuestionTopic.EMAIL,
                        QuestionTopic.JOB_TITLE);
        assertThat(questions.of(Optional.of(house.member), event).orThrow()).isEmpty();
        assertThat(codes(questions.createCanned(house.member, event, wish))).containsExactly("NOT_ALLOWED");
        assertThat(codes(questions.createCanned(house.member, event, canned("email"))))
                .containsExactly("NOT_ALLOWED");
    }

    @Test
    void aQuestionIsAskedNoMoreOnceNoOtherFollowsIt() {
        Question asked = questions
                .create(
                        house.member,
                        event,
                        new QuestionWish(
                                text("Size?").with(Question.TYPE, "radio"),
                                Field.said(List.of("S", "M")),
                                Field.absent()))
                .orThrow();
        Change why =
                text("Why?").with(Question.PARENT_CHOICE, asked.choices().get(0).id());
        Question follower =
                questions.create(house.member, event, QuestionWish.of(why)).orThrow();
        assertThat(codes(questions.delete(house.viewer, event, asked.id()))).containsExactly("NOT_AUTHORIZED");
        assertThat(codes(questions.delete(house.member, event, asked.id()))).containsExactly("HAS_SUBQUESTIONS");
        assertThat(codes(questions.delete(house.member, event, 1))).containsExactly("NOT_FOUND");
        long version = house.event(event).version();
        assertThat(questions.delete(house.member, event, follower.id()).orThrow())
                .isEqualTo(follower.id());
        questions.delete(house.member, event, asked.id()).orThrow();
        assertThat(questions.of(Optional.of(house.member), event).orThrow()).isEmpty();
        assertThat(house.event(event).version()).isEqualTo(version + 2);
    }

    @Test
    void whatWasAskedBeforeAnEventWentOnlineIsStillShown() {
        questions.createCanned(house.member, event, canned("shipping_address")).orThrow();
        house.with(event, EventAttributes.ONLINE, true);
        assertThat(questions.canned(Optional.of(house.member), event).orThrow())
                .extracting(CannedQuestion::topic)
                .contains(QuestionTopic.SHIPPING_ADDRESS);
    }

    @Test
    void anEventThatIsOnlyOnlineShipsNothing() {
        house.with(event, EventAttributes.ONLINE, true);
        assertThat(questions.canned(Optional.of(house.member), event).orThrow())
                .extracting(CannedQuestion::topic)
                .doesNotContain(QuestionTopic.SHIPPING_ADDRESS)
                .hasSize(QuestionTopic.values().length - 1);
        assertThat(codes(questions.createCanned(house.member, event, canned("shipping_address"))))
                .containsExactly("NOT_ALLOWED");
    }

    @Test
    void aSmallPackageAsksNothing() {
        house.profile(Attributes.NONE.with(Profile.PACKAGE, "essentials"));
        assertThat(codes(questions.create(house.member, event, QuestionWish.of(text("Size?")))))
                .containsExactly("INSUFFICIENT_PACKAGE");
    }

    @Test
    void onlyMembersAskAndAnyoneSeesTheQuestionsOfAPublicEvent() {
        assertThat(codes(questions.create(house.viewer, event, QuestionWish.of(text("Size?")))))
                .containsExactly("NOT_AUTHORIZED");
        assertThat(codes(questions.createCanned(house.stranger, event, canned("blog"))))
                .containsExactly("NOT_FOUND");
        assertThat(codes(questions.of(Optional.of(house.stranger), house.draft())))
                .containsExactly("NOT_FOUND");
        assertThat(codes(questions.find(Optional.of(house.member), event, 99_999)))
                .containsExactly("NOT_FOUND");
        assertThat(questions.of(Optional.empty(), event).orThrow()).isEmpty();
    }

    private static Change text(String text) {
        return Change.NONE.with(Question.TEXT, text);
    }

    private static QuestionWish canned(String type) {
        return QuestionWish.of(Change.NONE.with(Question.CANNED_TYPE, type).with(Question.RESPONDENT, "attendee"));
    }

    private static List<String> codes(Outcome<?> outcome) {
        return outcome.violations().stream().map(Violation::code).toList();
    }
}
