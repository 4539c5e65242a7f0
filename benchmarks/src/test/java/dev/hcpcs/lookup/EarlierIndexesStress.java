package dev.hcpcs.lookup;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;
import org.openjdk.jcstress.infra.results.II_Result;

/** The cache of earlier indexes, asked for one quarter by two threads. */
public class EarlierIndexesStress {

    private static final HcpcsIndex WHOLE = StressedReleases.index(2);

    @JCStressTest
    @Outcome(id = "1, 1, 1", expect = ACCEPTABLE, desc = "One makes it, both get it.")
    @State
    public static class OneMaker {

        private final EarlierIndexes earlier = EarlierIndexes.of(WHOLE);
        private HcpcsIndex first;
        private HcpcsIndex second;

        @Actor
        public void first() {
            first = earlier.asKnownAt(StressedReleases.FIRST);
        }

        @Actor
        public void second() {
            second = earlier.asKnownAt(StressedReleases.FIRST);
        }

        @Arbiter
        public void compare(III_Result result) {
            result.r1 = (int) earlier.statistics().made();
            result.r2 = first == second ? 1 : 0;
            result.r3 = StressedReleases.quarters(first);
        }
    }

    @JCStressTest
    @Outcome(id = "1, 1", expect = ACCEPTABLE, desc = "Each gets a whole one, though none is kept.")
    @State
    public static class NoRoom {

        private final EarlierIndexes earlier = EarlierIndexes.of(WHOLE, 0);

        @Actor
        public void first(II_Result result) {
            result.r1 = StressedReleases.quarters(earlier.asKnownAt(StressedReleases.FIRST));
        }

        @Actor
        public void second(II_Result result) {
            result.r2 = StressedReleases.quarters(earlier.asKnownAt(StressedReleases.FIRST));
        }
    }
}
