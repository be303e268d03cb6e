package dev.usher.core.service;

import dev.usher.core.event.Organizer;
import dev.usher.core.event.Venue;
import dev.usher.core.store.BelongingTable;
import dev.usher.core.store.EventTable;
import dev.usher.core.store.Identities;
import dev.usher.core.store.OperationLog;
import dev.usher.core.store.ProfileTable;
import dev.usher.core.store.QuestionTable;
import dev.usher.core.store.TicketClassTable;
import dev.usher.core.store.Tokens;
import dev.usher.core.store.Transaction;
import dev.usher.core.store.UserTable;

/** A transaction that is another one in all but what it says for itself. */
interface HandedOn extends Transaction {

    /** The other one. */
    Transaction transaction();

    @Override
    default Identities identities() {
        return transaction().identities();
    }

    @Override
    default Tokens tokens() {
        return transaction().tokens();
    }

    @Override
    default UserTable users() {
        return transaction().users();
    }

    @Override
    default ProfileTable profiles() {
        return transaction().profiles();
    }

    @Override
    default EventTable events() {
        return transaction().events();
    }

    @Override
    default TicketClassTable ticketClasses() {
        return transaction().ticketClasses();
    }

    @Override
    default QuestionTable questions() {
        return transaction().questions();
    }

    @Override
    default BelongingTable<Venue> venues() {
        return transaction().venues();
    }

    @Override
    default BelongingTable<Organizer> organizers() {
        return transaction().organizers();
    }

    @Override
    default OperationLog operations() {
        return transaction().operations();
    }

    @Override
    default void afterCommit(Runnable action) {
        transaction().afterCommit(action);
    }
}
