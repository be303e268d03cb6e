package dev.usher.adapters.persistence;

import dev.usher.core.access.AccessToken;
import dev.usher.core.access.Role;
import dev.usher.core.access.TokenDigest;
import dev.usher.core.statistics.InstantText;
import dev.usher.core.store.Tokens;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/**
 * Access tokens in their table; instants are numbers of microseconds, so that no database rounds or shifts them.
 *
 * @param handle the connection of the transaction
 */
record JdbiTokens(Handle handle) implements Tokens {
    private static final String ANY = "SELECT COUNT(*) FROM (SELECT id FROM access_token LIMIT 1) AS first_token";
    private static final String ADD = """
            INSERT INTO access_token
                (organization_id, id, user_id, role_word, label, digest, created_at_micros, expires_at_micros,
                revoked_at_micros)
            VALUES (:organization, :id, :user, :role, :label, :digest, :created, :expires, :revoked)""";
    private static final String SELECT = """
            SELECT organization_id, id, user_id, role_word, label, digest, created_at_micros, expires_at_micros,
                revoked_at_micros
            FROM access_token WHERE\s""";
    private static final String BY_DIGEST = SELECT + "digest = :digest";
    private static final String BY_NUMBER = SELECT + "organization_id = :organization AND id = :id";
    private static final String OF_ORGANIZATION =
            SELECT + "organization_id = :organization ORDER BY organization_id, id";
    private static final String END = """
            UPDATE access_token SET expires_at_micros = LEAST(COALESCE(expires_at_micros, :end), :end)
            WHERE organization_id = :organization AND id = :id""";
    private static final String REVOKE = """
            UPDATE access_token SET revoked_at_micros = COALESCE(revoked_at_micros, :revoked)
            WHERE organization_id = :organization AND id = :id""";

    private static final RowMapper<AccessToken> TOKEN = (row, context) -> new AccessToken(
            row.getLong("id"),
            row.getLong("organization_id"),
            number(row, "user_id"),
            role(row.getString("role_word"), "access_token"),
            row.getString("label"),
            new TokenDigest(row.getString("digest")),
            InstantText.instant(row.getLong("created_at_micros")),
            number(row, "expires_at_micros").map(InstantText::instant),
            number(row, "revoked_at_micros").map(InstantText::instant));

    @Override
    public boolean none() {
        return handle.createQuery(ANY).mapTo(Integer.class).one() == 0;
    }

    @Override
    public void add(AccessToken token) {
        handle.createUpdate(ADD)
                .bind("organization", token.organization())
                .bind("id", token.id())
                .bind("role", token.role().word())
                .bind("label", token.label())
                .bind("digest", token.digest().hex())
                .bind("created", InstantText.microseconds(token.createdAt()))
                .bindByType("user", token.user().orElse(null), Long.class)
                .bindByType(
                        "expires",
                        token.expiresAt().map(InstantText::microseconds).orElse(null),
                        Long.class)
                .bindByType(
                        "revoked",
                        token.revokedAt().map(InstantText::microseconds).orElse(null),
                        Long.class)
                .execute();
    }

    @Override
    public Optional<AccessToken> find(TokenDigest digest) {
        return handle.createQuery(BY_DIGEST)
                .bind("digest", digest.hex())
                .map(TOKEN)
                .findOne();
    }

    @Override
    public Optional<AccessToken> find(long organization, long id) {
        return handle.createQuery(BY_NUMBER)
                .bind("organization", organization)
                .bind("id", id)
                .map(TOKEN)
                .findOne();
    }

    @Override
    public List<AccessToken> of(long organization) {
        return handle.createQuery(OF_ORGANIZATION)
                .bind("organization", organization)
                .map(TOKEN)
                .list();
    }

    @Override
    public boolean revoke(long organization, long id, Instant at) {
        return handle.createUpdate(REVOKE)
                        .bind("revoked", InstantText.microseconds(at))
                        .bind("organization", organization)
                        .bind("id", id)
                        .execute()
                == 1;
    }

    @Override
    public boolean end(long organization, long id, Instant by) {
        return handle.createUpdate(END)
                        .bind("end", InstantText.microseconds(by))
                        .bind("organization", organization)
                        .bind("id", id)
                        .execute()
                == 1;
    }

    private static Optional<Long> number(ResultSet row, String column) throws SQLException {
        long number = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(number);
    }

    /** The role of a word that stands in a table. */
    static Role role(String word, String table) {
        return Arrays.stream(Role.values())
                .filter(role -> role.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("'" + word + "' in " + table + " is no role"));
    }
}
