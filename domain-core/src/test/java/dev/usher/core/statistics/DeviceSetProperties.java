package dev.usher.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** A device set is a set: empty exactly when all that was added was removed. */
class DeviceSetProperties {
    private enum Kind {
        ADD,
        REMOVE,
        CLEAR
    }

    private record Step(Kind kind, long device) {}

    @Property(tries = 1_000)
    void isEmptyExactlyWhenAPlainSetIs(@ForAll("steps") List<Step> steps) {
        DeviceSet devices = new DeviceSet();
        Set<Long> plain = new HashSet<>();
        for (Step step : steps) {
            switch (step.kind) {
                case ADD -> {
                    devices.add(step.device);
                    plain.add(step.device);
                }
                case REMOVE -> {
                    devices.remove(step.device);
                    plain.remove(step.device);
                }
                case CLEAR -> {
                    devices.clear();
                    plain.clear();
                }
            }
            assertThat(devices.isEmpty()).isEqualTo(plain.isEmpty());
        }
        for (long device : Set.copyOf(plain)) {
            assertThat(devices.isEmpty()).isFalse();
            devices.remove(device);
        }
        assertThat(devices.isEmpty()).isTrue();
    }

    /** Few devices whose places meet, now and then any. */
    @Provide
    Arbitrary<List<Step>> steps() {
        Arbitrary<Kind> kinds =
                Arbitraries.frequency(Tuple.of(10, Kind.ADD), Tuple.of(9, Kind.REMOVE), Tuple.of(1, Kind.CLEAR));
        Arbitrary<Long> devices = Arbitraries.oneOf(
                Arbitraries.longs().between(0, 40).map(device -> device * 8),
                Arbitraries.longs().between(0, 20),
                Arbitraries.longs().greaterOrEqual(0));
        return Combinators.combine(kinds, devices).as(Step::new).list().ofMaxSize(200);
    }
}
