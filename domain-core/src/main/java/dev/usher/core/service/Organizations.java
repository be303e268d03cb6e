package dev.usher.core.service;

import dev.usher.core.access.Actor;
import dev.usher.core.access.Organization;
import dev.usher.core.access.OrganizationFacts;
import dev.usher.core.access.OrganizationRules;
import dev.usher.core.access.Role;
import dev.usher.core.rule.Outcome;
import dev.usher.core.rule.OutsideText;
import dev.usher.core.statistics.NameKey;
import dev.usher.core.store.Store;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;

/** The houses that share a store and never see into each other's events. */
public final class Organizations {
    private final Store store;
    private final Numbers numbers;
    private final InstantSource clock;
    private final RandomGenerator chance;
    private final Map<Long, Organization> remembered = new ConcurrentHashMap<>();

    Organizations(Store store, Numbers numbers, InstantSource clock, RandomGenerator chance) {
        this.store = store;
        this.numbers = numbers;
        this.clock = clock;
        this.chance = chance;
    }

    /** The organization of that name. */
    public Optional<Organization> find(String externalId) {
        return store.read(transaction -> transaction.identities().organization(externalId));
    }

    /** The organization of that number. */
    public Optional<Organization> find(long id) {
        Optional<Organization> known = Optional.ofNullable(remembered.get(id));
        return known.isPresent()
                ? known
                : store.read(transaction -> transaction.identities().organization(id))
                        .map(this::remember);
    }

    /** The organization of that name, made when there is none yet (decision 2). */
    public Outcome<Organization> findOrCreate(String externalId) {
        return OrganizationRules.BOOK
                .judge(new OrganizationFacts(true, externalId, false), externalId)
                .then(name -> Outcome.accepted(find(name).orElseGet(() -> create(name))));
    }

    /** Makes an organization of a name that none has; for the operator only. */
    public Outcome<Organization> create(Actor actor, String externalId) {
        boolean isOperator = actor.role() == Role.OPERATOR;
        boolean isTaken = isOperator
                && OutsideText.isWritable(externalId)
                && find(externalId).isPresent();
        return OrganizationRules.BOOK
                .judge(new OrganizationFacts(isOperator, externalId, isTaken), externalId)
                .then(name -> Outcome.accepted(create(name)));
    }

    /** The organizations that the actor may act for, by number; all of them for the operator. */
    public List<Organization> openTo(Actor actor) {
        return all().stream()
                .filter(organization -> actor.in(organization.id()).isPresent())
                .toList();
    }

    /** All organizations, by number. */
    public List<Organization> all() {
        return store.read(transaction -> transaction.identities().organizations());
    }

    private Organization create(String externalId) {
        Organization created = new Organization(
                numbers.next(),
                externalId,
                NameKey.drawnFrom(chance),
                Optional.of(clock.instant().truncatedTo(ChronoUnit.MICROS)));
        return store.write(
                transaction -> transaction.identities().organization(externalId).orElseGet(() -> {
                    transaction.identities().add(created);
                    return created;
                }));
    }

    private Organization remember(Organization organization) {
        remembered.put(organization.id(), organization);
        return organization;
    }
}
