package dev.usher.benchmarks;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The contestants of one row, timed in turns: round by round each does the job once, and each round begins with another
 * one, so that whatever disturbs the machine disturbs all of them.
 */
public final class Contest implements AutoCloseable {
    /** The name under which Usher itself enters. */
    public static final String USHER = "Usher";

    private final List<Contestant> contestants = new ArrayList<>();
    private final Deque<AutoCloseable> resources = new ArrayDeque<>();

    private record Contestant(String name, int warmUps, int rounds, Trial trial) {}

    /**
     * Enters a contestant.
     *
     * @param name {@link #USHER}, or a rival's name as goals say it
     * @param warmUps how many rounds it runs before its figures count
     * @param rounds how many rounds count; a slow rival may have fewer than others
     */
    public Contest enter(String name, int warmUps, int rounds, Trial trial) {
        contestants.add(new Contestant(name, warmUps, rounds, trial));
        return this;
    }

    /** Closes something when the contest is over, last in, first out; returns it. */
    public <T extends AutoCloseable> T closing(T resource) {
        resources.push(resource);
        return resource;
    }

    /** Runs all rounds. */
    List<Standing> run(List<Metric> metrics) throws Exception {
        Map<String, Map<String, List<Double>>> samples = new LinkedHashMap<>();
        metrics.forEach(metric -> samples.put(metric.name(), new LinkedHashMap<>()));
        int most = contestants.stream()
                .mapToInt(contestant -> contestant.warmUps() + contestant.rounds())
                .max()
                .orElse(0);
        for (int round = 0; round < most; round++) {
            for (int turn = 0; turn < contestants.size(); turn++) {
                run(contestants.get((round + turn) % contestants.size()), round, samples);
            }
        }
        return metrics.stream()
                .map(metric -> new Standing(metric, inOrder(samples.getOrDefault(metric.name(), Map.of()))))
                .toList();
    }

    private static void run(Contestant contestant, int round, Map<String, Map<String, List<Double>>> samples)
            throws Exception {
        if (round >= contestant.warmUps() + contestant.rounds()) {
            return;
        }
        contestant.trial().run((metric, figure) -> {
            Map<String, List<Double>> byContestant = samples.get(metric);
            if (byContestant == null) {
                throw new IllegalStateException("the row has no metric '" + metric + "'; it has " + samples.keySet());
            }
            if (round >= contestant.warmUps()) {
                byContestant
                        .computeIfAbsent(contestant.name(), first -> new ArrayList<>())
                        .add(figure);
            }
        });
    }

    private Map<String, List<Double>> inOrder(Map<String, List<Double>> byContestant) {
        Map<String, List<Double>> ordered = new LinkedHashMap<>();
        contestants.stream()
                .map(Contestant::name)
                .filter(byContestant::containsKey)
                .forEach(name -> ordered.put(name, byContestant.getOrDefault(name, List.of())));
        return ordered;
    }

    @Override
    public void close() {
        while (!resources.isEmpty()) {
            try {
                resources.pop().close();
            } catch (Exception failure) {
                // The figures stand; what could not be closed ends with the process.
                System.err.println("  cannot be closed: " + failure);
            }
        }
    }
}
