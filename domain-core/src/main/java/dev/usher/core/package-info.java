/** The engine: what can be sold, to whom, when and at what price, and what the numbers were at any time. */
package dev.usher.core;
