package dev.hcpcs.loader.cli;

import static dev.hcpcs.loader.cli.CommandLineRun.hcpcs;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hcpcs.loader.RealReleases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code --as-known-at}: the same as giving a command the releases up to that one alone. */
class AsKnownAtTest {

    private static final Path SAMPLES = Path.of("../data-samples/src/main/resources/dev/hcpcs/samples");
    private static final List<Path> UNTIL_2020 =
            List.of(SAMPLES.resolve("HCPC2012_ANWEB.txt"), SAMPLES.resolve("HCPC2020_OCT_ANWEB.txt"));

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"status Q4236 --on 2022-05-05", "show Q4236 --on 2022-05-05", "history Q4236", "status Q4257",
        "status JW --on 2024-01-01 --format json", "show JW --on 2024-01-01 --format json", "history JW --format json",
        "list --on 2024-01-01", "list --on 2024-01-01 --status all --format csv", "list --changed 2000-01-01..2030-01-01",
        "replacements Q2040 --on 2012-06-01", "check ../data-samples/claims.csv --out OUT", "releases --on 2026-01-01",
        "search sq cm --on 2024-01-01", "search sq cm --all-lives --format json", "export --format csv --out OUT",
        "export --format fhir --out OUT"})
    void everyCommandAnswersFromTheEarlierReleasesAlone(String command) throws IOException {
        Path then = folder.resolve("then.csv");
        Path alone = folder.resolve("alone.csv");
        CommandLineRun asKnown = run(command.replace("OUT", then.toString()), List.of("--as-known-at", "2020-oct", "--data", SAMPLES));
        CommandLineRun early = run(command.replace("OUT", alone.toString()),
                Stream.concat(Stream.of("--data"), UNTIL_2020.stream()).toList());
        CommandLineRun now = run(command.replace("OUT", folder.resolve("now.csv").toString()), List.of("--data", SAMPLES));

        assertThat(asKnown.out()).isEqualTo(early.out());
        assertThat(asKnown.exit()).isEqualTo(early.exit()).isLessThan(2);
        if (command.endsWith("OUT")) {
            assertThat(Files.readString(then)).isEqualTo(Files.readString(alone))
                    .isNotEqualTo(Files.readString(folder.resolve("now.csv")));
        } else if (!command.startsWith("replacements")) {
            assertThat(asKnown.out()).isNotEqualTo(now.out());
        }
    }

    private static CommandLineRun run(String command, List<?> more) {
        return hcpcs(Stream.concat(Arrays.stream(command.split(" ")), more.stream()).toArray());
    }

    @Test
    void aQuarterThatIsNotLoadedNamesThoseThatAre() {
        CommandLineRun run = hcpcs("status", "Q4257", "--as-known-at", "2021-JAN");

        assertThat(run.err()).contains("hcpcs: --as-known-at: no release of 2021-JAN is loaded; loaded are [2012-JAN, 2020-OCT,"
                + " 2023-JAN, 2026-JAN]");
        assertThat(run.exit()).isEqualTo(2);
        assertThat(hcpcs("list", "--as-known-at", "2021").err()).contains("'2021' is not a quarter: expected for example 2020-OCT");
        assertThat(hcpcs("releases", "--snapshot", "x", "--as-known-at", "2020-OCT").err()).contains("--as-known-at is for --data");
    }

    @Test
    void realReleasesAnswerAsTheEarlierOnesAlone() throws IOException {
        RealReleases.assumePresent();
        List<Path> eight = RealReleases.eight();
        Path all = snapshot("all", eight);
        Path early = snapshot("early", eight.subList(0, 4));

        for (String day : List.of("2012-06-01", "2018-12-31", "2019-06-01", "2025-11-01")) {
            List<String> list = List.of("list", "--on", day, "--status", "all", "--format", "csv");
            CommandLineRun then = run(String.join(" ", list), List.of("--as-known-at", "2019-JAN", "--data", all));

            assertThat(then.out()).isEqualTo(run(String.join(" ", list), List.of("--data", early)).out());
            assertThat(then.out().lines()).hasSizeGreaterThan(7_000);
        }
    }

    private Path snapshot(String name, List<Path> releases) {
        Path file = folder.resolve(name + ".snapshot");
        List<Object> build = new ArrayList<>(List.of("build", "--out", file));
        build.addAll(releases);
        assertThat(hcpcs(build.toArray()).exit()).isZero();
        return file;
    }
}
