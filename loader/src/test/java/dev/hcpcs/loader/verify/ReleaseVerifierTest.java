package dev.hcpcs.loader.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hcpcs.loader.ReadRelease;
import dev.hcpcs.loader.ReleaseLoader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which files a release is held against. */
class ReleaseVerifierTest {

    private static final Path FIXTURES = Path.of("src/test/resources/dev/hcpcs/loader/verify");

    @TempDir
    private Path folder;
    private Path text;

    @BeforeEach
    void release() throws IOException {
        text = Files.copy(FIXTURES.resolve("sound.txt"), folder.resolve("HCPC2020_JAN_ANWEB.txt"));
    }

    @Test
    void fileAloneIsHeldAgainstTheReportBesideIt() throws IOException {
        Files.copy(FIXTURES.resolve("sound.csv"), folder.resolve("HCPC2020_JAN_ANWEB.csv"));
        Files.copy(FIXTURES.resolve("sound.prn"), folder.resolve("HCPC2020_JAN_Trans_Alpha.prn"));

        assertThat(verify(text).files()).containsExactly("HCPC2020_JAN_ANWEB.txt", "HCPC2020_JAN_Trans_Alpha.prn");
        assertThat(verify(text).notMade()).containsOnlyKeys(Check.TEXT_AGAINST_WORKBOOK);
        assertThat(verify(folder).files()).containsExactly("HCPC2020_JAN_ANWEB.txt", "HCPC2020_JAN_ANWEB.csv",
                "HCPC2020_JAN_Trans_Alpha.prn");
        assertThat(verify(folder).notMade()).isEmpty();
    }

    @Test
    void severalFormatsAreEachComparedWithTheRelease() throws IOException {
        Files.copy(FIXTURES.resolve("values-differ-in-workbook.csv"), folder.resolve("HCPC2020_JAN_ANWEB.csv"));
        Files.writeString(folder.resolve("HCPC2020_JAN_ANWEB.xlsx"), "no workbook");

        Verification verification = verify(folder);

        assertThat(verification.of(Check.DIAGNOSTIC)).singleElement().extracting(Finding::message).asString()
                .contains("cannot be read as a workbook");
        assertThat(verification.of(Check.TEXT_AGAINST_WORKBOOK)).isNotEmpty();
        assertThat(verification.notMade()).doesNotContainKey(Check.TEXT_AGAINST_WORKBOOK);
    }

    @Test
    void reportThatCannotBeReadIsAnError() throws IOException {
        Files.writeString(folder.resolve("HCPC2020_JAN_Trans_Alpha.prn"), "nothing");

        Verification verification = verify(text);

        assertThat(verification.isVerified()).isFalse();
        assertThat(verification.of(Check.DIAGNOSTIC)).singleElement().extracting(Finding::message).asString()
                .startsWith("the transaction report cannot be read: HCPC2020_JAN_Trans_Alpha.prn: is no transaction report");
        assertThat(verification.notMade()).containsKey(Check.ACTION_AGAINST_TRANSACTION_REPORT);
    }

    private static Verification verify(Path path) throws IOException {
        ReadRelease release = ReleaseLoader.strict().read(List.of(path)).releases().get(0);
        return ReleaseVerifier.verify(release, List.of(path));
    }
}
