package dev.usher.conformance.broken;

import static dev.usher.conformance.broken.Fault.fault;

import dev.usher.core.access.AccessToken;
import dev.usher.core.access.Organization;
import dev.usher.core.access.Role;
import dev.usher.core.access.TokenDigest;
import dev.usher.core.event.EventRef;
import dev.usher.core.event.KnownEvent;
import dev.usher.core.statistics.NameKey;
import dev.usher.core.store.Transaction;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;

/** Stores that are broken in what they do with names, numbers and tokens. */
final class BrokenIdentities {

    static final List<Fault> FAULTS = List.of(
            fault(
                    "hands out numbers twice",
                    () -> new HandingOnStore(HandsOutNumbersTwice::new),
                    "aReservationIsARunOfNumbersOfItsOwn",
                    "twoReservationsInOneTransactionDoNotOverlap",
                    "noNumberIsHandedOutTwiceToConcurrentTransactions"),
            fault(
                            "throws for what it does not know",
                            () -> new HandingOnStore(ThrowsForUnknown::new),
                            "whatWasNeverAddedIsEmpty",
                            "anUnknownDigestIsEmpty")
                    .throwing(NoSuchElementException.class),
            fault(
                    "keeps half the bits of a number",
                    () -> new HandingOnStore(KeepsHalfTheBits::new),
                    "anOrganizationComesBackWithAllItsBits"),
            fault(
                    "ignores letter case",
                    () -> new HandingOnStore(IgnoresLetterCase::new),
                    "anOrganizationIsFoundByItsNameToTheLetter",
                    "anEventIsFoundByItsNameToTheLetter"),
            fault(
                            "trims texts",
                            () -> new HandingOnStore(TrimsTexts::new),
                            "anOrganizationIsFoundByItsNameToTheLetter",
                            "anEventIsFoundByItsNameToTheLetter",
                            "aTokenKeepsItsLabelToTheLetter")
                    .throwing(IllegalStateException.class),
            fault(
                    "lists by name",
                    () -> new HandingOnStore(ListsByName::new),
                    "organizationsAreListedByNumber",
                    "eventsAreListedByNumberAndOfTheirOrganizationOnly",
                    "tokensAreListedByNumberAndOfTheirOrganizationOnly"),
            fault(
                    "lets organizations meet",
                    () -> new HandingOnStore(LetsOrganizationsMeet::new),
                    "twoOrganizationsMayUseOneEventNameAndNeverMeet",
                    "anEventIsUnknownToAnotherOrganization",
                    "eventsAreListedByNumberAndOfTheirOrganizationOnly",
                    "tokensAreListedByNumberAndOfTheirOrganizationOnly",
                    "nobodyRevokesAForeignOrUnknownToken",
                    "nobodyFindsOrEndsAForeignOrUnknownToken"),
            fault(
                    "says that it has no tokens",
                    () -> new HandingOnStore(SaysNoTokens::new),
                    "thereIsNoneUntilATokenWasAdded"),
            fault("forgets roles", () -> new HandingOnStore(ForgetsRoles::new), "aTokenKeepsItsRole"),
            fault(
                    "loses microseconds",
                    () -> new HandingOnStore(LosesMicroseconds::new),
                    "aTokenKeepsItsInstantsToTheMicrosecond"),
            fault("revokes anew", () -> new HandingOnStore(RevokesAnew::new), "aTokenRevokedTwiceKeepsTheFirstInstant"),
            fault(
                    "forgets whose a token is",
                    () -> new HandingOnStore(ForgetsOwners::new),
                    "aTokenKeepsWhoseItIsAndWhenItEnds"),
            fault(
                    "puts the end of a token off",
                    () -> new HandingOnStore(PutsEndsOff::new),
                    "aTokenEndsByTheSoonerOfTwoInstants"),
            fault(
                    "does not lock organizations",
                    DoesNotLockOrganizations::new,
                    "whoLocksAnOrganizationSeesWhatWasDoneUnderTheLockBefore"));

    private BrokenIdentities() {}

    private static final class HandsOutNumbersTwice extends HandingOnTransaction {
        HandsOutNumbersTwice(Transaction to) {
            super(to);
        }

        @Override
        public long reserve(int count) {
            return super.reserve(1);
        }
    }

    private static final class ThrowsForUnknown extends HandingOnTransaction {
        ThrowsForUnknown(Transaction to) {
            super(to);
        }

        @Override
        public Optional<Organization> organization(String externalId) {
            return Optional.of(super.organization(externalId).orElseThrow());
        }

        @Override
        public Optional<AccessToken> find(TokenDigest digest) {
            return Optional.of(super.find(digest).orElseThrow());
        }
    }

    private static final class KeepsHalfTheBits extends HandingOnTransaction {
        KeepsHalfTheBits(Transaction to) {
            super(to);
        }

        @Override
        public void add(Organization organization) {
            NameKey key = organization.nameKey();
            super.add(new Organization(
                    organization.id(), organization.externalId(), new NameKey((int) key.first(), (int) key.second())));
        }
    }

    private static final class IgnoresLetterCase extends HandingOnTransaction {
        IgnoresLetterCase(Transaction to) {
            super(to);
        }

        @Override
        public Optional<Organization> organization(String externalId) {
            return organizations().stream()
                    .filter(known -> known.externalId().equalsIgnoreCase(externalId))
                    .findFirst();
        }

        @Override
        public Optional<KnownEvent> event(long organization, String externalId) {
            return events(organization).stream()
                    .filter(known -> known.externalId().equalsIgnoreCase(externalId))
                    .findFirst();
        }
    }

    private static final class TrimsTexts extends HandingOnTransaction {
        TrimsTexts(Transaction to) {
            super(to);
        }

        @Override
        public void add(Organization organization) {
            super.add(new Organization(
                    organization.id(), organization.externalId().strip(), organization.nameKey()));
        }

        @Override
        public void add(KnownEvent event) {
            super.add(new KnownEvent(event.ref(), event.externalId().strip()));
        }

        @Override
        public void add(AccessToken token) {
            super.add(new AccessToken(
                    token.id(),
                    token.organization(),
                    token.role(),
                    token.label().strip(),
                    token.digest(),
                    token.createdAt(),
                    token.revokedAt()));
        }
    }

    private static final class ListsByName extends HandingOnTransaction {
        ListsByName(Transaction to) {
            super(to);
        }

        @Override
        public List<Organization> organizations() {
            return super.organizations().stream()
                    .sorted(Comparator.comparing(Organization::externalId))
                    .toList();
        }

        @Override
        public List<KnownEvent> events(long organization) {
            return super.events(organization).stream()
                    .sorted(Comparator.comparing(KnownEvent::externalId))
                    .toList();
        }

        @Override
        public List<AccessToken> of(long organization) {
            return super.of(organization).stream()
                    .sorted(Comparator.comparing(token -> token.digest().hex()))
                    .toList();
        }
    }

    private static final class LetsOrganizationsMeet extends HandingOnTransaction {
        LetsOrganizationsMeet(Transaction to) {
            super(to);
        }

        @Override
        public Optional<KnownEvent> event(long organization, String externalId) {
            return events(organization).stream()
                    .filter(event -> event.externalId().equals(externalId))
                    .findFirst();
        }

        @Override
        public Optional<KnownEvent> event(EventRef ref) {
            return events(ref.organization()).stream()
                    .filter(event -> event.ref().event() == ref.event())
                    .findFirst();
        }

        @Override
        public List<KnownEvent> events(long organization) {
            return organizations().stream()
                    .flatMap(any -> super.events(any.id()).stream())
                    .toList();
        }

        @Override
        public List<AccessToken> of(long organization) {
            return organizations().stream()
                    .flatMap(any -> super.of(any.id()).stream())
                    .toList();
        }

        @Override
        public boolean revoke(long organization, long id, Instant at) {
            return organizations().stream().anyMatch(any -> super.revoke(any.id(), id, at));
        }

        @Override
        public Optional<AccessToken> find(long organization, long id) {
            return organizations().stream()
                    .flatMap(any -> super.find(any.id(), id).stream())
                    .findFirst();
        }
    }

    private static final class SaysNoTokens extends HandingOnTransaction {
        SaysNoTokens(Transaction to) {
            super(to);
        }

        @Override
        public boolean none() {
            return true;
        }
    }

    private static final class ForgetsRoles extends HandingOnTransaction {
        ForgetsRoles(Transaction to) {
            super(to);
        }

        @Override
        public void add(AccessToken token) {
            super.add(new AccessToken(
                    token.id(),
                    token.organization(),
                    Role.VIEWER,
                    token.label(),
                    token.digest(),
                    token.createdAt(),
                    token.revokedAt()));
        }
    }

    private static final class LosesMicroseconds extends HandingOnTransaction {
        LosesMicroseconds(Transaction to) {
            super(to);
        }

        @Override
        public void add(AccessToken token) {
            super.add(new AccessToken(
                    token.id(),
                    token.organization(),
                    token.role(),
                    token.label(),
                    token.digest(),
                    token.createdAt().truncatedTo(ChronoUnit.MILLIS),
                    token.revokedAt()));
        }
    }

    private static final class RevokesAnew extends HandingOnTransaction {
        RevokesAnew(Transaction to) {
            super(to);
        }

        @Override
        public boolean revoke(long organization, long id, Instant at) {
            Optional<AccessToken> found =
                    of(organization).stream().filter(token -> token.id() == id).findFirst();
            found.ifPresent(token -> add(token.revoked(at)));
            return found.isPresent();
        }
    }

    private static final class ForgetsOwners extends HandingOnTransaction {
        ForgetsOwners(Transaction to) {
            super(to);
        }

        @Override
        public void add(AccessToken token) {
            super.add(new AccessToken(
                    token.id(),
                    token.organization(),
                    Optional.empty(),
                    token.role(),
                    token.label(),
                    token.digest(),
                    token.createdAt(),
                    token.expiresAt(),
                    token.revokedAt()));
        }
    }

    private static final class PutsEndsOff extends HandingOnTransaction {
        PutsEndsOff(Transaction to) {
            super(to);
        }

        @Override
        public boolean end(long organization, long id, Instant by) {
            Optional<AccessToken> found = find(organization, id);
            found.ifPresent(token -> add(token.endingAt(by)));
            return found.isPresent();
        }
    }

    /** Tells whoever locks an organization how it was when the transaction began, whatever others have done since. */
    private static final class DoesNotLockOrganizations extends HandingOnStore {
        @Override
        public <T> T write(Function<Transaction, T> work) {
            Transaction before = snapshot();
            return super.write(transaction -> work.apply(new HandingOnTransaction(transaction) {
                @Override
                public List<KnownEvent> events(long organization) {
                    return before.identities().events(organization);
                }
            }));
        }
    }
}
