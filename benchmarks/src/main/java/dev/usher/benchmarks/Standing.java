package dev.usher.benchmarks;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How the contestants stand in one metric.
 *
 * @param metric what was measured
 * @param samples by contestant, in the order in which they entered; one figure a round
 */
record Standing(Metric metric, Map<String, List<Double>> samples) {

    Optional<Double> median(String contestant) {
        double[] sorted = sorted(contestant);
        int middle = sorted.length / 2;
        return sorted.length == 0
                ? Optional.empty()
                : Optional.of(sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2);
    }

    Optional<Double> least(String contestant) {
        return Arrays.stream(sorted(contestant)).boxed().findFirst();
    }

    Optional<Double> most(String contestant) {
        double[] sorted = sorted(contestant);
        return sorted.length == 0 ? Optional.empty() : Optional.of(sorted[sorted.length - 1]);
    }

    /** How many times as good as the rival Usher is, by medians. */
    Optional<Double> ratio(String rival) {
        return median(Contest.USHER).flatMap(usher -> median(rival).map(other -> metric.ratio(usher, other)));
    }

    private double[] sorted(String contestant) {
        return samples.getOrDefault(contestant, List.of()).stream()
                .mapToDouble(Double::doubleValue)
                .sorted()
                .toArray();
    }
}
