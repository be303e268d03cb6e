package dev.usher.conformance.stores;

import dev.usher.app.ProgramInProcess;
import dev.usher.conformance.StoreContract;
import dev.usher.core.store.Store;

/** The store in memory keeps the contract, and forgets when it is closed. */
class MemoryStoreContractTest implements StoreContract {

    @Override
    public Store open() {
        return ProgramInProcess.open("memory:");
    }

    @Override
    public boolean survivesClosing() {
        return false;
    }
}
