package dev.usher.conformance.broken;

import dev.usher.core.event.Belonging;
import dev.usher.core.event.Organizer;
import dev.usher.core.event.Venue;
import dev.usher.core.store.BelongingTable;
import dev.usher.core.store.EventTable;
import dev.usher.core.store.ProfileTable;
import dev.usher.core.store.QuestionTable;
import dev.usher.core.store.Store;
import dev.usher.core.store.TicketClassTable;
import dev.usher.core.store.Transaction;
import dev.usher.core.store.UserTable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.function.Supplier;

/** A transaction whose tables hand every call on, but for one method of one table, which is broken. */
final class BrokenTables extends HandingOnTransaction {
    private final Transaction sound;
    private final Class<?> table;
    private final String method;
    private final Breakage breakage;

    /** What a broken method answers. */
    interface Breakage {
        /**
         * Answers a call.
         *
         * @param sound the transaction as it should be
         * @param call the call as it was made
         */
        Object answer(Transaction sound, Call call) throws Throwable;
    }

    /** A call of the method of the sound table. */
    interface Call {
        /** The arguments with which it was called. */
        Object[] arguments();

        /** What the sound table answers to these arguments. */
        Object with(Object... arguments) throws Throwable;

        /** What the sound table answers to the call as it was made. */
        default Object asMade() throws Throwable {
            return with(arguments());
        }

        /** An argument. */
        default <T> T argument(int at, Class<T> type) {
            return type.cast(arguments()[at]);
        }
    }

    private BrokenTables(Transaction sound, Class<?> table, String method, Breakage breakage) {
        super(sound);
        this.sound = sound;
        this.table = table;
        this.method = method;
        this.breakage = breakage;
    }

    /** Stores with one broken method of a table; of methods of one name, all are. */
    static Supplier<Store> breaking(Class<?> table, String method, Breakage breakage) {
        return () -> new HandingOnStore(sound -> broken(sound, table, method, breakage));
    }

    /** A transaction with one broken method. */
    static Transaction broken(Transaction sound, Class<?> table, String method, Breakage breakage) {
        return new BrokenTables(sound, table, method, breakage);
    }

    @Override
    public EventTable events() {
        return table(EventTable.class, sound.events());
    }

    @Override
    public TicketClassTable ticketClasses() {
        return table(TicketClassTable.class, sound.ticketClasses());
    }

    @Override
    public QuestionTable questions() {
        return table(QuestionTable.class, sound.questions());
    }

    @Override
    public BelongingTable<Venue> venues() {
        return belongings(sound.venues());
    }

    @Override
    public BelongingTable<Organizer> organizers() {
        return belongings(sound.organizers());
    }

    @Override
    public ProfileTable profiles() {
        return table(ProfileTable.class, sound.profiles());
    }

    @Override
    public UserTable users() {
        return table(UserTable.class, sound.users());
    }

    // The proxy hands on to a table of these belongings, and a breakage answers with what that gave.
    @SuppressWarnings("unchecked")
    private <B extends Belonging> BelongingTable<B> belongings(BelongingTable<B> to) {
        return table(BelongingTable.class, to);
    }

    private <T> T table(Class<T> type, T to) {
        if (type != table) {
            return to;
        }
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, called, arguments) -> {
                    Call call = new Call() {
                        @Override
                        public Object[] arguments() {
                            return arguments;
                        }

                        @Override
                        public Object with(Object... others) throws Throwable {
                            try {
                                return called.invoke(to, others);
                            } catch (InvocationTargetException failed) {
                                throw failed.getCause();
                            }
                        }
                    };
                    return called.getName().equals(method) ? breakage.answer(sound, call) : call.asMade();
                }));
    }
}
