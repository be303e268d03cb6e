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
    public List<AccessToken> of(long organization) {
        return transaction.from(TOKENS, InOrganization.first(organization), key -> key.organization() == organization);
    }

    @Override
    public boolean revoke(long organization, long id, Instant at) {
        InOrganization key = new InOrganization(organization, id);
        Optional<AccessToken> token = transaction.row(TOKENS, key);
        token.filter(known -> !known.isRevoked()).ifPresent(known -> transaction.put(TOKENS, key, known.revoked(at)));
        return token.isPresent();
    }
}
