package dev.usher.core.statistics;

import static dev.usher.core.statistics.OperationKind.ACTIVATED;
import static dev.usher.core.statistics.OperationKind.ACTIVATED_MANUALLY;
import static dev.usher.core.statistics.OperationKind.ACTIVATED_OFFLINE;
import static dev.usher.core.statistics.OperationKind.CONTROLLED;
import static dev.usher.core.statistics.OperationKind.CONTROL_REVERTED;
import static dev.usher.core.statistics.OperationKind.DEACTIVATED;
import static dev.usher.core.statistics.OperationKind.DELETED;
import static dev.usher.core.statistics.OperationKind.DOWNLOADED;
import static dev.usher.core.statistics.OperationKind.ISSUED;
import static dev.usher.core.statistics.OperationKind.LOGGED_OFF;
import static dev.usher.core.statistics.OperationKind.TRANSFER_ACCEPTED;
import static dev.usher.core.statistics.OperationKind.TRANSFER_CANCELLED;
import static dev.usher.core.statistics.OperationKind.TRANSFER_STARTED;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every operation does and what every counter counts, one example each; the tickets are of one evening. */
class StatisticsSemanticsTest {

    @Test
    void anEmptyLogCountsNothingAndWasNeverUpdated() {
        assertThat(now()).isEqualTo(TicketStatistics.NONE);
        assertThat(now().updatedAt()).isEmpty();
    }

    @Test
    void anIssuedTicketIsValidAndNothingElseYet() {
        TicketStatistics all = now(at("18:00", "a", ISSUED));
        assertThat(all.total()).isEqualTo(1);
        assertThat(all.valid()).isEqualTo(1);
        assertThat(all.deleted()).isZero();
        assertThat(all.neverDownloaded()).isEqualTo(1);
        assertThat(all.notDownloaded()).isEqualTo(1);
        assertThat(all.notActivated()).isEqualTo(1);
        assertThat(all.neverTransferred()).isEqualTo(1);
        assertThat(all.updatedAt()).contains(instant("18:00"));
    }

    @Test
    void aTicketIssuedTwiceIsOneTicket() {
        assertThat(now(at("18:00", "a", ISSUED), at("18:01", "a", ISSUED)).total())
                .isEqualTo(1);
    }

    @Test
    void aDownloadPutsTheTicketOnItsDevice() {
        TicketStatistics all = now(at("18:00", "a", ISSUED), at("18:01", "a", DOWNLOADED, "phone"));
        assertThat(all.downloaded()).isEqualTo(1);
        assertThat(all.notDownloaded()).isZero();
        assertThat(all.neverDownloaded()).isZero();
    }

    @Test
    void aTicketLoggedOffItsOnlyDeviceIsNotDownloadedButWasOnce() {
        TicketStatistics all = now(
                at("18:00", "a", ISSUED), at("18:01", "a", DOWNLOADED, "phone"), at("18:02", "a", LOGGED_OFF, "phone"));
        assertThat(all.downloaded()).isZero();
        assertThat(all.notDownloaded()).isEqualTo(1);
        assertThat(all.neverDownloaded()).isZero();
    }

    @Test
    void aTicketOnTwoDevicesAndLoggedOffOneIsStillDownloaded() {
        TicketOperation[] log = {
            at("18:00", "a", ISSUED),
            at("18:01", "a", DOWNLOADED, "phone"),
            at("18:02", "a", DOWNLOADED, "tablet"),
            at("18:03", "a", LOGGED_OFF, "phone"),
            at("18:04", "a", LOGGED_OFF, "tablet")
        };
        assertThat(asOf("18:03", log).downloaded()).isEqualTo(1);
        assertThat(asOf("18:04", log).downloaded()).isZero();
    }

    @Test
    void loggingOffAnotherDeviceChangesNothing() {
        assertThat(now(
                                at("18:00", "a", ISSUED),
                                at("18:01", "a", DOWNLOADED, "phone"),
                                at("18:02", "a", LOGGED_OFF, "tablet"))
                        .downloaded())
                .isEqualTo(1);
    }

    @Test
    void theUnknownDeviceIsADeviceLikeAnyOther() {
        TicketOperation[] log = {
            at("18:00", "a", ISSUED),
            at("18:01", "a", DOWNLOADED, ""),
            at("18:02", "a", LOGGED_OFF, "phone"),
            at("18:03", "a", LOGGED_OFF, "")
        };
        assertThat(asOf("18:02", log).downloaded()).isEqualTo(1);
        assertThat(asOf("18:03", log).downloaded()).isZero();
    }

    @Test
    void aTransferIsPendingFromItsStartUntilItIsAcceptedOrCancelled() {
        TicketOperation[] log = {
            at("18:00", "a", ISSUED),
            at("18:01", "a", TRANSFER_STARTED),
            at("18:02", "a", TRANSFER_CANCELLED),
            at("18:03", "a", TRANSFER_STARTED),
            at("18:04", "a", TRANSFER_ACCEPTED)
        };
        assertThat(asOf("18:01", log).pendingTransfer()).isEqualTo(1);
        assertThat(asOf("18:02", log).pendingTransfer()).isZero();
        assertThat(asOf("18:02", log).transfers()).isZero();
        assertThat(asOf("18:03", log).pendingTransfer()).isEqualTo(1);
        assertThat(asOf("18:04", log).pendingTransfer()).isZero();
        assertThat(asOf("18:04", log).transferredOnce()).isEqualTo(1);
    }

    @Test
    void aTransferAcceptedWithoutAKnownStartCounts() {
        TicketStatistics all = now(at("18:00", "a", ISSUED), at("18:01", "a", TRANSFER_ACCEPTED));
        assertThat(all.transferredOnce()).isEqualTo(1);
        assertThat(all.neverTransferred()).isZero();
        assertThat(all.transfers()).isEqualTo(1);
    }

    @Test
    void aTransferTakesATicketOffNoDevice() {
        assertThat(now(
                                at("18:00", "a", ISSUED),
                                at("18:01", "a", DOWNLOADED, "phone"),
                                at("18:02", "a", TRANSFER_ACCEPTED))
                        .downloaded())
                .isEqualTo(1);
    }

    @Test
    void ticketsStandInTheRowOfTheirAcceptedTransfersAndFourOrMoreShareOne() {
        TicketOperation[] log = {
            at("18:00", "a", ISSUED),
            at("18:01", "a", TRANSFER_ACCEPTED),
            at("18:02", "a", TRANSFER_ACCEPTED),
            at("18:03", "a", TRANSFER_ACCEPTED),
            at("18:04", "a", TRANSFER_ACCEPTED),
            at("18:05", "a", TRANSFER_ACCEPTED)
        };
        assertThat(asOf("18:00", log).neverTransferred()).isEqualTo(1);
        assertThat(asOf("18:01", log).transferredOnce()).isEqualTo(1);
        assertThat(asOf("18:02", log).transferredTwice()).isEqualTo(1);
        assertThat(asOf("18:03", log).transferredThreeTimes()).isEqualTo(1);
        assertThat(asOf("18:04", log).transferredFourTimesOrMore()).isEqualTo(1);
        assertThat(asOf("18:05", log).transferredFourTimesOrMore()).isEqualTo(1);
        assertThat(asOf("18:05", log).transfers()).isEqualTo(5);
    }

    @Test
    void eachWayOfActivatingHasItsCounter() {
        TicketStatistics all = now(
                at("18:00", "a", ISSUED),
                at("18:01", "a", ACTIVATED),
                at("18:00", "b", ISSUED),
                at("18:01", "b", ACTIVATED_OFFLINE),
                at("18:00", "c", ISSUED),
                at("18:01", "c", ACTIVATED_MANUALLY),
                at("18:00", "d", ISSUED));
        assertThat(all.activated()).isEqualTo(3);
        assertThat(all.activatedOffline()).isEqualTo(1);
        assertThat(all.activatedManually()).isEqualTo(1);
        assertThat(all.notActivated()).isEqualTo(1);
    }

    @Test
    void theFirstActivationDecidesTheMode() {
        for (OperationKind later : List.of(ACTIVATED, ACTIVATED_OFFLINE, ACTIVATED_MANUALLY)) {
            TicketStatistics offline =
                    now(at("18:00", "a", ISSUED), at("18:01", "a", ACTIVATED_OFFLINE), at("18:02", "a", later));
            assertThat(offline.activatedOffline()).as("offline, then %s", later).isEqualTo(1);
            assertThat(offline.activatedManually()).isZero();
            TicketStatistics online =
                    now(at("18:00", "a", ISSUED), at("18:01", "a", ACTIVATED), at("18:02", "a", later));
            assertThat(online.activated()).as("online, then %s", later).isEqualTo(1);
            assertThat(online.activatedOffline() + online.activatedManually()).isZero();
        }
    }

    @Test
    void afterADeactivationTheNextActivationDecidesAnew() {
        TicketOperation[] log = {
            at("18:00", "a", ISSUED),
            at("18:01", "a", ACTIVATED_OFFLINE),
            at("18:02", "a", DEACTIVATED),
            at("18:03", "a", ACTIVATED_MANUALLY)
        };
        assertThat(asOf("18:02", log).activated()).isZero();
        assertThat(asOf("18:02", log).notActivated()).isEqualTo(1);
        assertThat(asOf("18:03", log).activatedOffline()).isZero();
        assertThat(asOf("18:03", log).activatedManually()).isEqualTo(1);
    }

    @Test
    void aScannedTicketIsInsideUntilTheScanIsTakenBack() {
        TicketOperation[] log = {
            at("18:00", "a", ISSUED),
            at("18:01", "a", CONTROLLED),
            at("18:02", "a", CONTROL_REVERTED),
            at("18:03", "a", CONTROLLED)
        };
        assertThat(asOf("18:01", log).controlled()).isEqualTo(1);
        assertThat(asOf("18:02", log).controlled()).isZero();
        assertThat(asOf("18:03", log).controlled()).isEqualTo(1);
    }

    @Test
    void aDeletedTicketCountsEverywhereButAsValidPendingOrNotActivated() {
        TicketStatistics all = now(
                at("18:00", "a", ISSUED),
                at("18:01", "a", DOWNLOADED, "phone"),
                at("18:02", "a", TRANSFER_ACCEPTED),
                at("18:03", "a", TRANSFER_STARTED),
                at("18:04", "a", CONTROLLED),
                at("18:05", "a", DELETED));
        assertThat(all.total()).isEqualTo(1);
        assertThat(all.deleted()).isEqualTo(1);
        assertThat(all.valid()).isZero();
        assertThat(all.pendingTransfer()).isZero();
        assertThat(all.notActivated()).isZero();
        assertThat(all.downloaded()).as("a deletion takes it off no device").isEqualTo(1);
        assertThat(all.transferredOnce()).isEqualTo(1);
        assertThat(all.controlled()).isEqualTo(1);
    }

    @Test
    void aDeletedActivatedTicketIsStillActivated() {
        assertThat(now(at("18:00", "a", ISSUED), at("18:01", "a", ACTIVATED), at("18:02", "a", DELETED))
                        .activated())
                .isEqualTo(1);
    }

    @Test
    void deletedIsForGood() {
        assertThat(now(at("18:00", "a", ISSUED), at("18:01", "a", DELETED), at("18:02", "a", ISSUED))
                        .valid())
                .isZero();
    }

    @Test
    void operationsAtOneInstantApplyInTheOrderOfTheTable() {
        TicketStatistics all = now(
                at("18:00", "a", DELETED),
                at("18:00", "a", CONTROL_REVERTED),
                at("18:00", "a", CONTROLLED),
                at("18:00", "a", DEACTIVATED),
                at("18:00", "a", ACTIVATED),
                at("18:00", "a", TRANSFER_CANCELLED),
                at("18:00", "a", TRANSFER_STARTED),
                at("18:00", "a", LOGGED_OFF, "phone"),
                at("18:00", "a", DOWNLOADED, "phone"),
                at("18:00", "a", ISSUED));
        assertThat(all.total()).isEqualTo(1);
        assertThat(all.downloaded()).as("downloaded, then logged off").isZero();
        assertThat(all.neverDownloaded()).isZero();
        assertThat(all.pendingTransfer()).as("started, then cancelled").isZero();
        assertThat(all.activated()).as("activated, then deactivated").isZero();
        assertThat(all.controlled()).as("controlled, then reverted").isZero();
        assertThat(all.deleted()).isEqualTo(1);
    }

    @Test
    void ofActivationsAtOneInstantTheOnlineOneComesFirst() {
        TicketStatistics all = now(
                at("18:00", "a", ISSUED),
                at("18:01", "a", ACTIVATED_MANUALLY),
                at("18:01", "a", ACTIVATED_OFFLINE),
                at("18:01", "a", ACTIVATED));
        assertThat(all.activated()).isEqualTo(1);
        assertThat(all.activatedOffline()).isZero();
        assertThat(all.activatedManually()).isZero();
    }

    @Test
    void operationsKnownBeforeTheTicketIsIssuedCountFromThenOn() {
        TicketOperation[] log = {
            at("17:00", "a", DOWNLOADED, "phone"),
            at("17:01", "a", TRANSFER_STARTED),
            at("17:02", "a", ACTIVATED_OFFLINE),
            at("17:03", "a", CONTROLLED),
            at("18:00", "a", ISSUED)
        };
        assertThat(asOf("17:59", log).total()).isZero();
        assertThat(asOf("17:59", log).controlled()).isZero();
        TicketStatistics all = asOf("18:00", log);
        assertThat(all.downloaded()).isEqualTo(1);
        assertThat(all.pendingTransfer()).isEqualTo(1);
        assertThat(all.activatedOffline()).isEqualTo(1);
        assertThat(all.controlled()).isEqualTo(1);
    }

    @Test
    void fiveTransfersBeforeTheTicketIsIssuedAllCountFromThenOn() {
        TicketOperation[] log = {
            at("17:01", "a", TRANSFER_ACCEPTED),
            at("17:02", "a", TRANSFER_ACCEPTED),
            at("17:03", "a", TRANSFER_ACCEPTED),
            at("17:04", "a", TRANSFER_ACCEPTED),
            at("17:05", "a", TRANSFER_ACCEPTED),
            at("18:00", "a", ISSUED)
        };
        assertThat(asOf("17:59", log).transfers()).isZero();
        assertThat(asOf("18:00", log).transfers()).isEqualTo(5);
        assertThat(asOf("18:00", log).transferredFourTimesOrMore()).isEqualTo(1);
    }

    @Test
    void anEventIsUpdatedEvenByATicketThatWasNeverIssued() {
        TicketStatistics all = now(at("18:00", "a", CONTROLLED));
        assertThat(all).isEqualTo(TicketStatistics.NONE.updatedAt(instant("18:00")));
    }

    @Test
    void updatedAtIsTheLastInstantUpToTheOneAskedForEvenWhenNoCounterMoved() {
        TicketOperation[] log = {at("18:00", "a", ISSUED), at("18:01", "a", ISSUED), at("18:02", "a", DELETED)};
        assertThat(asOf("17:59", log).updatedAt()).isEmpty();
        assertThat(asOf("18:01", log).updatedAt()).contains(instant("18:01"));
        assertThat(now(log).updatedAt()).contains(instant("18:02"));
    }

    @Test
    void theInstantItselfIsIncludedAndTheMicrosecondBeforeIsNot() {
        Timeline timeline = Timeline.of(Logs.blocks(List.of(List.of(at("18:00", "a", ISSUED)))));
        assertThat(timeline.at(instant("18:00")).total()).isEqualTo(1);
        assertThat(timeline.at(instant("18:00").minusNanos(1)).total()).isZero();
    }

    private static TicketStatistics now(TicketOperation... log) {
        return asOf("23:59", log);
    }

    private static TicketStatistics asOf(String time, TicketOperation... log) {
        List<TicketOperation> operations = List.of(log);
        TicketStatistics answer = Timeline.of(Logs.blocks(List.of(operations))).at(instant(time));
        assertThat(BruteForce.at(operations, instant(time))).isEqualTo(answer);
        return answer;
    }

    private static TicketOperation at(String time, String ticket, OperationKind kind) {
        return at(time, ticket, kind, "");
    }

    private static TicketOperation at(String time, String ticket, OperationKind kind, String device) {
        return new TicketOperation(Logs.EVENT, ticket, kind, instant(time), device);
    }

    private static Instant instant(String time) {
        return Instant.parse("2025-05-21T" + time + ":00Z");
    }
}
