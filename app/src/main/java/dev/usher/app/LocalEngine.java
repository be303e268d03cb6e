package dev.usher.app;

import dev.usher.core.Usher;
import dev.usher.core.access.AccessToken;
import dev.usher.core.access.Actor;
import dev.usher.core.access.Organization;
import dev.usher.core.access.Role;
import dev.usher.core.access.TokenWish;
import dev.usher.core.rule.Outcome;
import dev.usher.core.rule.RuleKind;
import dev.usher.core.rule.Violation;
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
        return known(organization).then(operator -> usher.reporting().asOf(operator, question));
    }

    @Override
    public Outcome<StatisticsAsOf> statistics(String organization, AsOfQuestion question) {
        return known(organization).then(operator -> usher.reporting().asOf(operator, question));
    }

    @Override
    public Outcome<StatisticsSeries> series(String organization, SeriesQuestion question) {
        return known(organization).then(operator -> usher.reporting().series(operator, question));
    }

    @Override
    public Outcome<Issued> createToken(String organization, TokenWish wish) {
        return usher.organizations()
                .findOrCreate(organization)
                .then(found -> usher.accessTokens().create(operatorOf(found), wish))
                .then(LocalEngine::listed);
    }

    @Override
    public Outcome<Issued> rotateToken(String organization, String id, Duration grace, Optional<Instant> expiresAt) {
        return number(id)
                .then(number -> known(organization)
                        .then(operator -> usher.accessTokens().rotate(operator, number, grace, expiresAt)))
                .then(LocalEngine::listed);
    }

    @Override
    public Outcome<List<Token>> tokens(String organization) {
        return usher.organizations()
                .find(organization)
                .map(found -> usher.accessTokens().list(operatorOf(found)))
                .orElse(Outcome.accepted(List.of()))
                .then(tokens -> Outcome.accepted(
                        tokens.stream().map(LocalEngine::listed).toList()));
    }

    @Override
    public Outcome<String> revokeToken(String organization, String id) {
        return number(id)
                .then(number -> known(organization)
                        .then(operator -> usher.accessTokens().revoke(operator, number)))
                .then(revoked -> Outcome.accepted(Long.toString(revoked)));
    }

    @Override
    public Administration administration() {
        return new LocalAdministration(usher, this::known);
    }

    @Override
    public Inspection.Report inspect() {
        return usher.inspection().inspect();
    }

    @Override
    public void close() {
        store.close();
    }

    private Outcome<Actor> known(String organization) {
        Optional<Organization> found = usher.organizations().find(organization);
        return found.<Outcome<Actor>>map(known -> Outcome.accepted(operatorOf(known)))
                .orElseGet(() -> Outcome.rejected(new Violation(
                        RuleKind.EXISTENCE,
                        "UNKNOWN_ORGANIZATION",
                        "organization",
                        "there is no organization '" + organization
                                + "' in this store; it is made by the first import or token for it")));
    }

    private static Actor operatorOf(Organization organization) {
        return new Actor(organization.id(), Role.OPERATOR);
    }

    private static Outcome<Long> number(String id) {
        try {
            return Outcome.accepted(Long.parseLong(id));
        } catch (NumberFormatException notANumber) {
            return Outcome.rejected(new Violation(
                    RuleKind.ARGUMENT,
                    "INVALID_TOKEN_ID",
                    "id",
                    "'" + id + "' is no token's number; list the tokens to see their numbers"));
        }
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
