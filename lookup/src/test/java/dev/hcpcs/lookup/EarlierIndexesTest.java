package dev.hcpcs.lookup;

import static dev.hcpcs.lookup.Releases.code;
import static dev.hcpcs.lookup.Releases.index;
import static dev.hcpcs.lookup.Releases.release;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class EarlierIndexesTest {

    private static final Quarter JANUARY = Quarter.parse("2020-JAN");
    private static final Quarter APRIL = Quarter.parse("2020-APR");
    private static final Quarter JULY = Quarter.parse("2020-JUL");

    private final HcpcsIndex index = index(release("2020-JAN", code("J9380").says("one")), release("2020-APR", code("JW")),
            release("2020-JUL", code("Q4257").says("two")));

    private static byte[] snapshot(HcpcsIndex index) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        index.write(bytes);
        return bytes.toByteArray();
    }

    @Test
    void anIndexIsMadeOnceAndKept() {
        EarlierIndexes earlier = EarlierIndexes.of(index);

        HcpcsIndex april = earlier.asKnownAt(APRIL);
        assertThat(april.releases()).isEqualTo(index.releases().subList(0, 2));
        assertThat(earlier.asKnownAt(APRIL)).isSameAs(april);
        assertThat(earlier.asKnownAt(JANUARY)).isNotSameAs(april);

        EarlierIndexes.Statistics statistics = earlier.statistics();
        assertThat(statistics.found()).isEqualTo(1);
        assertThat(statistics.made()).isEqualTo(2);
        assertThat(statistics.madeIn()).isGreaterThan(Duration.ZERO);
        assertThat(statistics.evictions()).isZero();
        assertThat(statistics.kept()).isEqualTo(2);
        assertThat(statistics.bytes()).isEqualTo(april.answers().bytes() + earlier.asKnownAt(JANUARY).answers().bytes());
    }

    @Test
    void theNewestReleaseIsTheWholeIndex() {
        EarlierIndexes earlier = EarlierIndexes.of(index);

        assertThat(earlier.asKnownAt(JULY)).isSameAs(index);
        assertThat(earlier.statistics().made()).isZero();
    }

    @Test
    void whatHasNoRoomGoes() {
        EarlierIndexes earlier = EarlierIndexes.of(index, index.asKnownAt(APRIL).answers().bytes() + 1);
        EarlierIndexes withoutRoom = EarlierIndexes.of(index, 0);
        for (int i = 0; i < 10; i++) {
            assertThat(earlier.asKnownAt(JANUARY).releases()).hasSize(1);
            assertThat(earlier.asKnownAt(APRIL).releases()).hasSize(2);
            assertThat(withoutRoom.asKnownAt(APRIL).releases()).hasSize(2);
        }

        assertThat(earlier.statistics().kept()).isEqualTo(1);
        assertThat(earlier.statistics().evictions()).isPositive();
        assertThat(withoutRoom.statistics().kept()).isZero();
        assertThat(withoutRoom.statistics().made()).isEqualTo(10);
    }

    @Test
    void mistakesAreTold() {
        EarlierIndexes earlier = EarlierIndexes.of(index);

        assertThatThrownBy(() -> earlier.asKnownAt(Quarter.parse("2020-OCT"))).isInstanceOf(NoSuchElementException.class)
                .hasMessageContaining("2020-OCT").hasMessageContaining("2020-JAN, 2020-APR, 2020-JUL");
        assertThat(earlier.statistics().kept()).isZero();
        assertThatIllegalArgumentException().isThrownBy(() -> EarlierIndexes.of(index, -1)).withMessageContaining("-1");
    }

    @RepeatedTest(20)
    void ofManyWhoAskAtOnceOneMakesIt() throws Exception {
        EarlierIndexes earlier = EarlierIndexes.of(index);
        int askers = 16;
        CyclicBarrier start = new CyclicBarrier(askers);
        ExecutorService threads = Executors.newFixedThreadPool(askers);
        try {
            List<Future<HcpcsIndex>> answers = new ArrayList<>();
            for (Callable<HcpcsIndex> asker : IntStream.range(0, askers).<Callable<HcpcsIndex>>mapToObj(i -> () -> {
                start.await();
                return earlier.asKnownAt(i % 2 == 0 ? JANUARY : APRIL);
            }).toList()) {
                answers.add(threads.submit(asker));
            }
            for (int i = 0; i < askers; i++) {
                assertThat(answers.get(i).get()).isSameAs(answers.get(i % 2).get());
            }
        } finally {
            threads.shutdown();
        }
        assertThat(earlier.statistics().made()).isEqualTo(2);
        assertThat(earlier.statistics().found()).isEqualTo(askers - 2);
    }

    /** The same bytes as a snapshot, which holds every answer. */
    @Property(tries = 200, shrinking = ShrinkingMode.BOUNDED)
    void itIsTheIndexOfThoseReleasesAlone(@ForAll("releases") List<ReleaseContent> releases) throws IOException {
        EarlierIndexes earlier = EarlierIndexes.of(HcpcsIndex.of(releases));
        for (int known = releases.size(); known > 0; known--) {
            assertThat(snapshot(earlier.asKnownAt(releases.get(known - 1).release().quarter())))
                    .isEqualTo(snapshot(HcpcsIndex.of(releases.subList(0, known))));
        }
    }

    @Provide
    Arbitrary<List<ReleaseContent>> releases() {
        return ReleaseSequences.releases();
    }
}
