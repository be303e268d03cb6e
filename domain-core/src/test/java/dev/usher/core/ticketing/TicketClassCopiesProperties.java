package dev.usher.core.ticketing;

import static dev.usher.core.ticketing.TicketClassAttributes.NAME;
import static dev.usher.core.ticketing.TicketClassAttributes.PARENT;
import static dev.usher.core.ticketing.TicketClassAttributes.QUANTITY_SOLD;
import static dev.usher.core.ticketing.TicketClassAttributes.QUANTITY_TOTAL;
import static dev.usher.core.ticketing.TicketClassAttributes.SALES_START_AFTER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.core.attribute.Attributes;
import dev.usher.core.event.EventRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Copied classes are like the originals, wait for each other as they do, and have sold nothing. */
class TicketClassCopiesProperties {
    private static final EventRef SOURCE = new EventRef(1, 5);
    private static final EventRef COPY = new EventRef(1, 6);

    /** Classes numbered from 1, each waiting for an earlier one or for none. */
    @Provide
    Arbitrary<List<TicketClass>> events() {
        return Arbitraries.integers().between(0, 1_000).list().ofMaxSize(8).map(draws -> {
            List<TicketClass> classes = new ArrayList<>();
            for (int draw : draws) {
                long id = classes.size() + 1L;
                Optional<Long> after = Optional.of(draw % id).filter(earlier -> earlier > 0);
                classes.add(new TicketClass(
                        SOURCE,
                        id,
                        draw + 1,
                        Attributes.NONE
                                .with(NAME, "class " + draw)
                                .with(QUANTITY_TOTAL, (long) draw)
                                .with(QUANTITY_SOLD, draw / 2L)
                                .with(SALES_START_AFTER, after)));
            }
            return classes;
        });
    }

    @Property
    void copiesWaitForEachOtherAsTheOriginalsDo(@ForAll("events") List<TicketClass> originals) {
        AtomicLong numbers = new AtomicLong(100);
        List<TicketClass> copies = TicketClassCopies.of(originals, COPY, numbers::incrementAndGet);

        assertThat(copies).hasSameSizeAs(originals);
        assertThat(copies).extracting(TicketClass::id).doesNotHaveDuplicates().allMatch(id -> id > 100);
        for (int at = 0; at < copies.size(); at++) {
            TicketClass copy = copies.get(at);
            TicketClass original = originals.get(at);
            assertThat(copy.event()).isEqualTo(COPY);
            assertThat(copy.attributes().said(QUANTITY_SOLD)).isEmpty();
            assertThat(bare(copy)).isEqualTo(bare(original));
            assertThat(SalesOrder.of(copies).before(copy).map(copies::indexOf))
                    .isEqualTo(SalesOrder.of(originals).before(original).map(originals::indexOf));
        }
    }

    @Property
    void aFollowerIsLikeItsOriginalAndKeepsWhatItSold(@ForAll("events") List<TicketClass> originals) {
        for (TicketClass original : originals) {
            TicketClass follower =
                    TicketClassCopies.following(original, COPY, 77).with(QUANTITY_SOLD, 2L);
            TicketClass renamed = original.with(NAME, "renamed");
            TicketClass followed = TicketClassCopies.followed(follower, renamed);

            assertThat(followed.get(PARENT)).contains(original.id());
            assertThat(followed.get(NAME)).contains("renamed");
            assertThat(followed.get(QUANTITY_SOLD)).contains(2L);
            assertThat(followed.get(SALES_START_AFTER)).isEmpty();
            assertThat(TicketClassCopies.followed(followed, renamed)).isEqualTo(followed);
        }
    }

    private static Attributes bare(TicketClass ticketClass) {
        return ticketClass.attributes().without(QUANTITY_SOLD).without(SALES_START_AFTER);
    }
}
