package dev.usher.core.access;

/** What the bearer of a token may do within its organization, each role with all rights of the one before. */
public enum Role {
    /** Reads reports. */
    VIEWER,
    /** Also sends ticket operations. */
    MEMBER,
    /** Also creates and revokes tokens. */
    OWNER,
    /** The person at the machine itself: acts for any organization. Never given to a stored token. */
    OPERATOR;

    /** True when this role has the rights of {@code needed}. */
    public boolean includes(Role needed) {
        return compareTo(needed) >= 0;
    }

    /** The role's name as people write it: {@code owner}. */
    public String word() {
        return switch (this) {
            case VIEWER -> "viewer";
            case MEMBER -> "member";
            case OWNER -> "owner";
            case OPERATOR -> "operator";
        };
    }
}
