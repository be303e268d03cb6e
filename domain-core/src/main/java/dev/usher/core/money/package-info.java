/** Amounts of money, exactly: minor units of a currency, and per cents in hundredths. */
package dev.usher.core.money;
