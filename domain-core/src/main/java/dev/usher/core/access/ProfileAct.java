package dev.usher.core.access;

import dev.usher.core.rule.Operation;

/** What can be done with an organization's profile. */
public enum ProfileAct implements Operation {
    /** It is looked at. */
    READ("read"),
    /** It is changed. */
    CHANGE("change");

    private final String word;

    ProfileAct(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}
