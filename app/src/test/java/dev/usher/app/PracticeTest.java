package dev.usher.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PracticeTest {
    @Test
    void isTheSameEveryTimeAndCountsTickets() {
        long total = new Practice().practise();
        assertThat(total).isPositive().isEqualTo(new Practice().practise());
    }
}
