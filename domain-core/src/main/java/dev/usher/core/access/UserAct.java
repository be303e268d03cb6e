package dev.usher.core.access;

import dev.usher.core.rule.Operation;

/** What can be done with users and the members of an organization. */
public enum UserAct implements Operation {
    /** A new user is made, who is a member from the beginning. */
    CREATE("create"),
    /** A user becomes a member, or a member gets another role. */
    JOIN("join"),
    /** A member leaves. */
    LEAVE("leave"),
    /** The members are looked at. */
    LIST("list");

    private final String word;

    UserAct(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}
