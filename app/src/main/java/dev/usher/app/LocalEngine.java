package dev.usher.app;

import dev.usher.core.Usher;
import dev.usher.core.access.AccessToken;
import dev.usher.core.access.Actor;
import dev.usher.core.access.Organization;
import dev.usher.core.access.Role;
import dev.usher.core.access.TokenWish;
import dev.usher.core.adapter.StoreHeld;
import dev.usher.core.rule.Outcome;
import dev.usher.core.service.AccessTokens;
import dev.usher.core.service.EventStatistics;
import dev.usher.core.service.Inspection;
import dev.usher.core.service.StatisticsAsOf;
import dev.usher.core.service.StatisticsSeries;
import dev.usher.core.statistics.AsOfQuestion;
import dev.usher.core.statistics.OperationIntake;
import dev.usher.core.statistics.SeriesQuestion;
import dev.usher.core.statistics.StatisticsQuestion;
import dev.usher.core.store.Store;
import dev.usher.core.store.StoreUnavailable;
import dev.usher.core.store.Subscription;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The engine over a store that this process opened, and closes. */
final class LocalEngine implements Engine {
    private final Usher usher;
    private final Store store;

    private LocalEngine(Usher usher, Store store) {
        this.usher = usher;
        this.store = store;
    }

    /** The engine over the composition's store, opened now. */
    static LocalEngine over(Composition composition) {
        Store store = composition.store();
        try {
            return new LocalEngine(composition.usher(), store);
        } catch (RuntimeException | Error failed) {
            store.close();
            throw failed;
        }
    }

    /**
     * The same for a service, which needs the store for itself.
     *
     * @throws StoreUnavailable when another service has it, which is named
     */
    static LocalEngine alone(Composition composition) {
        try {
            return over(composition);
        } catch (StoreHeld held) {
            throw ServiceFile.findIn(held.folder())
                    .filter(service -> new ServiceClient(service).isAlive())
                    .<RuntimeException>map(service -> new StoreUnavailable(
                            "the store in " + held.folder() + " is in use by the service at " + service.url()
                                    + " (process " + service.pid()
                                    + "); stop that, or choose another store with --store",
                            held))
                    .orElse(held);
        }
    }

    Usher usher() {
        return usher;
    }

    /** True when other processes may write to the store too. */
    boolean isShared() {
        return store.isShared();
    }

    /** Hears from now on what other processes append, where the store can tell, until it is closed. */
    void hear() {
        Subscription unused = store.hear(usher.reporting()::heard);
    }

    @Override
    public Outcome<OperationIntake> intake(String organization) {
        return usher.organizations()
                .findOrCreate(organization)
                .then(found -> Outcome.accepted(usher.ticketOperations().intake(found)));
    }

    @Override
    public Outcome<List<EventStatistics>> statistics(String organization, StatisticsQuestion question) {
        return operator(organization).then(operator -> usher.reporting().asOf(operator, question));
    }

    @Override
    public Outcome<StatisticsAsOf> statistics(String organization, AsOfQuestion question) {
        return operator(organization).then(operator -> usher.reporting().asOf(operator, question));
    }

    @Override
    public Outcome<StatisticsSeries> series(String organization, SeriesQuestion question) {
        return operator(organization).then(operator -> usher.reporting().series(operator, question));
    }

    @Override
    public Outcome<Issued> createToken(String organization, TokenWish wish) {
        return operator(organization)
                .then(operator -> usher.accessTokens().create(operator, wish))
                .then(LocalEngine::listed);
    }

    @Override
    public Outcome<Issued> rotateToken(String organization, long id, Duration grace, Optional<Instant> expiresAt) {
        return operator(organization)
                .then(operator -> usher.accessTokens().rotate(operator, id, grace, expiresAt))
                .then(LocalEngine::listed);
    }

    @Override
    public Outcome<List<Token>> tokens(String organization) {
        return operator(organization)
                .then(operator -> usher.accessTokens().list(operator))
                .then(tokens -> Outcome.accepted(
                        tokens.stream().map(LocalEngine::listed).toList()));
    }

    @Override
    public Outcome<Long> revokeToken(String organization, long id) {
        return operator(organization).then(operator -> usher.accessTokens().revoke(operator, id));
    }

    @Override
    public Administration administration() {
        return new LocalAdministration(usher, this::operator);
    }

    @Override
    public Inspection.Report inspect() {
        return usher.inspection().inspect();
    }

    @Override
    public void close() {
        store.close();
    }

    /** The operator, acting for an organization; only the default one is made when it is needed first (decision 2). */
    private Outcome<Actor> operator(String organization) {
        Outcome<Organization> there = organization.equals(Organization.DEFAULT)
                ? usher.organizations().findOrCreate(organization)
                : usher.organizations()
                        .find(organization)
                        .map(Outcome::accepted)
                        .orElseGet(() -> Outcome.rejected(UnknownOrganization.of(organization, names())));
        return there.then(found -> Outcome.accepted(new Actor(found.id(), Role.OPERATOR)));
    }

    private List<String> names() {
        return usher.organizations().all().stream()
                .map(Organization::externalId)
                .toList();
    }

    private static Outcome<Issued> listed(AccessTokens.Issued issued) {
        return Outcome.accepted(new Issued(listed(issued.token()), issued.secret()));
    }

    private static Token listed(AccessToken token) {
        return new Token(
                Long.toString(token.id()),
                token.role().word(),
                token.label(),
                token.user().map(Object::toString),
                token.createdAt(),
                token.expiresAt(),
                token.revokedAt());
    }
}
