package dev.usher.core.access;

/**
 * What is said of a person who shall become a user.
 *
 * @param email the address, folded to small letters
 * @param firstName may be empty
 * @param lastName may be empty
 */
public record UserWish(String email, String firstName, String lastName) {
    public UserWish {
        email = EmailAddress.folded(email);
    }
}
