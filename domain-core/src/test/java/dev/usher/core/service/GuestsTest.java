package dev.usher.core.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.core.attribute.Attribute;
import dev.usher.core.attribute.Change;
import dev.usher.core.event.Event;
import dev.usher.core.event.EventAttributes;
import dev.usher.core.rule.Field;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Whom an event lets in: a listed one keeps nobody out, and one for invited people is not passed on. */
class GuestsTest {
    private static final List<Attribute<Boolean>> FLAGS =
            List.of(EventAttributes.LISTED, EventAttributes.SHAREABLE, EventAttributes.INVITE_ONLY);

    private final EventHouse house = new EventHouse();

    @Test
    void aPasswordOrAnInvitationUnlistsHoweverTheRequestLeavesThatOpen() {
        Change secret = Change.NONE.with(EventAttributes.PASSWORD, "sesame");
        Change invited = Change.NONE.with(EventAttributes.INVITE_ONLY, true);
        for (Field<Boolean> open : List.of(Field.<Boolean>absent(), Field.<Boolean>cleared())) {
            assertThat(made(secret.with(EventAttributes.LISTED, open)).is(EventAttributes.LISTED))
                    .isFalse();
            assertThat(made(invited.with(EventAttributes.LISTED, open)).is(EventAttributes.LISTED))
                    .isFalse();
        }
    }

    @Test
    void anInvitationIsNotPassedOn() {
        Event made = made(Change.NONE.with(EventAttributes.INVITE_ONLY, true));
        assertThat(FLAGS.stream().map(made::is)).containsExactly(false, false, true);
        assertThat(changed(made, Change.NONE.with(EventAttributes.SHAREABLE, true))
                        .is(EventAttributes.INVITE_ONLY))
                .isFalse();
    }

    @Test
    void whoeverListsAnEventLetsEverybodyIn() {
        Event secret = made(Change.NONE.with(EventAttributes.PASSWORD, "sesame"));
        Event listed = changed(secret, Change.NONE.with(EventAttributes.LISTED, true));
        assertThat(listed.is(EventAttributes.LISTED)).isTrue();
        assertThat(listed.get(EventAttributes.PASSWORD)).isEmpty();
        Event invited = made(Change.NONE.with(EventAttributes.INVITE_ONLY, true));
        Event open = changed(invited, Change.NONE.with(EventAttributes.LISTED, Field.cleared()));
        assertThat(FLAGS.stream().map(open::is)).containsExactly(true, false, false);
    }

    @Test
    void aPasswordStaysWhereNothingIsSaidOfIt() {
        Event secret = made(Change.NONE.with(EventAttributes.PASSWORD, "sesame"));
        Event renamed = changed(secret, Change.NONE.with(EventAttributes.NAME, "Ball"));
        assertThat(renamed.get(EventAttributes.PASSWORD)).contains("sesame");
        assertThat(renamed.is(EventAttributes.LISTED)).isFalse();
    }

    private Event made(Change said) {
        Change all = EventHouse.complete();
        for (Attribute<Boolean> flag : FLAGS) {
            all = all.with(flag, said.field(flag));
        }
        all = all.with(EventAttributes.PASSWORD, said.field(EventAttributes.PASSWORD));
        return house.events
                .create(house.member, house.organization, all)
                .orThrow()
                .event();
    }

    private Event changed(Event event, Change said) {
        return house.events
                .update(house.member, event.ref().event(), said, Optional.empty())
                .orThrow()
                .event();
    }
}
