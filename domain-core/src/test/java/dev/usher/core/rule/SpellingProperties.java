package dev.usher.core.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;

/** Levenshtein's distance is a metric, and a slip of the finger is forgiven. */
class SpellingProperties {
    private static final List<String> KNOWN = List.of("http.port", "http.host", "store.url", "timeline.memory");

    @Property
    void distanceIsZeroForEqualNamesOnly(
            @ForAll @StringLength(max = 8) String one, @ForAll @StringLength(max = 8) String other) {
        assertThat(Spelling.distance(one, other) == 0).isEqualTo(one.equals(other));
    }

    @Property
    void distanceIsTheSameBothWays(
            @ForAll @StringLength(max = 12) String one, @ForAll @StringLength(max = 12) String other) {
        assertThat(Spelling.distance(one, other)).isEqualTo(Spelling.distance(other, one));
    }

    @Property
    void noDetourIsShorter(
            @ForAll @AlphaChars @StringLength(max = 8) String one,
            @ForAll @AlphaChars @StringLength(max = 8) String other,
            @ForAll @AlphaChars @StringLength(max = 8) String between) {
        assertThat(Spelling.distance(one, other))
                .isLessThanOrEqualTo(Spelling.distance(one, between) + Spelling.distance(between, other));
    }

    @Property
    void aNameWithOneLetterChangedIsRecognised(@ForAll int name, @ForAll int place, @ForAll char letter) {
        String meant = KNOWN.get(Math.floorMod(name, KNOWN.size()));
        StringBuilder written = new StringBuilder(meant);
        // Past the first five letters http.host and http.port differ in two.
        written.setCharAt(Math.floorMod(place, 5), letter);

        assertThat(Spelling.closest(written.toString(), KNOWN)).contains(meant);
    }
}
