package dev.usher.conformance;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every arrow is proven on a small model of the house: it catches each fault there, and nothing innocent. */
class ArchitectureControlTest {
    private static final String ROOT = "dev.usher.conformance.architecture.violations";

    private static final JavaClasses MODEL = new ClassFileImporter().importPackages(ROOT);

    private static final String CYCLES = "concepts-are-free-of-cycles";

    /** Arrow -> the classes of the model that break it. Whoever is not named is innocent of it. */
    private static final Map<String, Set<String>> FAULTS = Map.ofEntries(
            entry("core-knows-only-java-and-itself", Set.of("core.event.SeesGuice", "core.event.SeesContracts")),
            entry(
                    "time-identity-and-chance-come-in",
                    Set.of(
                            "core.event.AsksInstantNow",
                            "core.event.AsksZonedNowByReference",
                            "core.event.AsksClock",
                            "core.event.AsksInstantSource",
                            "core.event.AsksMillis",
                            "core.event.AsksNanos",
                            "core.event.AsksZone",
                            "core.event.AsksLocale",
                            "core.event.MakesUuid",
                            "core.event.MakesRandom",
                            "core.event.MakesSecureRandom",
                            "core.event.CallsMathRandom")),
            entry(CYCLES, Set.of("core.order.SeesEvent", "core.event.SeesOrder")),
            entry(
                    "floors-look-down",
                    Set.of(
                            "core.rule.SeesConcept",
                            "core.event.SeesStore",
                            "core.event.SeesService",
                            "core.event.SeesEngine",
                            "core.store.SeesService",
                            "core.store.SeesAdapter",
                            "core.service.SeesAdapter")),
            entry(
                    "money-is-never-floating",
                    Set.of(
                            "core.money.DoubleField",
                            "core.money.FloatParameter",
                            "core.statistics.DoubleResult",
                            "core.statistics.BoxedComponent",
                            "core.statistics.DoubleArray")),
            entry(
                    "names-say-something",
                    Set.of(
                            "core.event.EventUtils",
                            "core.event.EventHelper",
                            "core.event.EventManager",
                            "core.event.EventImpl",
                            "core.event.DefaultEvent",
                            "core.event.Outer$NestedUtil")),
            entry(
                    "adapters-never-see-each-other",
                    Set.of("adapters.http.SeesPersistence", "adapters.http.sub.SeesProgram")),
            entry(
                    "adapters-show-their-module-only",
                    Set.of("adapters.persistence.ShownStore", "adapters.imports.Endpoint")),
            entry(
                    "only-the-program-creates-an-injector-exits-or-prints",
                    Set.of(
                            "core.event.Prints",
                            "core.event.PrintsTrace",
                            "core.event.Exits",
                            "adapters.http.CreatesInjector",
                            "adapters.http.PrintsErrors",
                            "adapters.http.Halts")),
            entry("nothing-depends-on-the-contracts", Set.of("core.event.SeesContracts")),
            entry("no-java-util-logging", Set.of("adapters.http.Logs")));

    static Stream<Architecture.Arrow> arrows() {
        return new Architecture(ROOT).arrows().stream();
    }

    @Test
    void everyArrowHasItsControl() {
        assertThat(arrows().map(Architecture.Arrow::name)).containsExactlyInAnyOrderElementsOf(FAULTS.keySet());
    }

    @ParameterizedTest
    @MethodSource("arrows")
    void everyArrowCatchesItsFaultsAndNothingElse(Architecture.Arrow arrow) {
        Set<String> caught = arrow.name().equals(CYCLES) ? caughtTogether(arrow) : caughtAlone(arrow);
        assertThat(caught).containsExactlyInAnyOrderElementsOf(FAULTS.get(arrow.name()));
    }

    @Test
    void anArrowWaitsForItsFirstClass() {
        JavaClasses emptied = MODEL.that(DescribedPredicate.alwaysFalse());
        assertThat(arrows()).allSatisfy(arrow -> arrow.check(emptied));
    }

    private static Set<String> caughtAlone(Architecture.Arrow arrow) {
        return MODEL.stream()
                .filter(type -> arrow.isBrokenBy(MODEL.that(describe("is " + type, type::equals))))
                .map(ArchitectureControlTest::shortName)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** A cycle takes two. The faults of the upper floors would make more of them, so only the concepts are looked at. */
    private static Set<String> caughtTogether(Architecture.Arrow arrow) {
        JavaClasses concepts =
                MODEL.that(resideInAnyPackage(ROOT + ".core.rule..", ROOT + ".core.event..", ROOT + ".core.order.."));
        String report = arrow.rule().evaluate(concepts).getFailureReport().toString();
        return concepts.stream()
                .map(ArchitectureControlTest::shortName)
                .filter(name -> report.contains("<" + ROOT + "." + name + "."))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String shortName(JavaClass type) {
        return type.getName().substring(ROOT.length() + 1);
    }
}
