package dev.hcpcs.lookup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.util.List;
import java.util.TreeSet;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class StatusWordTest {

    private static final int FIRST = -(1 << 29);
    private static final int LAST = (1 << 29) - 1;

    @Property
    void aCodeIsActiveFromItsFirstDayUntilTheDayBeforeItsEnd(@ForAll @IntRange(min = FIRST, max = LAST) int active,
            @ForAll @IntRange(min = FIRST, max = LAST) int terminated, @ForAll @IntRange(min = FIRST, max = LAST) int any) {
        assumeThat(active).isLessThan(terminated);
        long word = StatusWord.activeUntil(active, terminated);
        long open = StatusWord.activeFrom(active);
        TreeSet<Integer> days = new TreeSet<>(List.of(FIRST, active, terminated - 1, terminated, LAST, any));
        if (active > FIRST) {
            days.add(active - 1);
        }
        for (int day : days) {
            assertIs(day < active ? Status.NOT_YET_EFFECTIVE : day < terminated ? Status.ACTIVE : Status.TERMINATED, word, day);
            assertIs(day < active ? Status.NOT_YET_EFFECTIVE : Status.ACTIVE, open, day);
        }
    }

    private static void assertIs(Status expected, long word, int day) {
        assertThat(StatusWord.isOther(word)).isFalse();
        assertThat(StatusWord.on(word, day)).as("on " + day).isEqualTo(expected);
        assertThat(StatusWord.ordinalOn(word, day)).as("on " + day).isEqualTo((byte) expected.ordinal());
    }

    @Property
    void noCodeIsKnownOnAnyDay(@ForAll @IntRange(min = FIRST, max = LAST) int day) {
        for (int each : new int[] {FIRST, day, LAST}) {
            assertIs(Status.UNKNOWN_CODE, StatusWord.UNKNOWN, each);
        }
    }

    @Property
    void ofAnotherLifeTheSegmentsTell(@ForAll @IntRange(min = FIRST, max = LAST) int day) {
        assertThat(StatusWord.isOther(StatusWord.OTHER)).isTrue();
        for (int each : new int[] {FIRST, day, LAST}) {
            assertThat(StatusWord.ordinalOn(StatusWord.OTHER, each)).isEqualTo(StatusWord.ELSEWHERE);
        }
    }

    @Example
    void aDayThatIsTooFarAwayHasNoRoom() {
        assertThat(List.of(FIRST, LAST)).allMatch(StatusWord::isDay);
        for (int far : new int[] {FIRST - 1, LAST + 1, Integer.MIN_VALUE, Integer.MAX_VALUE}) {
            assertThat(StatusWord.isDay(far)).isFalse();
            assertThat(StatusWord.activeFrom(far)).isEqualTo(StatusWord.OTHER);
            assertThat(StatusWord.activeUntil(0, far)).isEqualTo(StatusWord.OTHER);
            assertThat(StatusWord.activeUntil(far, 0)).isEqualTo(StatusWord.OTHER);
        }
    }
}
