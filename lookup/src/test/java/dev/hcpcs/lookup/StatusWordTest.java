package dev.hcpcs.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class StatusWordTest {

    private static final int ACTIVE = 0;
    private static final int TERMINATED = 1;
    private static final int NOT_YET = 4;

    @Property
    void saysWhatAMapOfStartsSays(@ForAll @Size(min = 1, max = 3) List<@IntRange(max = 5) Integer> statuses,
            @ForAll @IntRange(min = -60_000_000, max = 60_000_000) int start, @ForAll @IntRange(min = 1, max = 1000) int length) {
        SortedMap<Integer, Integer> starts = new TreeMap<>();
        long word = StatusWord.always(statuses.get(0));
        starts.put(Integer.MIN_VALUE, statuses.get(0));
        for (int i = 1; i < statuses.size(); i++) {
            int day = start + (i - 1) * length;
            word = StatusWord.change(word, day, statuses.get(i));
            starts.put(day, statuses.get(i));
        }
        for (int day : List.of(start - 1, start, start + 1, start + length - 1, start + length, start + length + 1)) {
            assertThat(StatusWord.on(word, day)).isEqualTo(starts.get(starts.headMap(day + 1).lastKey()));
        }
    }

    @Example
    void aThirdChangeHasNoRoom() {
        long word = StatusWord.change(StatusWord.change(StatusWord.always(NOT_YET), 10, ACTIVE), 20, TERMINATED);
        assertThat(StatusWord.on(word, 15)).isEqualTo(ACTIVE);

        long longer = StatusWord.change(word, 30, ACTIVE);

        assertThat(List.of(5, 15, 25, 35)).allMatch(day -> StatusWord.on(longer, day) == StatusWord.LONGER);
        assertThat(StatusWord.change(longer, 40, TERMINATED)).isEqualTo(longer);
    }

    @Example
    void aDayThatIsTooFarAwayHasNoRoom() {
        int first = -(1 << 26);
        int last = (1 << 26) - 2;
        assertThat(List.of(first, last)).allMatch(StatusWord::isDay);
        assertThat(List.of(first - 1, last + 1, Integer.MIN_VALUE, Integer.MAX_VALUE)).noneMatch(StatusWord::isDay);
        long word = StatusWord.always(NOT_YET);
        assertThat(StatusWord.on(StatusWord.change(word, last + 1, ACTIVE), 0)).isEqualTo(StatusWord.LONGER);
        assertThat(StatusWord.on(StatusWord.change(word, last, ACTIVE), last)).isEqualTo(ACTIVE);
        assertThat(StatusWord.on(StatusWord.change(word, last, ACTIVE), last - 1)).isEqualTo(NOT_YET);
        assertThat(StatusWord.on(StatusWord.change(word, first, ACTIVE), first)).isEqualTo(ACTIVE);
        assertThat(StatusWord.on(word, last)).isEqualTo(NOT_YET);
    }
}
