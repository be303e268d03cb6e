package dev.usher.adapters.persistence;

import java.util.Optional;

/**
 * Where a block's two packed columns stand, as its row says.
 *
 * @param operationsBytes how long the operations are
 * @param namesBytes how long the names are
 * @param file the file that holds both; empty when they stand in parts in tables of their own
 */
record PayloadPlace(int operationsBytes, int namesBytes, Optional<Long> file) {}
