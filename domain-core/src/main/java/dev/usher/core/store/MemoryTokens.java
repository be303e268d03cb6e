package dev.usher.core.store;

import dev.usher.core.access.AccessToken;
import dev.usher.core.access.TokenDigest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Access tokens, in memory. */
record MemoryTokens(MemoryTransaction transaction) implements Tokens {
    private static final MemoryTable<InOrganization, AccessToken> TOKENS = new MemoryTable<>("tokens");
    private static final MemoryTable<String, InOrganization> BY_DIGEST = new MemoryTable<>("token by digest");

    @Override
    public boolean none() {
        return transaction.all(BY_DIGEST).isEmpty();
    }

    @Override
    public void add(AccessToken token) {
        InOrganization key = new InOrganization(token.organization(), token.id());
        transaction.put(TOKENS, key, token);
        transaction.put(BY_DIGEST, token.digest().hex(), key);
    }

    @Override
    public Optional<AccessToken> find(TokenDigest digest) {
        return transaction.row(BY_DIGEST, digest.hex()).flatMap(key -> transaction.row(TOKENS, key));
    }

    @Override
    public Optional<AccessToken> find(long organization, long id) {
        return transaction.row(TOKENS, new InOrganization(organization, id));
    }

    @Override
    public List<AccessToken> of(long organization) {
        return transaction.from(TOKENS, InOrganization.first(organization), key -> key.organization() == organization);
    }

    @Override
    public boolean revoke(long organization, long id, Instant at) {
        Optional<AccessToken> token = find(organization, id);
        token.filter(known -> !known.isRevoked()).ifPresent(known -> replace(known.revoked(at)));
        return token.isPresent();
    }

    @Override
    public boolean end(long organization, long id, Instant by) {
        Optional<AccessToken> token = find(organization, id);
        token.ifPresent(known -> replace(known.endingBy(by)));
        return token.isPresent();
    }

    private void replace(AccessToken token) {
        transaction.put(TOKENS, new InOrganization(token.organization(), token.id()), token);
    }
}
