package dev.usher.adapters.persistence;

/** Watches what a database cannot be trusted with: refuses writes before they begin, and doubts commits before they are told. */
interface WriteGuard {

    /** Trusts the database with everything. */
    WriteGuard NONE = new WriteGuard() {
        @Override
        public void beforeWrite(long bytes) {}

        @Override
        public void afterCommit() {}

        @Override
        public void commitFailed(Throwable failure) {}
    };

    /**
     * Asked before each writing transaction, and before a file is written within one.
     *
     * @param bytes how many are known to be needed
     * @throws dev.usher.core.store.StoreUnavailable when nothing may be written now
     */
    void beforeWrite(long bytes);

    /**
     * Asked after each commit, before anybody is told of it.
     *
     * @throws dev.usher.core.store.StoreUnavailable when the commit may not be durable
     */
    void afterCommit();

    /** Told of a commit that failed, other than by losing against a competing transaction. */
    void commitFailed(Throwable failure);
}
