package dev.usher.core;

import dev.usher.core.event.Organizer;
import dev.usher.core.event.Venue;
import dev.usher.core.service.AccessTokens;
import dev.usher.core.service.Belongings;
import dev.usher.core.service.EventNames;
import dev.usher.core.service.Events;
import dev.usher.core.service.Inspection;
import dev.usher.core.service.Organizations;
import dev.usher.core.service.Profiles;
import dev.usher.core.service.Questions;
import dev.usher.core.service.Reporting;
import dev.usher.core.service.Services;
import dev.usher.core.service.Terms;
import dev.usher.core.service.TicketClasses;
import dev.usher.core.service.TicketOperations;
import dev.usher.core.service.Users;
import dev.usher.core.store.Store;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/**
 * The engine as one object, over any store.
 *
 * <p>{@code Usher.over(new MemoryStore(), InstantSource.system(), new SecureRandom())} is all an application needs to embed
 * it. Safe for use by many threads.
 */
public final class Usher {
    private final Services services;

    private Usher(Services services) {
        this.services = services;
    }

    /**
     * The engine over a store, which stays the caller's to close, on the usual terms.
     *
     * @param clock tells when operations are recorded and tokens made
     * @param chance a secure source of chance, for secrets and hash keys
     */
    public static Usher over(Store store, InstantSource clock, RandomGenerator chance) {
        return over(store, clock, chance, Terms.usual());
    }

    /**
     * The engine over a store, on terms of your own.
     *
     * @param terms how much memory it takes, and what organizations may do
     */
    public static Usher over(Store store, InstantSource clock, RandomGenerator chance, Terms terms) {
        return new Usher(Services.over(store, clock, chance, terms));
    }

    /** The houses that share the store. */
    public Organizations organizations() {
        return services.organizations();
    }

    /** Who may come in. */
    public AccessTokens accessTokens() {
        return services.accessTokens();
    }

    /** The people, and which organizations they belong to. */
    public Users users() {
        return services.users();
    }

    /** How organizations do business. */
    public Profiles profiles() {
        return services.profiles();
    }

    /** Where ticket operations enter. */
    public TicketOperations ticketOperations() {
        return services.ticketOperations();
    }

    /** What organizers read. */
    public Reporting reporting() {
        return services.reporting();
    }

    /** Which events people mean. */
    public EventNames eventNames() {
        return services.eventNames();
    }

    /** Checks the whole store. */
    public Inspection inspection() {
        return services.inspection();
    }

    /** What is sold for events. */
    public TicketClasses ticketClasses() {
        return services.ticketClasses();
    }

    /** What those who buy are asked. */
    public Questions questions() {
        return services.questions();
    }

    /** Where events take place. */
    public Belongings<Venue> venues() {
        return services.venues();
    }

    /** Who gives events, as the public sees it. */
    public Belongings<Organizer> organizers() {
        return services.organizers();
    }

    /** What people hold tickets for. */
    public Events events() {
        return services.events();
    }
}
