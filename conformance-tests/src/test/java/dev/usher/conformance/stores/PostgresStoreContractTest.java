package dev.usher.conformance.stores;

import dev.usher.app.ProgramInProcess;
import dev.usher.conformance.StoreContract;
import dev.usher.core.store.Store;
import org.junit.jupiter.api.AfterEach;

/** The store that several nodes share keeps the contract. */
class PostgresStoreContractTest implements StoreContract {
    private final TemporaryStore place = TemporaryStore.Kind.POSTGRESQL.create();

    @Override
    public Store open() {
        return ProgramInProcess.open(place.url());
    }

    @AfterEach
    void remove() {
        place.close();
    }
}
