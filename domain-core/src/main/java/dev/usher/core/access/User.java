package dev.usher.core.access;

/**
 * A person who works with events, known by an e-mail address.
 *
 * @param id engine-wide number
 * @param email in small letters, unique in the store
 * @param firstName may be empty
 * @param lastName may be empty
 */
public record User(long id, String email, String firstName, String lastName) {

    /** Both names, as one writes them; the address where there is none. */
    public String name() {
        String both = (firstName + " " + lastName).strip();
        return both.isEmpty() ? email : both;
    }
}
