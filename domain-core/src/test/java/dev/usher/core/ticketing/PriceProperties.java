package dev.usher.core.ticketing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.core.attribute.Attributes;
import dev.usher.core.event.EventRef;
import dev.usher.core.money.FeeSchedule;
import dev.usher.core.money.Money;
import dev.usher.core.money.Percentage;
import java.util.Currency;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** What the buyer pays is what the organizer and the fee get, whoever carries the fee. */
class PriceProperties {
    private static final Currency DOLLAR = Currency.getInstance("USD");

    @Property
    void nothingIsLostBetweenBuyerAndOrganizer(
            @ForAll @LongRange(max = 1_000_000_000) long minor,
            @ForAll @IntRange(max = 10_000) int hundredths,
            @ForAll @IntRange(max = 1_000) int fixed,
            @ForAll boolean isIncluded) {
        FeeSchedule fees = FeeSchedule.of(new Percentage(hundredths), "USD," + fixed);
        Money said = new Money(minor, DOLLAR);
        Price price = Price.of(paid(said, isIncluded), fees).orElseThrow();

        assertThat(price.total()).isEqualTo(price.actualCost().plus(price.actualFee()));
        assertThat(price.actualFee()).isEqualTo(fees.on(said));
        assertThat(price.cost()).isEqualTo(said);
        if (isIncluded) {
            assertThat(price.total()).isEqualTo(said);
            assertThat(price.actualCost()).isEqualTo(price.cost().minus(price.actualFee()));
        } else {
            assertThat(price.actualCost()).isEqualTo(said);
            assertThat(price.total()).isEqualTo(said.plus(price.fee()));
        }
    }

    @Example
    void whatIsFreeOrGivenHasNoPrice() {
        TicketClass paid = paid(new Money(4_500, DOLLAR), false);
        assertThat(Price.of(paid.with(TicketClassAttributes.FREE, true), FeeSchedule.NONE))
                .isEmpty();
        assertThat(Price.of(paid.with(TicketClassAttributes.DONATION, true), FeeSchedule.NONE))
                .isEmpty();
        assertThat(Price.of(paid.with(Attributes.NONE), FeeSchedule.NONE)).isEmpty();
    }

    private static TicketClass paid(Money cost, boolean isIncluded) {
        return new TicketClass(
                new EventRef(1, 1),
                1,
                1,
                Attributes.NONE
                        .with(TicketClassAttributes.COST, cost)
                        .with(TicketClassAttributes.INCLUDE_FEE, isIncluded));
    }
}
