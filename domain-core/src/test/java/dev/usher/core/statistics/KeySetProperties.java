package dev.usher.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The flat set of keys and the set of devices behave as plain sets do. */
class KeySetProperties {
    private record Key(long high, long low) {}

    @Property
    void aKeySetIsASet(@ForAll("keys") List<Key> keys) {
        KeySet set = new KeySet();
        Set<Key> model = new HashSet<>();
        for (Key key : keys) {
            assertThat(set.contains(key.high(), key.low())).isEqualTo(model.contains(key));
            assertThat(set.add(key.high(), key.low())).isEqualTo(model.add(key));
            assertThat(set.size()).isEqualTo(model.size());
        }
        for (Key key : keys) {
            assertThat(set.contains(key.high(), key.low())).isTrue();
            assertThat(set.contains(key.high(), key.low() ^ 0x4000))
                    .isEqualTo(model.contains(new Key(key.high(), key.low() ^ 0x4000)));
        }
        set.clear();
        assertThat(set.size()).isZero();
        keys.forEach(key -> assertThat(set.contains(key.high(), key.low())).isFalse());
    }

    @Example
    void knownNamesRememberEachKeyOnce() {
        KnownNames known = new KnownNames();
        assertThat(known.addTicket(1, 2)).isTrue();
        assertThat(known.addTicket(1, 2)).isFalse();
        assertThat(known.addTicket(2, 1)).isTrue();
        assertThat(known.addDevice(7)).isTrue();
        assertThat(known.addDevice(7)).isFalse();
        assertThat(known.hasTicket(2, 1)).isTrue();
        assertThat(known.hasDevice(7)).isTrue();
        assertThat(known.hasDevice(8)).isFalse();
        assertThat(known.size()).isEqualTo(3);
    }

    @Property(tries = 1_000)
    void aDeviceSetIsASet(@ForAll("steps") List<Long> steps) {
        DeviceSet set = new DeviceSet();
        Set<Long> model = new HashSet<>();
        for (long step : steps) {
            long device = Math.abs(step) - 1;
            if (step > 0) {
                set.add(device);
                model.add(device);
            } else {
                set.remove(device);
                model.remove(device);
            }
            assertThat(set.isEmpty()).isEqualTo(model.isEmpty());
        }
        set.clear();
        assertThat(set.isEmpty()).isTrue();
        set.remove(0);
        assertThat(set.isEmpty()).isTrue();
    }

    /** Many keys share their slot, differ in one half only, or come twice. */
    @Provide
    Arbitrary<List<Key>> keys() {
        Arbitrary<Long> highs = Arbitraries.oneOf(
                Arbitraries.longs().between(1, 40),
                Arbitraries.longs().between(1, 40).map(slot -> slot << 32),
                Arbitraries.longs().filter(high -> high != 0));
        return Combinators.combine(highs, Arbitraries.longs().between(0, 3))
                .as(Key::new)
                .list()
                .ofMaxSize(300);
    }

    /** Positive: add the device one less; negative: remove it. */
    @Provide
    Arbitrary<List<Long>> steps() {
        return Arbitraries.of(1L, 2L, 3L, 4L, -1L, -2L, -3L, -4L).list().ofMaxSize(40);
    }
}
