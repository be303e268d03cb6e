package dev.usher.core.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A field keeps apart what was left out, cleared, said, and said in a way nobody can read. */
class FieldTest {

    @Test
    void onlyASaidFieldHasAValue() {
        assertThat(Field.said(7).said()).contains(7);
        assertThat(Field.absent().said()).isEmpty();
        assertThat(Field.cleared().said()).isEmpty();
        assertThat(Field.unreadable("seven", "expected a number").said()).isEmpty();
    }

    @Test
    void eachFormKnowsItself() {
        assertThat(Field.absent().isAbsent()).isTrue();
        assertThat(Field.cleared().isAbsent()).isFalse();
        assertThat(Field.said(7).isAbsent()).isFalse();
        assertThat(Field.unreadable("seven", "").isAbsent()).isFalse();
        assertThat(Field.unreadable("seven", "").isUnreadable()).isTrue();
        assertThat(Field.said(7).isUnreadable()).isFalse();
    }

    @Test
    void aConditionHoldsOnlyOfAValueThatWasSaid() {
        assertThat(Field.said(7).isSaid(number -> number > 6)).isTrue();
        assertThat(Field.said(7).isSaid(number -> number > 7)).isFalse();
        assertThat(Field.<Integer>absent().isSaid(number -> true)).isFalse();
        assertThat(Field.<Integer>cleared().isSaid(number -> true)).isFalse();
        assertThat(Field.<Integer>unreadable("seven", "").isSaid(number -> true))
                .isFalse();
    }
}
