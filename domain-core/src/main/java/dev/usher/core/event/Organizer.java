package dev.usher.core.event;

import dev.usher.core.attribute.Attribute;
import dev.usher.core.attribute.Attributes;
import dev.usher.core.attribute.Kind;
import java.util.List;

/**
 * Who gives an event, as the public sees it: the name on the poster.
 *
 * @param organization whose organizer it is
 * @param id engine-wide number
 * @param version raised by every change
 * @param attributes what is known of it, see the constants
 */
public record Organizer(long organization, long id, long version, Attributes attributes) implements Belonging {
    private static final Kind<String> LINE = new Kind.Text(Kind.Text.SHORT);
    private static final Kind<String> PARAGRAPHS = new Kind.Text(10_000);

    public static final Attribute<String> NAME = Attribute.of("name", "organizer.name", LINE);
    public static final Attribute<String> DESCRIPTION =
            Attribute.of("description", "organizer.description.html", PARAGRAPHS);
    public static final Attribute<String> LONG_DESCRIPTION =
            Attribute.of("long_description", "organizer.long_description.html", PARAGRAPHS);
    public static final Attribute<String> LOGO = Attribute.of("logo_id", "organizer.logo_id", LINE);
    public static final Attribute<String> WEBSITE = Attribute.of("website", "organizer.website", new Kind.Text(2_000));
    public static final Attribute<String> TWITTER = Attribute.of("twitter", "organizer.twitter", LINE);
    public static final Attribute<String> FACEBOOK = Attribute.of("facebook", "organizer.facebook", LINE);

    /** All of them, in the order in which they are shown. */
    public static final List<Attribute<?>> ATTRIBUTES =
            List.of(NAME, DESCRIPTION, LONG_DESCRIPTION, LOGO, WEBSITE, TWITTER, FACEBOOK);
}
