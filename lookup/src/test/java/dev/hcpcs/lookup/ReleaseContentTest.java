package dev.hcpcs.lookup;

import static dev.hcpcs.lookup.Releases.code;
import static dev.hcpcs.lookup.Releases.release;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What releases hold in common. */
class ReleaseContentTest {

    private final ReleaseContent january = release("2020-JAN", code("A0001").says("gone"), code("A0003").says("same"),
            code("A0004").says("before"), code("A0006").says("same"));
    private final ReleaseContent april = release("2020-APR", code("A0002").says("new"), code("A0003").says("same"),
            code("A0004").says("after"), code("A0006").says("same"), code("A0007").says("new"));

    @Test
    void equalRecordsAreHeldOnce() {
        ReleaseContent shared = april.sharing(january);

        for (String code : List.of("A0003", "A0006", Releases.BYSTANDER)) {
            assertThat(record(shared, code)).as(code).isSameAs(record(january, code)).isNotSameAs(record(april, code));
        }
        for (String code : List.of("A0002", "A0004", "A0007")) {
            assertThat(record(shared, code)).as(code).isSameAs(record(april, code));
        }
    }

    @Test
    void sharingChangesNothingThatIsSaid() {
        assertThat(april.sharing(january)).isEqualTo(april);
        assertThat(january.sharing(april)).isEqualTo(january);
    }

    @Test
    void theOtherReleaseMayEndBefore() {
        ReleaseContent longer = release("2020-APR", code("A0003").says("same"), code("Z0001"), code("Z0002"));

        assertThat(longer.sharing(january)).isEqualTo(longer);
        assertThat(record(longer.sharing(january), "A0003")).isSameAs(record(january, "A0003"));
    }

    private static HcpcsRecord record(ReleaseContent content, String code) {
        return content.find(HcpcsCode.parse(code)).orElseThrow();
    }
}
