package dev.usher.core.store;

/** One transaction's view of the store, a small repository for each concept. Not to be kept after the work returns. */
public interface Transaction {

    /** Organizations and events by name and number. */
    Identities identities();

    /** Access tokens. */
    Tokens tokens();

    /** The logs of ticket operations. */
    OperationLog operations();

    /** Runs the action once, after this transaction has been committed; never when it is rolled back. */
    void afterCommit(Runnable action);
}
