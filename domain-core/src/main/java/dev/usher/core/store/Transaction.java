package dev.usher.core.store;

import dev.usher.core.event.Organizer;
import dev.usher.core.event.Venue;

/** One transaction's view of the store, a small repository for each concept. Not to be kept after the work returns. */
public interface Transaction {

    /** Organizations and events by name and number. */
    Identities identities();

    /** Access tokens. */
    Tokens tokens();

    /** The people, and the organizations they belong to. */
    UserTable users();

    /** How organizations do business. */
    ProfileTable profiles();

    /** Events, with all that is known of them. */
    EventTable events();

    /** What is sold for events. */
    TicketClassTable ticketClasses();

    /** What is asked of those who buy. */
    QuestionTable questions();

    /** Where events take place. */
    BelongingTable<Venue> venues();

    /** Who gives events. */
    BelongingTable<Organizer> organizers();

    /** The logs of ticket operations. */
    OperationLog operations();

    /** Runs the action once, after this transaction has been committed; never when it is rolled back. */
    void afterCommit(Runnable action);
}
