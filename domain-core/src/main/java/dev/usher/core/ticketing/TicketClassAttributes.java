package dev.usher.core.ticketing;

import dev.usher.core.attribute.Attribute;
import dev.usher.core.attribute.Kind;
import dev.usher.core.money.Money;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** Everything that can be known of a ticket class, as a table. */
public final class TicketClassAttributes {
    private static final Kind<Boolean> FLAG = new Kind.Flag();
    private static final Kind<String> LINE = new Kind.Text(Kind.Text.SHORT);
    private static final Kind<String> PARAGRAPHS = new Kind.Text(10_000);
    private static final Kind<Long> COUNT = new Kind.Whole(0, 10_000_000);
    private static final Kind<Instant> MOMENT = new Kind.Moment();
    private static final Kind<Long> REFERENCE = new Kind.Reference();

    public static final Attribute<String> NAME = Attribute.of("name", "ticket_class.name", LINE);
    public static final Attribute<String> DESCRIPTION =
            Attribute.of("description", "ticket_class.description", PARAGRAPHS);
    public static final Attribute<Long> QUANTITY_TOTAL =
            Attribute.of("quantity_total", "ticket_class.quantity_total", COUNT);
    public static final Attribute<Money> COST = Attribute.of("cost", "ticket_class.cost", new Kind.Price());
    public static final Attribute<Boolean> DONATION = Attribute.of("donation", "ticket_class.donation", FLAG, false);
    public static final Attribute<Boolean> FREE = Attribute.of("free", "ticket_class.free", FLAG, false);
    public static final Attribute<Boolean> INCLUDE_FEE =
            Attribute.of("include_fee", "ticket_class.include_fee", FLAG, false);
    public static final Attribute<Boolean> SPLIT_FEE = Attribute.of("split_fee", "ticket_class.split_fee", FLAG, false);
    public static final Attribute<Boolean> HIDE_DESCRIPTION =
            Attribute.of("hide_description", "ticket_class.hide_description", FLAG, false);
    public static final Attribute<List<String>> SALES_CHANNELS = Attribute.of(
            "sales_channels",
            "ticket_class.sales_channels",
            Kind.Choices.of("online", "atd"),
            List.of("online", "atd"));
    public static final Attribute<Instant> SALES_START =
            Attribute.of("sales_start", "ticket_class.sales_start", MOMENT);
    public static final Attribute<Instant> SALES_END = Attribute.of("sales_end", "ticket_class.sales_end", MOMENT);
    public static final Attribute<Long> SALES_START_AFTER =
            Attribute.of("sales_start_after", "ticket_class.sales_start_after", REFERENCE);
    public static final Attribute<Long> MINIMUM_QUANTITY =
            Attribute.of("minimum_quantity", "ticket_class.minimum_quantity", COUNT, 1L);
    public static final Attribute<Long> MAXIMUM_QUANTITY =
            Attribute.of("maximum_quantity", "ticket_class.maximum_quantity", COUNT);
    public static final Attribute<Boolean> AUTO_HIDE = Attribute.of("auto_hide", "ticket_class.auto_hide", FLAG, false);
    public static final Attribute<Instant> AUTO_HIDE_BEFORE =
            Attribute.of("auto_hide_before", "ticket_class.auto_hide_before", MOMENT);
    public static final Attribute<Instant> AUTO_HIDE_AFTER =
            Attribute.of("auto_hide_after", "ticket_class.auto_hide_after", MOMENT);
    public static final Attribute<Boolean> HIDDEN = Attribute.of("hidden", "ticket_class.hidden", FLAG, false);
    public static final Attribute<String> ORDER_CONFIRMATION_MESSAGE =
            Attribute.of("order_confirmation_message", "ticket_class.order_confirmation_message", PARAGRAPHS);
    public static final Attribute<List<String>> DELIVERY_METHODS = Attribute.of(
            "delivery_methods",
            "ticket_class.delivery_methods",
            Kind.Choices.of("electronic", "will_call", "standard_shipping"),
            List.of("electronic"));

    /** What a request may say when a class is made or changed (EB-13.p.*, EB-15.p.*). */
    public static final List<Attribute<?>> DETAILS = List.of(
            NAME,
            DESCRIPTION,
            QUANTITY_TOTAL,
            COST,
            DONATION,
            FREE,
            INCLUDE_FEE,
            SPLIT_FEE,
            HIDE_DESCRIPTION,
            SALES_CHANNELS,
            SALES_START,
            SALES_END,
            SALES_START_AFTER,
            MINIMUM_QUANTITY,
            MAXIMUM_QUANTITY,
            AUTO_HIDE,
            AUTO_HIDE_BEFORE,
            AUTO_HIDE_AFTER,
            HIDDEN,
            ORDER_CONFIRMATION_MESSAGE,
            DELIVERY_METHODS);

    /** Its place among the classes of its event, 1 for the first. */
    public static final Attribute<Long> SORTING = Attribute.of("sorting", "sorting", COUNT, 1L);

    public static final Attribute<Long> QUANTITY_SOLD = Attribute.of("quantity_sold", "quantity_sold", COUNT, 0L);

    /** Of a class of an occurrence: the class of the series it follows. */
    public static final Attribute<Long> PARENT = Attribute.of("parent_id", "parent_id", REFERENCE);

    /** What no request says. */
    public static final List<Attribute<?>> STANDING = List.of(SORTING, QUANTITY_SOLD, PARENT);

    /** All of them. */
    public static final List<Attribute<?>> ALL =
            Stream.of(DETAILS, STANDING).flatMap(List::stream).toList();

    private TicketClassAttributes() {}
}
