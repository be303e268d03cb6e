package dev.usher.conformance.cases;

import dev.usher.app.ProgramInProcess;
import dev.usher.app.ServiceInProcess;
import dev.usher.conformance.stores.TemporaryStore;
import dev.usher.core.store.Store;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The Eventbrite dialect, case by case, through a real service over every kind of store. */
@ParameterizedClass
@EnumSource(TemporaryStore.Kind.class)
class EventbriteCasesTest {
    private static final CaseFile FILE = CaseFile.folder(Path.of(System.getProperty("usher.root", ".."))
            .resolve("conformance-tests/src/test/resources/cases/eventbrite"));
    private static final CaseClock CLOCK = new CaseClock();

    private static TemporaryStore place;
    private static ServiceInProcess service;
    private static CaseClient client;
    private static Iterator<House> houses;
    private static House next;

    @Parameter
    TemporaryStore.Kind kind;

    @BeforeParameterizedClassInvocation
    static void start(TemporaryStore.Kind kind) {
        place = kind.create();
        try (Store store = ProgramInProcess.open(place.url())) {
            houses = House.inAStreet(store, FILE.cases().size() + 1, CaseClock.BEGIN)
                    .iterator();
        }
        next = houses.next();
        service = ProgramInProcess.serve(CLOCK, "--store", place.url());
        client = new CaseClient(service.url());
    }

    @AfterParameterizedClassInvocation
    static void stop() {
        service.close();
        place.close();
    }

    static List<Case> cases() {
        return FILE.cases();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void itIsAsTheLedgerSays(Case theCase) {
        House house = next;
        next = houses.next();
        new CaseRun(FILE.bodies(), client, CLOCK, house, next).run(theCase);
    }
}
