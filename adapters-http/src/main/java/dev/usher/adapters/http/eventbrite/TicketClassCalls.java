package dev.usher.adapters.http.eventbrite;

import dev.usher.core.Usher;
import dev.usher.core.attribute.Attribute;
import dev.usher.core.listing.Page;
import dev.usher.core.listing.TicketClassListing;
import dev.usher.core.rule.Outcome;
import dev.usher.core.service.TicketClassView;
import dev.usher.core.ticketing.SaleStatus;
import dev.usher.core.ticketing.TicketClassAttributes;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Predicate;

/** Ticket classes: of one event, and of all events of an organization (EB-12 to EB-16, EB-35, EB-55). */
final class TicketClassCalls implements Calls {
    /** What a known client says of every class it makes, as zero where it was told nothing (decision 9). */
    private static final Set<Attribute<?>> ZERO_FILLED = Set.of(
            TicketClassAttributes.DESCRIPTION,
            TicketClassAttributes.DONATION,
            TicketClassAttributes.FREE,
            TicketClassAttributes.INCLUDE_FEE,
            TicketClassAttributes.SPLIT_FEE,
            TicketClassAttributes.HIDE_DESCRIPTION,
            TicketClassAttributes.SALES_START,
            TicketClassAttributes.SALES_END,
            TicketClassAttributes.SALES_START_AFTER,
            TicketClassAttributes.MINIMUM_QUANTITY,
            TicketClassAttributes.MAXIMUM_QUANTITY,
            TicketClassAttributes.AUTO_HIDE,
            TicketClassAttributes.AUTO_HIDE_BEFORE,
            TicketClassAttributes.AUTO_HIDE_AFTER,
            TicketClassAttributes.HIDDEN,
            TicketClassAttributes.ORDER_CONFIRMATION_MESSAGE);

    private static final Members MEMBERS =
            Members.of(TicketClassAttributes.DETAILS).zeroFilled(ZERO_FILLED);

    /** Points of sale as a query names them. */
    private static final Map<String, String> POINTS_OF_SALE = Map.of("online", "online", "at_the_door", "at_the_door");

    private final Usher usher;
    private final EventPaths events;
    private final People people;
    private final InstantSource clock;

    @Inject
    TicketClassCalls(Usher usher, People people, InstantSource clock) {
        this.usher = usher;
        this.events = new EventPaths(usher);
        this.people = people;
        this.clock = clock;
    }

    @Override
    public void mount(Entrance.Routes routes) {
        routes.get("events/:id/ticket_classes", call -> ofEvent(call, every -> true))
                .get(
                        "events/:id/ticket_classes/for_sale",
                        call -> ofEvent(call, sold -> !sold.hiddenNow() && sold.status() == SaleStatus.AVAILABLE))
                .post("events/:id/ticket_classes", this::create)
                .get("events/:id/ticket_classes/:ticket_class_id", this::find)
                .post("events/:id/ticket_classes/:ticket_class_id", this::update)
                .delete("events/:id/ticket_classes/:ticket_class_id", this::delete)
                .get(
                        "organizations/:id/ticket_classes",
                        call -> people.organization(call).then(list(call)))
                .get(
                        "users/:id/ticket_classes",
                        call -> people.organizationOfUser(call).then(listAll(call)));
    }

    private Outcome<Json> ofEvent(Call call, Predicate<TicketClassView> wanted) {
        Arguments arguments = call.arguments();
        Optional<String> pointOfSale =
                arguments.read("pos", word -> Optional.ofNullable(POINTS_OF_SALE.get(word)), "online or at_the_door");
        return events.event(call)
                .then(event -> arguments
                        .unlessFaulty(arguments.page())
                        .then(page -> usher.ticketClasses()
                                .of(Optional.of(call.actor()), event, pointOfSale)
                                .then(all -> arguments.within(
                                        PageJson.of(all.stream().filter(wanted).toList(), page)))))
                .then(page -> Outcome.accepted(PageJson.of(page, "ticket_classes", writer(call))));
    }

    private Outcome<Json> find(Call call) {
        return events.event(call)
                .then(event -> call.number("ticket_class_id")
                        .then(id -> usher.ticketClasses().find(Optional.of(call.actor()), event, id)))
                .then(shown(call));
    }

    private Outcome<Json> create(Call call) {
        return events.event(call)
                .then(event -> MEMBERS.judged(
                        call.body(), change -> usher.ticketClasses().create(call.actor(), event, change)))
                .then(shown(call));
    }

    private Outcome<Json> update(Call call) {
        return events.event(call)
                .then(event -> call.number("ticket_class_id")
                        .then(id -> MEMBERS.judged(
                                call.body(), change -> usher.ticketClasses().update(call.actor(), event, id, change))))
                .then(shown(call));
    }

    private Outcome<Json> delete(Call call) {
        Arguments arguments = call.arguments();
        boolean breakDependency = arguments.flag("break_dependency").orElse(false);
        return events.event(call)
                .then(event -> call.number("ticket_class_id")
                        .then(arguments::unlessFaulty)
                        .then(id -> usher.ticketClasses().delete(call.actor(), event, id, breakDependency)))
                .then(deleted -> Outcome.accepted(Json.object(json -> json.flag("deleted", true))));
    }

    private Function<Long, Outcome<Json>> list(Call call) {
        return organization ->
                list(call, organization, listing -> usher.ticketClasses().list(call.actor(), listing));
    }

    /** What is sold by all organizations of the caller, in one list. */
    private Function<Long, Outcome<Json>> listAll(Call call) {
        return organization -> list(
                call,
                organization,
                listing -> Outcome.accepted(usher.ticketClasses().listAll(call.actor(), listing)));
    }

    private Outcome<Json> list(
            Call call, long organization, Function<TicketClassListing, Outcome<Page<TicketClassView>>> found) {
        Arguments arguments = call.arguments().refusingWith("INVALID_PARAMETER");
        TicketClassListing listing = Listings.ticketClasses(
                arguments, organization, clock.instant(), text -> events.meant(call.actor(), text));
        return arguments
                .unlessFaulty(listing)
                .then(found)
                .then(arguments::within)
                .then(page -> Outcome.accepted(PageJson.of(page, "ticket_classes", writer(call))));
    }

    private Function<TicketClassView, Outcome<Json>> shown(Call call) {
        return view -> Outcome.accepted(Json.object(json -> writer(call).accept(json, view)));
    }

    private BiConsumer<Json, TicketClassView> writer(Call call) {
        return new Showing(usher, call)::write;
    }
}
