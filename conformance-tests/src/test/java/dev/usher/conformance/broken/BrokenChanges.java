package dev.usher.conformance.broken;

import static dev.usher.conformance.broken.BrokenTables.breaking;
import static dev.usher.conformance.broken.Fault.fault;

import dev.usher.core.access.Profile;
import dev.usher.core.event.EventRef;
import dev.usher.core.event.Organizer;
import dev.usher.core.event.Venue;
import dev.usher.core.store.BelongingTable;
import dev.usher.core.store.ProfileTable;
import dev.usher.core.store.TicketClassTable;
import dev.usher.core.store.Transaction;
import dev.usher.core.store.UserTable;
import dev.usher.core.ticketing.TicketClass;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Stores that are broken in how they change or remove what is there: over a newer version, for good, or while reading. */
final class BrokenChanges {
    private static final String LOST = "noChangeOfConcurrentWritersIsLost";
    private static final String ANY_VERSION = "anotherVersionReplacesNothing";
    private static final String ROLLED_BACK = "workThatThrowsLeavesNoTrace";

    static final List<Fault> FAULTS = List.of(
            fault(
                    "replaces any version of a class",
                    breaking(
                            TicketClassTable.class,
                            "replace",
                            (sound, call) -> call.with(latest(sound, call.argument(0, TicketClass.class)))),
                    ANY_VERSION,
                    LOST),
            fault(
                    "replaces any version of a venue",
                    breaking(
                            BelongingTable.class,
                            "replace",
                            (sound, call) -> call.arguments()[0] instanceof Venue venue
                                    ? call.with(latest(sound, venue))
                                    : call.asMade()),
                    ANY_VERSION,
                    LOST),
            fault(
                    "replaces any version of an organizer",
                    breaking(
                            BelongingTable.class,
                            "replace",
                            (sound, call) -> call.arguments()[0] instanceof Organizer organizer
                                    ? call.with(latest(sound, organizer))
                                    : call.asMade()),
                    ANY_VERSION,
                    LOST),
            fault(
                    "replaces any version of a profile",
                    breaking(
                            ProfileTable.class,
                            "replace",
                            (sound, call) -> call.with(latest(sound, call.argument(0, Profile.class)))),
                    LOST),
            fault(
                    "says that the first profile was replaced when there is one already",
                    breaking(
                            ProfileTable.class,
                            "replace",
                            (sound, call) -> call.argument(0, Profile.class).version() == 0
                                    ? call.asMade() != null
                                    : call.asMade()),
                    LOST),
            fault(
                    "removes classes for good",
                    () -> new KeepsChanges(
                            TicketClassTable.class,
                            "remove",
                            (transaction, call) ->
                                    transaction.ticketClasses().remove((EventRef) call[0], (Long) call[1])),
                    ROLLED_BACK),
            fault(
                    "replaces classes for good",
                    () -> new KeepsChanges(
                            TicketClassTable.class,
                            "replace",
                            (transaction, call) -> transaction.ticketClasses().replace((TicketClass) call[0])),
                    ROLLED_BACK),
            fault(
                    "replaces venues for good",
                    () -> new KeepsChanges(
                            BelongingTable.class,
                            "replace",
                            (transaction, call) -> call[0] instanceof Venue venue
                                    && transaction.venues().replace(venue)),
                    ROLLED_BACK),
            fault(
                    "replaces organizers for good",
                    () -> new KeepsChanges(
                            BelongingTable.class,
                            "replace",
                            (transaction, call) -> call[0] instanceof Organizer organizer
                                    && transaction.organizers().replace(organizer)),
                    ROLLED_BACK),
            fault(
                    "replaces profiles for good",
                    () -> new KeepsChanges(
                            ProfileTable.class,
                            "replace",
                            (transaction, call) -> transaction.profiles().replace((Profile) call[0])),
                    ROLLED_BACK),
            fault(
                    "lets users go for good",
                    () -> new KeepsChanges(
                            UserTable.class,
                            "leave",
                            (transaction, call) -> transaction.users().leave((Long) call[0], (Long) call[1])),
                    ROLLED_BACK),
            shrugging(TicketClassTable.class, "remove"),
            shrugging(TicketClassTable.class, "replace"),
            shrugging(BelongingTable.class, "replace"),
            shrugging(UserTable.class, "join"),
            shrugging(UserTable.class, "leave"));

    private BrokenChanges() {}

    /** A change that is made again after it was rolled back. */
    private interface Change {
        boolean again(Transaction transaction, Object... call);
    }

    private static final class KeepsChanges extends HandingOnStore {
        private final Class<?> table;
        private final String method;
        private final Change change;

        KeepsChanges(Class<?> table, String method, Change change) {
            this.table = table;
            this.method = method;
            this.change = change;
        }

        @Override
        public <T> T write(Function<Transaction, T> work) {
            List<Object[]> calls = new ArrayList<>();
            try {
                return super.write(transaction ->
                        work.apply(BrokenTables.broken(transaction, table, method, (sound, call) -> {
                            calls.add(call.arguments());
                            return call.asMade();
                        })));
            } catch (RuntimeException rolledBack) {
                calls.forEach(call -> super.write(transaction -> change.again(transaction, call)));
                throw rolledBack;
            }
        }
    }

    /** A store that, instead of refusing one kind of change while reading, does nothing. */
    private static Fault shrugging(Class<?> table, String method) {
        return fault(
                "shrugs at " + table.getSimpleName() + "." + method + " while reading",
                () -> new Shrugs(table, method),
                "nothingIsWrittenWhileReading");
    }

    private static final class Shrugs extends HandingOnStore {
        private final Class<?> table;
        private final String method;

        Shrugs(Class<?> table, String method) {
            this.table = table;
            this.method = method;
        }

        @Override
        public <T> T read(Function<Transaction, T> work) {
            return super.read(transaction -> work.apply(BrokenTables.broken(
                    transaction, table, method, (sound, call) -> method.equals("join") ? null : (Object) true)));
        }
    }

    private static TicketClass latest(Transaction sound, TicketClass changed) {
        long version = sound.ticketClasses()
                .find(changed.event(), changed.id())
                .map(TicketClass::version)
                .orElse(changed.version());
        return new TicketClass(changed.event(), changed.id(), version, changed.attributes());
    }

    private static Venue latest(Transaction sound, Venue changed) {
        long version = sound.venues().find(changed.id()).map(Venue::version).orElse(changed.version());
        return new Venue(changed.organization(), changed.id(), version, changed.attributes());
    }

    private static Organizer latest(Transaction sound, Organizer changed) {
        long version =
                sound.organizers().find(changed.id()).map(Organizer::version).orElse(changed.version());
        return new Organizer(changed.organization(), changed.id(), version, changed.attributes());
    }

    private static Profile latest(Transaction sound, Profile changed) {
        long version = sound.profiles().of(changed.organization()).version();
        return new Profile(changed.organization(), version, changed.attributes());
    }
}
