/** The Eventbrite v3 dialect: everything under {@code /v3/}, as its real clients call it. */
package dev.usher.adapters.http.eventbrite;
