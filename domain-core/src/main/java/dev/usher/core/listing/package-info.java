/** What lists are asked for: filter, order and page as typed values, the same for every dialect. */
package dev.usher.core.listing;
