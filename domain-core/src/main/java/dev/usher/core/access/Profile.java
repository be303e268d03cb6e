package dev.usher.core.access;

import dev.usher.core.attribute.Attribute;
import dev.usher.core.attribute.Attributes;
import dev.usher.core.attribute.Kind;
import dev.usher.core.money.FeeSchedule;
import dev.usher.core.money.Percentage;
import java.util.List;

/**
 * How an organization does business: what it has bought, how it is paid, and what it charges.
 *
 * @param organization number of the organization
 * @param version raised by every change; 0 while nothing was ever said
 * @param attributes what is known of it, see the constants
 */
public record Profile(long organization, long version, Attributes attributes) {
    private static final Kind<String> LINE = new Kind.Text(Kind.Text.SHORT);

    /** What it is called in public; its external id where nothing is said. */
    public static final Attribute<String> NAME = Attribute.of("name", "organization.name", LINE);

    public static final Attribute<String> VERTICAL = Attribute.of("vertical", "organization.vertical", LINE, "default");
    public static final Attribute<String> LOCALE = Attribute.of("locale", "organization.locale", LINE, "en_US");

    /** The package it has bought (decision 15). */
    public static final Attribute<String> PACKAGE = Attribute.of(
            "package", "organization.package", Kind.Choice.of("none", "essentials", "professional"), "professional");

    /** The organizer of events for which none is named. */
    public static final Attribute<Long> DEFAULT_ORGANIZER =
            Attribute.of("default_organizer_id", "organization.default_organizer_id", new Kind.Reference());

    public static final Attribute<String> PAYMENT_COUNTRY =
            Attribute.of("payment_country", "organization.payment_country", LINE);
    public static final Attribute<String> PAYMENT_TYPE = Attribute.of(
            "payment_type", "organization.payment_type", Kind.Choice.of("paypal", "card", "bank", "offline"));
    public static final Attribute<String> PAYPAL_EMAIL =
            Attribute.of("paypal_email", "organization.paypal_email", LINE);
    public static final Attribute<List<String>> DELIVERY_METHODS = Attribute.of(
            "delivery_methods",
            "organization.delivery_methods",
            Kind.Choices.of("electronic", "will_call", "standard_shipping"),
            List.of("electronic", "will_call", "standard_shipping"));

    /** The share that is the fee on a paid ticket, in hundredths of a per cent (decision 22). */
    public static final Attribute<Long> FEE_PERCENT = Attribute.of(
            "fee_hundredths_percent", "organization.fee_hundredths_percent", new Kind.Whole(0, 10_000), 0L);

    /** That share where a currency has its own, such as {@code USD,3.70 EUR,2.5}: in per cent, a blank between them. */
    public static final Attribute<String> FEE_PERCENTS =
            Attribute.of("fee_percents", "organization.fee_percents", LINE);

    /** The fixed part of the fee, such as {@code USD,79 EUR,59}: amounts in smallest units, a blank between them. */
    public static final Attribute<String> FEE_FIXED = Attribute.of("fee_fixed", "organization.fee_fixed", LINE);

    /** All of them. */
    public static final List<Attribute<?>> ATTRIBUTES = List.of(
            NAME,
            VERTICAL,
            LOCALE,
            PACKAGE,
            DEFAULT_ORGANIZER,
            PAYMENT_COUNTRY,
            PAYMENT_TYPE,
            PAYPAL_EMAIL,
            DELIVERY_METHODS,
            FEE_PERCENT,
            FEE_PERCENTS,
            FEE_FIXED);

    /** What is taken from the sale of its tickets (decision 22). */
    public FeeSchedule fees() {
        Percentage share =
                new Percentage(Math.toIntExact(attributes.get(FEE_PERCENT).orElse(0L)));
        return FeeSchedule.of(
                share,
                attributes.get(FEE_PERCENTS).orElse(""),
                attributes.get(FEE_FIXED).orElse(""));
    }
}
