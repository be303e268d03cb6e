package dev.usher.core.listing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** A page of several lists together is the page of all their items, sorted. */
class MergedListProperties {

    @Property(tries = 300)
    void aPageIsThatOfAllItemsSorted(
            @ForAll @Size(min = 1, max = 4) List<@Size(max = 130) List<@IntRange(max = 50) Integer>> lists,
            @ForAll @IntRange(min = 1, max = 8) int number,
            @ForAll @IntRange(min = 1, max = 50) int size) {
        PageRequest wanted = new PageRequest(number, size);
        List<Integer> all = lists.stream().flatMap(List::stream).sorted().toList();
        Page<Integer> page = MergedList.page(
                lists.stream().map(MergedListProperties::paged).toList(), Comparator.<Integer>naturalOrder(), wanted);
        assertThat(page.total()).isEqualTo(all.size());
        assertThat(page.request()).isEqualTo(wanted);
        assertThat(page.items())
                .isEqualTo(all.stream().skip(wanted.offset()).limit(size).toList());
    }

    private static Function<PageRequest, Page<Integer>> paged(List<Integer> list) {
        List<Integer> sorted = list.stream().sorted().toList();
        return asked -> new Page<>(
                IntStream.range(0, sorted.size())
                        .skip(asked.offset())
                        .limit(asked.size())
                        .mapToObj(sorted::get)
                        .toList(),
                sorted.size(),
                asked);
    }
}
