package dev.usher.conformance.broken;

import static dev.usher.conformance.broken.Fault.fault;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import dev.usher.conformance.NewsContract;
import dev.usher.conformance.StoreContract;
import dev.usher.core.store.MemoryStore;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The contract is worth something only if broken stores fail it: each fault here is found by the tests named for it. */
class ContractKitTest {
    // Where two threads must overlap to show the fault, a busy machine may keep them apart once.
    private static final int TRIES = 5;

    static List<Fault> faults() {
        return Stream.of(
                        BrokenIdentities.FAULTS,
                        BrokenLogs.FAULTS,
                        BrokenTransactions.FAULTS,
                        BrokenNews.FAULTS,
                        BrokenConcepts.FAULTS,
                        BrokenChanges.FAULTS,
                        BrokenListings.FAULTS)
                .flatMap(List::stream)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("faults")
    void aBrokenStoreIsFoundOut(Fault fault) {
        List<String> passed = fault.foundBy().stream()
                .filter(test -> passesEveryTime(test, fault))
                .toList();
        assertThat(passed)
                .as("tests that %s passes, though they should find it", fault)
                .isEmpty();
    }

    @Test
    void anAccidentFindsNothingOut() {
        Fault accident = fault("stumbles", () -> {
            throw new IllegalStateException("stumbled");
        });
        assertThatThrownBy(() -> passes("aTransactionGivesTheResultOfItsWork", accident))
                .hasMessageContaining("broke down")
                .hasRootCauseMessage("stumbled");
        assertThat(passes("aTransactionGivesTheResultOfItsWork", accident.throwing(IllegalStateException.class)))
                .isFalse();
    }

    @Test
    void everyTestOfTheContractCanFail() {
        Set<String> canFail = faults().stream()
                .flatMap(fault -> fault.foundBy().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> all = tests().map(Method::getName).collect(Collectors.toCollection(TreeSet::new));
        assertThat(canFail).isEqualTo(all);
    }

    @Test
    void aSoundStoreThatForgetsWhenItIsClosedFailsNothingButDurability() {
        List<String> failed = tests().map(Method::getName)
                .filter(test -> !passes(test, fault("forgets", MemoryStore::new)))
                .toList();
        assertThat(failed)
                .containsExactlyInAnyOrder(
                        "whatWasCommittedIsThereAfterReopening",
                        "whatWasRolledBackStaysAwayAfterReopening",
                        "numbersGoOnAfterReopening",
                        "aLogGoesOnAfterReopening",
                        "closingLetsRunningWorkFinish");
    }

    @Test
    void aSoundStoreThatSeveralProcessesShareHearsWhatItMust() {
        List<String> failed = Arrays.stream(NewsContract.class.getMethods())
                .filter(method -> method.isAnnotationPresent(Test.class))
                .map(Method::getName)
                .filter(test -> !passes(test, fault("tells", TellingStore.shared(TellingStore::new))))
                .toList();
        assertThat(failed).isEmpty();
    }

    private static boolean passesEveryTime(String test, Fault fault) {
        return Stream.generate(() -> passes(test, fault)).limit(TRIES).allMatch(Boolean::booleanValue);
    }

    private static boolean passes(String test, Fault fault) {
        Method method = tests().filter(candidate -> candidate.getName().equals(test))
                .findFirst()
                .orElseGet(() -> fail("the contract has no test named " + test));
        StoreContract contract = fault.store()::get;
        try {
            method.invoke(contract);
            return true;
        } catch (InvocationTargetException failed) {
            if (!fault.isToldBy(failed.getCause())) {
                throw new AssertionError(test + " broke down where it should have found a fault", failed.getCause());
            }
            return false;
        } catch (IllegalAccessException hidden) {
            throw new AssertionError(hidden);
        }
    }

    private static Stream<Method> tests() {
        return Arrays.stream(StoreContract.class.getMethods()).filter(method -> method.isAnnotationPresent(Test.class));
    }
}
