/** What concepts are made of: attributes, each a row of a table that requests, rules and stores read alike. */
package dev.usher.core.attribute;
