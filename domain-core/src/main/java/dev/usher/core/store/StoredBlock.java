package dev.usher.core.store;

/**
 * A block as the store keeps it, one row: the stretch it covers and two packed columns.
 *
 * <p>The arrays are the block's own and are never changed after they were handed over.
 *
 * @param range which stretch of the log it covers
 * @param operations the packed operations, format byte first, checksum last
 * @param names the packed names of its tickets and devices, likewise
 */
@SuppressWarnings("ArrayRecordComponent") // bytes are handed through, never compared or copied
public record StoredBlock(BlockRange range, byte[] operations, byte[] names) {}
