package dev.usher.core.access;

import dev.usher.core.rule.Operation;

/** What can be done with the tokens of an organization. */
public enum TokenAct implements Operation {
    /** A new one is made. */
    MAKE("make"),
    /** All of them are looked at. */
    LIST("list"),
    /** One gets a successor with a new secret, and ends a little later. */
    ROTATE("rotate"),
    /** One stops working. */
    REVOKE("revoke");

    private final String word;

    TokenAct(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}
