package dev.hcpcs.loader.cli;

import static dev.hcpcs.loader.cli.CommandLineRun.hcpcs;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hcpcs.loader.RealReleases;
import dev.hcpcs.loader.publish.GeneratedRelease;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Lists of codes not otherwise classified and processing notes, as the commands take and show them. */
class CompanionsTest {

    private static final String LIST = "HCPCS  LONG DESCRIPTION  ADD DATE  TERM DATE\n\nA0005  Item, miscellaneous  20100101\n";

    @TempDir
    private Path folder;

    @Test
    void refreshAddsThemWithReleasesAndAlone() throws IOException {
        Path snapshot = folder.resolve("hcpcs.snapshot");
        Path release = GeneratedRelease.write(folder, "2024_JAN", 100, 0);
        Path list = Files.writeString(folder.resolve("NOC codes_JAN2024.txt"), LIST);
        Path notes = Files.writeString(folder.resolve("proc_notes_JAN2024.txt"), "  0001--ASK.  *\n");

        assertThat(refresh(snapshot, release, list).out()).contains(
                "2024-JAN (NOC codes_JAN2024.txt): 1 code not otherwise classified\n\nPUBLISHED  ");
        CommandLineRun alone = refresh(snapshot, notes);
        assertThat(alone.exit()).isZero();
        assertThat(alone.out()).isEqualTo("""
                2024-JAN (proc_notes_JAN2024.txt): 1 processing note

                PUBLISHED  %s: 1 release, 2024-JAN to 2024-JAN, 100 codes and modifiers, and 1 new list of NOC codes or \
                processing notes
                Before, it had 1 release, 2024-JAN to 2024-JAN, 100 codes and modifiers
                """.formatted(snapshot));
        assertThat(refresh(snapshot, release, list, notes).out()).contains("NOTHING TO DO");

        Files.writeString(list, LIST + "A0006  Item, nos  20100101\n");
        JsonNode json = JsonMapper.shared().readTree(hcpcs("refresh", "--snapshot", snapshot, "--format", "json", list).out());
        assertThat(json.get("result").stringValue()).isEqualTo("PUBLISHED");
        assertThat(json.get("companions")).hasSize(1);
        assertThat(json.get("companions").get(0).get("name").stringValue()).isEqualTo("NOC codes_JAN2024.txt");
        assertThat(hcpcs("releases", "--snapshot", snapshot).out()).contains("""

                2024-JAN (NOC codes_JAN2024.txt): 2 codes not otherwise classified
                2024-JAN (proc_notes_JAN2024.txt): 1 processing note
                """);
        JsonNode releases = JsonMapper.shared().readTree(hcpcs("releases", "--snapshot", snapshot, "--format", "json").out());
        assertThat(releases.get("companions")).hasSize(2);
    }

    @Test
    void listsOfCorrectionsAreTold() throws IOException {
        GeneratedRelease.write(folder, "2024_JAN", 100, 0);
        Path corrections = Files.writeString(folder.resolve("HCPC2024_JAN_Corrections.txt"), "CODE ACTION");
        String told = corrections + ": not loaded: a list of corrections, see 'hcpcs corrections'\n";
        Path snapshot = folder.resolve("hcpcs.snapshot");

        assertThat(hcpcs("build", "--out", folder.resolve("built"), folder.resolve("HCPC2024_JAN_ANWEB.txt"), folder).err())
                .contains(told);
        assertThat(hcpcs("refresh", "--snapshot", snapshot, folder).err()).contains(told);
    }

    @Test
    void codesNotOtherwiseClassifiedNeedAListThatWasOutThen() throws IOException {
        Path early = GeneratedRelease.write(folder, "2023_JAN", 100, 0);
        Path release = GeneratedRelease.write(folder, "2024_JAN", 100, 0);
        Path list = Files.writeString(folder.resolve("NOC codes_JAN2024.txt"), LIST);
        List<Object> question = List.of("list", "--not-otherwise-classified", "--on", "2024-02-01", "--as-known-at");

        assertThat(asked(question, "2023-JAN", early, release, list)).isEqualTo(new CommandLineRun(Hcpcs.UNUSABLE, "",
                "hcpcs: no list of NOC codes that is loaded was out at the release of --as-known-at, so nothing told which codes are"
                + " not otherwise classified: the first one is 2024-JAN (NOC codes_JAN2024.txt); ask as known then or later, or"
                + " add an earlier list\n"));
        assertThat(asked(question, "2024-JAN", early, release, list).out().lines()).last().asString().startsWith("A0005");
        assertThat(asked(question, "2023-JAN", early, release).err()).startsWith("hcpcs: no list of NOC codes is loaded, so");
    }

    private static CommandLineRun asked(List<Object> question, String quarter, Path... data) {
        List<Object> arguments = new ArrayList<>(question);
        arguments.addAll(List.of(quarter, "--data"));
        arguments.addAll(List.of(data));
        return hcpcs(arguments.toArray());
    }

    @Test
    void withoutAReleaseThereIsNothingToAddThemTo() throws IOException {
        Path snapshot = folder.resolve("hcpcs.snapshot");
        Path list = Files.writeString(folder.resolve("NOC codes_JAN2024.txt"), LIST);

        String problem = "hcpcs: no release is named, only lists of NOC codes or processing notes";
        assertThat(refresh(snapshot, list)).isEqualTo(new CommandLineRun(Hcpcs.UNUSABLE, "",
                problem + ", and none is published: [" + list + "]\n"));
        assertThat(hcpcs("verify", list).err()).isEqualTo(problem + ": [" + list + "]\n");
        assertThat(hcpcs("build", "--out", snapshot, list).err()).isEqualTo(problem + ": [" + list + "]\n");
        assertThat(snapshot).doesNotExist();
    }

    @Test
    void ofCmsOwnFiles() throws IOException {
        RealReleases.assumePresent();
        Path snapshot = folder.resolve("hcpcs.snapshot");
        List<Object> build = new ArrayList<>(List.of("build", "--out", snapshot));
        build.addAll(RealReleases.eight());
        build.addAll(List.of(RealReleases.cms("2019-HCPCS-NOC-Codes.zip"), RealReleases.cms("NOC codes_JUL2025.xlsx"),
                RealReleases.cms("proc_notes_JAN2026.txt")));

        assertThat(hcpcs(build.toArray()).out()).contains("""
                2019-JAN (NOC_Codes_2019.xlsx): 139 codes not otherwise classified
                2025-JUL (NOC codes_JUL2025.xlsx): 163 codes not otherwise classified
                2012-JAN (proc_notes_2012.txt): 177 processing notes
                2016-JAN (proc_notes_2016.txt): 206 processing notes
                2017-JAN (proc_notes_2017.txt): 211 processing notes
                2019-JAN (proc_notes_2019.txt): 218 processing notes
                2026-JAN (proc_notes_JAN2026.txt): 234 processing notes
                """);
        assertThat(ask("show", "J3490", "--on", "2024-03-01", "--data", snapshot))
                .contains("Not otherwise classified    yes         by CMS's list of 2019-JAN\n");
        assertThat(ask("history", "J0641", "--data", snapshot))
                .contains("\nNot otherwise classified\n  no, from 2025-07-01 yes\n");
        String unlisted = ask("list", "--not-otherwise-classified", "--prefix", "J064", "--on", "2025-06-30", "--data", snapshot);
        String listed = ask("list", "--not-otherwise-classified", "--prefix", "J064", "--on", "2025-07-01", "--data", snapshot);
        assertThat(unlisted).doesNotContain("J0641");
        assertThat(listed).contains("J0641  ACTIVE");
        assertThat(ask("list", "--added", "2025-01-01..2025-12-31", "--not-otherwise-classified", "--format", "csv", "--data",
                snapshot).lines().skip(1).map(line -> line.substring(0, 5))).contains("A6519", "J0165").doesNotContain("J0641");
        JsonNode before = json("show", "J0641", "--on", "2025-06-30", "--format", "json", "--data", snapshot).get("record");
        JsonNode after = json("show", "J0641", "--on", "2025-07-01", "--format", "json", "--data", snapshot).get("record");
        assertThat(before.get("notOtherwiseClassified").booleanValue()).isFalse();
        assertThat(before.get("notOtherwiseClassifiedList").stringValue()).isEqualTo("2019-JAN");
        assertThat(after.get("notOtherwiseClassified").booleanValue()).isTrue();
        assertThat(after.get("notOtherwiseClassifiedList").stringValue()).isEqualTo("2025-JUL");
        assertThat(json("status", "V5264", "--on", "2025-07-01", "--format", "json", "--data", snapshot)
                .get("notOtherwiseClassified").booleanValue()).isFalse();
        assertThat(json("history", "J0641", "--format", "json", "--data", snapshot).get("notOtherwiseClassified")).hasToString("""
                [{"life":1,"from":"2009-01-01","value":false},{"life":1,"from":"2025-07-01","value":true}]""");
        JsonNode noted = json("show", "G0432", "--on", "2019-03-01", "--format", "json", "--data", snapshot).get("record");
        assertThat(noted.get("processingNote").stringValue()).isEqualTo("0164");
        assertThat(noted.get("processingNoteText").stringValue()).isEqualTo("SEE CHANGE REQUEST 6786.");
    }

    private static CommandLineRun refresh(Path snapshot, Path... paths) {
        List<Object> words = new ArrayList<>(List.of("refresh", "--snapshot", snapshot));
        words.addAll(List.of(paths));
        return hcpcs(words.toArray());
    }

    private static String ask(Object... words) {
        CommandLineRun run = hcpcs(words);
        assertThat(run.exit()).as(run.err()).isZero();
        return run.out();
    }

    private static JsonNode json(Object... words) {
        return JsonMapper.shared().readTree(ask(words));
    }
}
