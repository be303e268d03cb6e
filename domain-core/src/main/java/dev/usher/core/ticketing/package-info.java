/** What is sold for an event: ticket classes, when they are on sale, what they cost and how many there are. */
package dev.usher.core.ticketing;
