package dev.usher.conformance;

/**
 * Everything that a store promises; an adapter is right when it passes.
 *
 * <pre>{@code
 * class ShelfStoreTest implements StoreContract {
 *     @TempDir Path folder;
 *
 *     @Override
 *     public Store open() {
 *         return new ShelfStore(folder);
 *     }
 * }
 * }</pre>
 *
 * <p>Tests that need two transactions at once let them overlap where the store allows it; a store that runs writers one
 * after the other passes as well. No test depends on how fast the store is, as long as a transaction ends within a
 * minute.
 */
public interface StoreContract
        extends IdentitiesContract,
                TokensContract,
                PeopleContract,
                EventsContract,
                AttributesContract,
                BelongingsContract,
                ListingsContract,
                BruteForceContract,
                OperationLogContract,
                TransactionContract,
                ReadsContract,
                NewsContract,
                DurabilityContract {}
