package dev.usher.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.core.access.Membership;
import dev.usher.core.access.Organization;
import dev.usher.core.access.Profile;
import dev.usher.core.access.Role;
import dev.usher.core.access.User;
import dev.usher.core.attribute.Attributes;
import dev.usher.core.store.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a store must do with users, memberships and the profiles of organizations. */
public interface PeopleContract extends TestedStore {

    /** If this fails, look at the columns of users: 255 characters to the letter, and unknown ones are empty. */
    @Test
    default void aUserIsFoundByNumberAndAddress() {
        try (Store store = open()) {
            List<User> users = new ArrayList<>();
            for (String name : Samples.AWKWARD_NAMES) {
                users.add(new User(Samples.number(store), name, name, users.isEmpty() ? "" : name));
            }
            store.write(transaction -> {
                users.forEach(transaction.users()::add);
                return users;
            });
            store.read(transaction -> {
                users.forEach(user -> {
                    assertThat(transaction.users().find(user.id())).contains(user);
                    assertThat(transaction.users().find(user.email())).contains(user);
                });
                assertThat(transaction.users().find("nobody@example.com")).isEmpty();
                assertThat(transaction.users().find(Long.MAX_VALUE)).isEmpty();
                return users;
            });
        }
    }

    /** If this fails, look at the unique key on the address, and at whether its breach runs the work again. */
    @Test
    default void aUserAddedTwiceAtOnceIsOne() {
        try (Store store = open()) {
            Meeting meeting = new Meeting(2);
            List<Callable<User>> both = Stream.of(Samples.number(store), Samples.number(store))
                    .map(number -> new User(number, "ada@example.com", "Ada", ""))
                    .<Callable<User>>map(proposed -> () -> store.write(transaction -> transaction
                            .users()
                            .find("ada@example.com")
                            .orElseGet(() -> {
                                meeting.join();
                                transaction.users().add(proposed);
                                return proposed;
                            })))
                    .toList();
            List<User> found = Concurrently.run(both);
            assertThat(found.get(0)).isEqualTo(found.get(1));
        }
    }

    /** If this fails, look at the key of memberships: user and organization together, one role each, listed by number. */
    @Test
    default void aUserHasOneRoleInEachOrganization() {
        try (Store store = open()) {
            Organization house = Samples.organization(store, "house");
            Organization neighbour = Samples.organization(store, "neighbour");
            User ada = user(store, "ada@example.com");
            User bob = user(store, "bob@example.com");
            store.write(transaction -> {
                transaction.users().join(new Membership(bob.id(), house.id(), Role.VIEWER));
                transaction.users().join(new Membership(ada.id(), neighbour.id(), Role.OWNER));
                transaction.users().join(new Membership(ada.id(), house.id(), Role.MEMBER));
                transaction.users().join(new Membership(bob.id(), house.id(), Role.OWNER));
                return house;
            });
            Membership adaInHouse = new Membership(ada.id(), house.id(), Role.MEMBER);
            Membership adaNextDoor = new Membership(ada.id(), neighbour.id(), Role.OWNER);
            Membership bobInHouse = new Membership(bob.id(), house.id(), Role.OWNER);
            store.read(transaction -> {
                assertThat(transaction.users().of(ada.id())).containsExactly(adaInHouse, adaNextDoor);
                assertThat(transaction.users().of(bob.id())).containsExactly(bobInHouse);
                assertThat(transaction.users().in(house.id())).containsExactly(adaInHouse, bobInHouse);
                assertThat(transaction.users().in(neighbour.id())).containsExactly(adaNextDoor);
                return house;
            });
        }
    }

    /** If this fails, look at the condition of the removal, and at what it answers. */
    @Test
    default void aUserLeavesOneOrganizationOnly() {
        try (Store store = open()) {
            Organization house = Samples.organization(store, "house");
            Organization neighbour = Samples.organization(store, "neighbour");
            User ada = user(store, "ada@example.com");
            List<Boolean> left = store.write(transaction -> {
                transaction.users().join(new Membership(ada.id(), house.id(), Role.OWNER));
                transaction.users().join(new Membership(ada.id(), neighbour.id(), Role.OWNER));
                return List.of(
                        transaction.users().leave(ada.id(), house.id()),
                        transaction.users().leave(ada.id(), house.id()));
            });
            assertThat(left).containsExactly(true, false);
            List<Membership> kept =
                    store.read(transaction -> transaction.users().of(ada.id()));
            assertThat(kept).containsExactly(new Membership(ada.id(), neighbour.id(), Role.OWNER));
        }
    }

    /** If this fails, look at the first profile of an organization: it takes the place of version 0, which was never kept. */
    @Test
    default void aProfileBeginsAtVersionZero() {
        try (Store store = open()) {
            Organization house = Samples.organization(store, "house");
            Organization neighbour = Samples.organization(store, "neighbour");
            assertThat(profile(store, house)).isEqualTo(new Profile(house.id(), 0, Attributes.NONE));
            for (int version = 0; version < 3; version++) {
                Attributes said = AttributeSamples.variant(Profile.ATTRIBUTES, version);
                assertThat(replace(store, new Profile(house.id(), version, said)))
                        .isTrue();
                assertThat(replace(store, new Profile(house.id(), version, Attributes.NONE)))
                        .isFalse();
                assertThat(profile(store, house)).isEqualTo(new Profile(house.id(), version + 1, said));
            }
            assertThat(profile(store, neighbour)).isEqualTo(new Profile(neighbour.id(), 0, Attributes.NONE));
        }
    }

    private static User user(Store store, String email) {
        return store.write(transaction -> {
            User added = new User(transaction.identities().reserve(1), email, "", "");
            transaction.users().add(added);
            return added;
        });
    }

    private static Profile profile(Store store, Organization organization) {
        return store.read(transaction -> transaction.profiles().of(organization.id()));
    }

    private static boolean replace(Store store, Profile profile) {
        return store.write(transaction -> transaction.profiles().replace(profile));
    }
}
