package dev.hcpcs.loader.cli;

import static dev.hcpcs.loader.cli.CommandLineRun.hcpcs;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hcpcs.lookup.HcpcsCode;
import dev.hcpcs.lookup.HcpcsIndex;
import dev.hcpcs.lookup.HcpcsRecord;
import dev.hcpcs.lookup.Quarter;
import dev.hcpcs.lookup.Release;
import dev.hcpcs.lookup.ReleaseContent;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code hcpcs replacements} as its users run it. */
class ReplacementsTest {

    @TempDir
    private Path folder;

    private static HcpcsRecord record(String code, String lastDay, String... references) {
        return HcpcsRecord.builder(HcpcsCode.parse(code)).shortDescription("Thing " + code)
                .addedDate(Optional.of(LocalDate.of(2010, 1, 1)))
                .terminationDate(Optional.ofNullable(lastDay).map(LocalDate::parse)).crossReferences(List.of(references)).build();
    }

    private Path snapshot() throws IOException {
        Path file = folder.resolve("chains.snapshot");
        try (OutputStream out = Files.newOutputStream(file)) {
            HcpcsIndex.of(List.of(new ReleaseContent(new Release(Quarter.parse("2020-JAN"), "a.txt", "0".repeat(64)), List.of(
                    record("A1000", "2015-12-31", "A2000", "99494", "NONE", "A9999", "A3000", "A4000"),
                    record("A2000", "2016-12-31", "A5000", "A1000"),
                    record("A3000", "2017-12-31", "A2000"),
                    record("A4000", "2017-12-31"),
                    record("A5000", null))))).write(out);
        }
        return file;
    }

    @Test
    void theTreeTellsEachWay() throws IOException {
        CommandLineRun run = hcpcs("replacements", "a1000", "--on", "2020-02-01", "--data", snapshot());

        assertThat(run.out().lines()).containsExactly(
                "A1000 on 2020-02-01: TERMINATED after 2015-12-31: Thing A1000",
                "  -> A2000: TERMINATED after 2016-12-31: Thing A2000",
                "    -> A5000: ACTIVE: Thing A5000",
                "    -> A1000: TERMINATED after 2015-12-31: Thing A1000 (leads back to itself)",
                "  -> 99494: NOT_LEVEL_II (a CPT or dental code, which CMS's releases never carry)",
                "  -> NONE: INVALID_CODE (the text is no code)",
                "  -> A9999: UNKNOWN_CODE (no loaded release carries it)",
                "  -> A3000: TERMINATED after 2017-12-31: Thing A3000",
                "    -> A2000: TERMINATED after 2016-12-31: Thing A2000 (see above)",
                "  -> A4000: TERMINATED after 2017-12-31: Thing A4000 (refers to no other code)",
                "",
                "Active on 2020-02-01: A5000");
        assertThat(run.exit()).isZero();
        assertThat(run.err()).isEmpty();
    }

    @Test
    void theDateDecides() throws IOException {
        CommandLineRun before = hcpcs("replacements", "A1000", "--on", "2015-12-31", "--data", snapshot());
        CommandLineRun between = hcpcs("replacements", "A1000", "--on", "2016-12-31", "--data", snapshot());

        assertThat(before.out()).isEqualToNormalizingNewlines(
                "A1000 on 2015-12-31: ACTIVE: Thing A1000\n\nA1000 needs no replacement: it is active\n");
        assertThat(before.exit()).isZero();
        assertThat(between.out()).endsWith("Active on 2016-12-31: A2000, A3000, A4000" + System.lineSeparator());
    }

    @Test
    void noReplacementIsANegativeAnswer() throws IOException {
        CommandLineRun none = hcpcs("replacements", "A4000", "--on", "2020-02-01", "--data", snapshot());

        assertThat(none.out()).contains("No replacement is known that was active on 2020-02-01");
        assertThat(none.exit()).isEqualTo(1);
        assertThat(hcpcs("replacements", "A9999", "--on", "2020-02-01", "--data", snapshot()).exit()).isEqualTo(1);
        assertThat(hcpcs("replacements", "99494").exit()).isEqualTo(1);
        assertThat(hcpcs("replacements", "nonsense").exit()).isEqualTo(2);
    }

    @Test
    void jsonNestsAsTheReferencesDo() throws IOException {
        JsonNode json = JsonMapper.shared().readTree(
                hcpcs("replacements", "A1000", "--on", "2020-02-01", "--format", "json", "--data", snapshot()).out());

        assertThat(json.get("status").asString()).isEqualTo("TERMINATED");
        assertThat(json.has("end")).isFalse();
        assertThat(json.at("/references/0/references/0/reference").asString()).isEqualTo("A5000");
        assertThat(json.get("references").valueStream().map(node -> node.path("end").asString("")))
                .containsExactly("", "NOT_LEVEL_II", "NO_CODE", "UNKNOWN_CODE", "", "NO_REFERENCES");
        assertThat(json.at("/active").valueStream().map(JsonNode::asString)).containsExactly("A5000");
    }
}
