package dev.usher.conformance.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.app.ProgramInProcess;
import dev.usher.app.ServiceInProcess;
import dev.usher.conformance.stores.TemporaryStore;
import dev.usher.core.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who may do what: every route of a running service, asked by everybody, as {@code cases/access.tsv} has it. */
class AccessTableTest {
    private static final Path CASES =
            Path.of(System.getProperty("usher.root", "..")).resolve("conformance-tests/src/test/resources/cases");
    private static final CaseFile FILE = CaseFile.folder(CASES.resolve("access"));
    private static final CaseClock CLOCK = new CaseClock();
    private static final int COLUMNS_BEFORE_ACTORS = 4;

    /** What requests only pass on their way to a route. */
    private static final Set<String> ENTRANCES = Set.of("ANY /v3/*");

    /** What only whoever sits at the machine may do, whom no stored token makes. */
    private static final Set<String> OF_THE_OPERATOR =
            Set.of("POST /usher/v1/inspection", "POST /usher/v1/organizations");

    /** Of what a stranger may not see it says nothing, and is answered all the same. */
    private static final String LIST_OF_WHAT_IS_SEEN = "GET /v3/events";

    private static TemporaryStore place;
    private static ServiceInProcess service;
    private static CaseClient client;
    private static Iterator<House> houses;
    private static House next;

    /**
     * A route of the service, and what each who asks is answered.
     *
     * @param method GET, POST, PUT, PATCH or DELETE
     * @param route as the router has it
     * @param path the same with names in braces, which stand for what is there
     * @param body what is sent; empty for nothing
     * @param statuses the HTTP status by who asks
     */
    record Access(String method, String route, String path, String body, Map<String, String> statuses) {
        boolean isGot() {
            return method.equals("GET");
        }

        boolean isOfDialect() {
            return route.startsWith("/v3/");
        }

        /** The same of an event that is a draft, where it is of one that is published; empty where it is of no event. */
        Optional<Access> ofDraft() {
            String drafted = path.replace("{event}", "{draft}")
                    .replace("{class}", "{draft_class}")
                    .replace("{question}", "{draft_question}");
            return Optional.of(new Access(method, route, drafted, body, statuses))
                    .filter(other -> !drafted.equals(path));
        }

        Access asHead() {
            return new Access("HEAD", route, path, body, statuses);
        }

        @Override
        public String toString() {
            return method + " " + route;
        }
    }

    @BeforeAll
    static void start() throws IOException {
        place = TemporaryStore.Kind.MEMORY.create();
        int runs = (int) table().mapToLong(access -> access.statuses().size() * (access.isGot() ? 2L : 1L))
                        .sum()
                + (int) (3 * got().count());
        try (Store store = ProgramInProcess.open(place.url())) {
            houses = House.inAStreet(store, runs + 1, CaseClock.BEGIN).iterator();
        }
        next = houses.next();
        service = ProgramInProcess.serve(CLOCK, "--store", place.url());
        client = new CaseClient(service.url());
    }

    @AfterAll
    static void stop() {
        service.close();
        place.close();
    }

    static Stream<Access> table() throws IOException {
        List<String> lines = Files.readAllLines(CASES.resolve("access.tsv"));
        String[] names = lines.get(0).split("\t", -1);
        List<Access> table = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split("\t", -1);
            Map<String, String> statuses = new LinkedHashMap<>();
            for (int at = COLUMNS_BEFORE_ACTORS; at < names.length; at++) {
                statuses.put(names[at], cells[at]);
            }
            table.add(new Access(cells[0], cells[1], cells[2], cells[3], statuses));
        }
        return table.stream();
    }

    @Test
    void everyRouteHasARowAndEveryRowARoute() throws IOException {
        Set<String> rows = new TreeSet<>();
        table().forEach(access -> rows.add(access.toString()));
        rows.addAll(ENTRANCES);
        assertThat(rows).isEqualTo(RouterWatchModule.routes());
    }

    @ParameterizedTest
    @MethodSource("table")
    void everybodyIsAnsweredAsTheTableSays(Access access) {
        Map<String, String> answered = new LinkedHashMap<>();
        access.statuses().keySet().forEach(who -> answered.put(who, answer(access, who)));
        assertThat(answered).isEqualTo(access.statuses());
    }

    static Stream<Access> got() throws IOException {
        return table().filter(Access::isGot);
    }

    @ParameterizedTest
    @MethodSource("got")
    void whoMayGetSomethingMayAskForItsHeaders(Access access) {
        everybodyIsAnsweredAsTheTableSays(access.asHead());
    }

    @Test
    void everyRouteSucceedsForTheOwner() throws IOException {
        assertThat(table().filter(access -> !access.statuses().get("owner").startsWith("2")))
                .extracting(Access::toString)
                .containsExactlyInAnyOrderElementsOf(OF_THE_OPERATOR);
    }

    static Stream<Access> gotOfDrafts() throws IOException {
        return got().filter(access -> !access.toString().equals(LIST_OF_WHAT_IS_SEEN))
                .flatMap(access -> access.ofDraft().stream());
    }

    @ParameterizedTest
    @MethodSource("gotOfDrafts")
    void aDraftIsForItsHouseAlone(Access access) {
        assertThat(Map.of("stranger", answer(access, "stranger"), "viewer", answer(access, "viewer")))
                .isEqualTo(Map.of("stranger", "404", "viewer", "200"));
    }

    static Stream<Access> gotOfDialect() throws IOException {
        return got().filter(Access::isOfDialect);
    }

    @ParameterizedTest
    @MethodSource("gotOfDialect")
    void aSlashAtTheEndOfAPathMakesNoDifference(Access access) {
        CaseRun run = run();
        CaseClient.Answer without = run.ask("GET", access.path(), "owner", "");
        CaseClient.Answer with = run.ask("GET", access.path().replaceFirst("(?=[?]|$)", "/"), "owner", "");
        assertThat(without.status()).isEqualTo(200);
        assertThat(TwinAnswer.differences("GET", without, with)).isEmpty();
    }

    /** The status for somebody in a house where nothing has happened but what is given. */
    private static String answer(Access access, String who) {
        return Integer.toString(
                run().ask(access.method(), access.path(), who, access.body()).status());
    }

    private static CaseRun run() {
        House house = next;
        next = houses.next();
        CaseRun run = new CaseRun(FILE.bodies(), client, CLOCK, house, next);
        run.run(FILE.cases().get(0));
        return run;
    }
}
