package dev.usher.adapters.http.eventbrite;

import dev.usher.core.attribute.Attribute;
import dev.usher.core.event.Venue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A venue as answers show it, and addresses as people write them. */
final class VenueJson {
    /** The address as it is told, before what is made of it for display. */
    private static final List<Attribute<String>> ADDRESS = List.of(
            Venue.ADDRESS_1,
            Venue.ADDRESS_2,
            Venue.CITY,
            Venue.REGION,
            Venue.POSTAL_CODE,
            Venue.COUNTRY,
            Venue.LATITUDE,
            Venue.LONGITUDE);

    private VenueJson() {}

    static void write(Json json, Venue venue, Links links) {
        json.nested("address", address -> address(address, venue))
                .text("resource_uri", links.resource("venues/" + venue.id()))
                .id("id", venue.id())
                .line("age_restriction", venue.attributes().get(Venue.AGE_RESTRICTION))
                .number("capacity", venue.attributes().get(Venue.CAPACITY))
                .line("name", venue.attributes().get(Venue.NAME))
                .line("latitude", venue.attributes().get(Venue.LATITUDE))
                .line("longitude", venue.attributes().get(Venue.LONGITUDE));
    }

    private static void address(Json json, Venue venue) {
        ADDRESS.forEach(part -> json.line(part.name(), venue.attributes().get(part)));
        String area = joined(", ", Stream.of(said(venue, Venue.CITY), said(venue, Venue.REGION)));
        String place = joined(" ", Stream.of(Optional.of(area), said(venue, Venue.POSTAL_CODE)));
        String street = joined(", ", Stream.of(said(venue, Venue.ADDRESS_1), said(venue, Venue.ADDRESS_2)));
        List<String> lines = new ArrayList<>();
        said(venue, Venue.ADDRESS_1).ifPresent(lines::add);
        said(venue, Venue.ADDRESS_2).ifPresent(lines::add);
        Optional.of(place).filter(line -> !line.isEmpty()).ifPresent(lines::add);
        json.text("localized_address_display", joined(", ", Stream.of(Optional.of(street), Optional.of(place))))
                .text("localized_area_display", area)
                .texts("localized_multi_line_address_display", lines);
    }

    private static Optional<String> said(Venue venue, Attribute<String> part) {
        return venue.attributes().get(part).map(MultipartText::line);
    }

    private static String joined(String mark, Stream<Optional<String>> parts) {
        return parts.flatMap(Optional::stream).filter(part -> !part.isEmpty()).collect(Collectors.joining(mark));
    }
}
