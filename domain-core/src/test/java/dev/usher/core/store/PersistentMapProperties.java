package dev.usher.core.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** A persistent map behaves as a sorted map does, and every version of it stays as it was. */
class PersistentMapProperties {

    /** Puts when the value is at least zero, removes otherwise. */
    private record Step(int key, int value) {}

    @Property(tries = 300)
    void everyVersionHoldsWhatASortedMapHeldThen(@ForAll("steps") List<Step> steps) {
        List<PersistentMap<Integer, Integer>> versions = new ArrayList<>();
        List<TreeMap<Integer, Integer>> models = new ArrayList<>();
        PersistentMap<Integer, Integer> map = PersistentMap.empty();
        TreeMap<Integer, Integer> model = new TreeMap<>();
        for (Step step : steps) {
            if (step.value() >= 0) {
                map = map.put(step.key(), step.value());
                model.put(step.key(), step.value());
            } else {
                map = map.remove(step.key());
                model.remove(step.key());
            }
            versions.add(map);
            models.add(new TreeMap<>(model));
        }
        for (int version = 0; version < versions.size(); version++) {
            assertThat(entries(versions.get(version)))
                    .isEqualTo(List.copyOf(models.get(version).entrySet()));
            assertThat(versions.get(version).isEmpty())
                    .isEqualTo(models.get(version).isEmpty());
        }
        for (int key = -1; key <= 21; key++) {
            assertThat(map.get(key).stream().toList())
                    .isEqualTo(model.containsKey(key) ? List.of(model.get(key)) : List.of());
        }
    }

    @Property(tries = 300)
    void aVisitBeginsWhereItIsToldAndStopsWhenItIsTold(
            @ForAll("steps") List<Step> steps,
            @ForAll @IntRange(min = -1, max = 21) int least,
            @ForAll @IntRange(min = 1, max = 6) int most) {
        PersistentMap<Integer, Integer> map = PersistentMap.empty();
        TreeMap<Integer, Integer> model = new TreeMap<>();
        for (Step step : steps) {
            map = map.put(step.key(), step.value());
            model.put(step.key(), step.value());
        }
        List<Integer> visited = new ArrayList<>();
        map.visitFrom(least, (key, value) -> {
            visited.add(key);
            return visited.size() < most;
        });
        assertThat(visited)
                .isEqualTo(
                        model.tailMap(least, true).keySet().stream().limit(most).toList());
    }

    @Example
    void aHundredThousandKeysInOrderStayBalanced() {
        PersistentMap<Long, Long> map = PersistentMap.empty();
        for (long key = 0; key < 100_000; key++) {
            map = map.put(key, -key);
        }
        assertThat(map.get(99_999L)).contains(-99_999L);
        for (long key = 0; key < 99_999; key++) {
            map = map.remove(key);
        }
        assertThat(map.get(99_998L)).isEmpty();
        assertThat(map.isEmpty()).isFalse();
        assertThat(map.remove(99_999L).isEmpty()).isTrue();
    }

    @Example
    void removingAnUnknownKeyGivesTheSameMap() {
        PersistentMap<Integer, Integer> map =
                PersistentMap.<Integer, Integer>empty().put(1, 1);
        assertThat(map.remove(2)).isSameAs(map);
    }

    private static List<Map.Entry<Integer, Integer>> entries(PersistentMap<Integer, Integer> map) {
        List<Map.Entry<Integer, Integer>> entries = new ArrayList<>();
        map.visit((key, value) -> entries.add(Map.entry(key, value)));
        return entries;
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 20),
                        Arbitraries.integers().between(-3, 5))
                .as(Step::new)
                .list()
                .ofMaxSize(60);
    }
}
