/**
 * The stores: HSQLDB, embedded and the default, and PostgreSQL for several nodes.
 *
 * <p>{@link dev.usher.adapters.persistence.PersistenceModule} is the way in; everything else is its own.
 */
package dev.usher.adapters.persistence;
