package dev.usher.adapters.persistence;

import dev.usher.core.access.Membership;
import dev.usher.core.access.User;
import dev.usher.core.store.UserTable;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.SqlStatement;

/**
 * Users and what they are members of in their tables.
 *
 * @param handle the connection of the transaction
 */
record JdbiUsers(Handle handle) implements UserTable {
    private static final String ADD = """
            INSERT INTO user_account (id, email, first_name, last_name)
            VALUES (:id, :email, :first, :last)""";
    private static final String BY_NUMBER = "SELECT id, email, first_name, last_name FROM user_account WHERE id = :id";
    private static final String BY_EMAIL =
            "SELECT id, email, first_name, last_name FROM user_account WHERE email = :email";
    private static final String JOIN = """
            INSERT INTO membership (organization_id, user_id, role_word)
            VALUES (:organization, :user, :role)""";
    private static final String CHANGE_ROLE = """
            UPDATE membership SET role_word = :role
            WHERE organization_id = :organization AND user_id = :user""";
    private static final String LEAVE = """
            DELETE FROM membership WHERE organization_id = :organization AND user_id = :user""";
    private static final String OF_USER = """
            SELECT organization_id, user_id, role_word FROM membership
            WHERE user_id = :user ORDER BY user_id, organization_id""";
    private static final String IN_ORGANIZATION = """
            SELECT organization_id, user_id, role_word FROM membership
            WHERE organization_id = :organization ORDER BY organization_id, user_id""";

    private static final RowMapper<User> USER = (row, context) -> new User(
            row.getLong("id"), row.getString("email"), row.getString("first_name"), row.getString("last_name"));
    private static final RowMapper<Membership> MEMBERSHIP = (row, context) -> new Membership(
            row.getLong("user_id"),
            row.getLong("organization_id"),
            JdbiTokens.role(row.getString("role_word"), "membership"));

    @Override
    public void add(User user) {
        handle.createUpdate(ADD)
                .bind("id", user.id())
                .bind("email", user.email())
                .bind("first", user.firstName())
                .bind("last", user.lastName())
                .execute();
    }

    @Override
    public Optional<User> find(long id) {
        return handle.createQuery(BY_NUMBER).bind("id", id).map(USER).findOne();
    }

    @Override
    public Optional<User> find(String email) {
        return handle.createQuery(BY_EMAIL).bind("email", email).map(USER).findOne();
    }

    // When two add the same membership at once, the second breaks the primary key and is run again.
    @Override
    public void join(Membership membership) {
        if (of(membership, handle.createUpdate(CHANGE_ROLE)).execute() == 0) {
            of(membership, handle.createUpdate(JOIN)).execute();
        }
    }

    @Override
    public boolean leave(long user, long organization) {
        return handle.createUpdate(LEAVE)
                        .bind("organization", organization)
                        .bind("user", user)
                        .execute()
                == 1;
    }

    @Override
    public List<Membership> of(long user) {
        return handle.createQuery(OF_USER).bind("user", user).map(MEMBERSHIP).list();
    }

    @Override
    public List<Membership> in(long organization) {
        return handle.createQuery(IN_ORGANIZATION)
                .bind("organization", organization)
                .map(MEMBERSHIP)
                .list();
    }

    private static <S extends SqlStatement<S>> S of(Membership membership, S statement) {
        return statement
                .bind("organization", membership.organization())
                .bind("user", membership.user())
                .bind("role", membership.role().word());
    }
}
