package dev.hcpcs.loader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** CMS's own releases; what is right and wrong with each is {@code RealVerificationTest}'s. */
class RealReleasesTest {

    @BeforeEach
    void onlyWithRealReleases() {
        RealReleases.assumePresent();
    }

    @Test
    void wholeFolderLoadsEachReleaseOnce() throws IOException {
        LoadedReleases loaded = ReleaseLoader.lenient().load(RealReleases.cms("."));

        assertThat(loaded.releases()).extracting(content -> content.release().quarter().toString(),
                content -> content.records().size()).containsExactly(
                        tuple("2012-JAN", 5821), tuple("2016-JAN", 6293),
                        tuple("2017-JAN", 6498), tuple("2019-JAN", 6800),
                        tuple("2020-APR", 7097), tuple("2020-JUL", 7158),
                        tuple("2020-OCT", 7196), tuple("2025-OCT", 8846));
        assertThat(loaded.diagnostics()).extracting(Diagnostic::code).containsOnly("TP");
    }
}
