package dev.usher.conformance.stores;

import dev.usher.app.ProgramInProcess;
import dev.usher.conformance.StoreContract;
import dev.usher.core.store.Store;
import org.junit.jupiter.api.AfterEach;

/** The embedded store keeps the contract. */
class HsqldbStoreContractTest implements StoreContract {
    private final TemporaryStore place = TemporaryStore.Kind.HSQLDB.create();

    @Override
    public Store open() {
        return ProgramInProcess.open(place.url());
    }

    @AfterEach
    void remove() {
        place.close();
    }
}
