package dev.usher.core.store;

import dev.usher.core.access.Membership;
import dev.usher.core.access.User;
import java.util.List;
import java.util.Optional;

/** Users and what they are members of, in memory. */
record MemoryUsers(MemoryTransaction transaction) implements UserTable {
    private static final MemoryTable<Long, User> USERS = new MemoryTable<>("users");
    private static final MemoryTable<String, Long> BY_EMAIL = new MemoryTable<>("user by e-mail");
    private static final MemoryTable<InOrganization, Membership> MEMBERSHIPS = new MemoryTable<>("memberships");

    @Override
    public void add(User user) {
        transaction.putNew(BY_EMAIL, user.email(), user.id(), user.email());
        transaction.putNew(USERS, user.id(), user, "user " + user.id());
    }

    @Override
    public Optional<User> find(long id) {
        return transaction.row(USERS, id);
    }

    @Override
    public Optional<User> find(String email) {
        return transaction.row(BY_EMAIL, email).flatMap(id -> find(id.longValue()));
    }

    @Override
    public void join(Membership membership) {
        transaction.put(MEMBERSHIPS, new InOrganization(membership.organization(), membership.user()), membership);
    }

    @Override
    public boolean leave(long user, long organization) {
        return transaction.remove(MEMBERSHIPS, new InOrganization(organization, user));
    }

    @Override
    public List<Membership> of(long user) {
        return transaction.all(MEMBERSHIPS).stream()
                .filter(membership -> membership.user() == user)
                .toList();
    }

    @Override
    public List<Membership> in(long organization) {
        return transaction.from(
                MEMBERSHIPS, InOrganization.first(organization), key -> key.organization() == organization);
    }
}
