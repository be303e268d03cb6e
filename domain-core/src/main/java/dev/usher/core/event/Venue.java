package dev.usher.core.event;

import dev.usher.core.attribute.Attribute;
import dev.usher.core.attribute.Attributes;
import dev.usher.core.attribute.Kind;
import java.util.List;

/**
 * Where events take place.
 *
 * @param organization whose venue it is
 * @param id engine-wide number
 * @param version raised by every change
 * @param attributes what is known of it, see the constants
 */
public record Venue(long organization, long id, long version, Attributes attributes) implements Belonging {
    private static final Kind<String> LINE = new Kind.Text(Kind.Text.SHORT);

    public static final Attribute<String> NAME = Attribute.of("name", "venue.name", LINE);
    public static final Attribute<Long> CAPACITY =
            Attribute.of("capacity", "venue.capacity", new Kind.Whole(0, 10_000_000));
    public static final Attribute<String> AGE_RESTRICTION =
            Attribute.of("age_restriction", "venue.age_restriction", LINE);
    public static final Attribute<String> ADDRESS_1 = Attribute.of("address_1", "venue.address.address_1", LINE);
    public static final Attribute<String> ADDRESS_2 = Attribute.of("address_2", "venue.address.address_2", LINE);
    public static final Attribute<String> CITY = Attribute.of("city", "venue.address.city", LINE);
    public static final Attribute<String> REGION = Attribute.of("region", "venue.address.region", LINE);
    public static final Attribute<String> POSTAL_CODE = Attribute.of("postal_code", "venue.address.postal_code", LINE);
    public static final Attribute<String> COUNTRY = Attribute.of("country", "venue.address.country", LINE);
    public static final Attribute<String> LATITUDE = Attribute.of("latitude", "venue.address.latitude", LINE);
    public static final Attribute<String> LONGITUDE = Attribute.of("longitude", "venue.address.longitude", LINE);

    /** All of them, in the order in which they are shown. */
    public static final List<Attribute<?>> ATTRIBUTES = List.of(
            NAME,
            CAPACITY,
            AGE_RESTRICTION,
            ADDRESS_1,
            ADDRESS_2,
            CITY,
            REGION,
            POSTAL_CODE,
            COUNTRY,
            LATITUDE,
            LONGITUDE);
}
