package dev.hcpcs.loader.cli;

import static dev.hcpcs.loader.cli.CommandLineRun.hcpcs;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hcpcs.loader.fetch.ReleaseServer;
import dev.hcpcs.loader.publish.Doubt;
import dev.hcpcs.loader.publish.GeneratedRelease;
import dev.hcpcs.lookup.HcpcsIndex;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who follows {@code loader/docs/refreshing-a-quarter.md} word by word gets there. */
class RefreshingAQuarterTest {

    private static final Path PAGE = Path.of("docs/refreshing-a-quarter.md");

    @TempDir
    private Path folder;

    @Test
    void everyCommandOfThePageInItsOrder() throws IOException {
        Path snapshot = folder.resolve("hcpcs.snapshot");
        for (String quarter : List.of("2025_JUL", "2025_OCT")) {
            hcpcs("refresh", "--snapshot", snapshot, GeneratedRelease.write(folder, quarter, 100, 0));
        }
        List<String> done = new ArrayList<>();
        try (ReleaseServer server = new ReleaseServer(zip(GeneratedRelease.write(folder, "2026_JAN", 101, 3)))) {
            for (String command : commands()) {
                CommandLineRun run = hcpcs((Object[]) words(command, server));
                assertThat(run.exit()).as(command + "\n" + run.err() + run.out()).isZero();
                done.add(command.split(" ")[0] + " " + HcpcsIndex.open(snapshot).releases().size());
            }
        }
        assertThat(done).containsExactly("releases 2", "fetch 2", "verify 2", "diff 2", "refresh 3", "rollback 2", "pin 2",
                "unpin 2");
    }

    @Test
    void everyDoubtIsExplained() throws IOException {
        assertThat(Files.readString(PAGE)).contains(Arrays.stream(Doubt.values())
                .map(doubt -> "| `" + doubt.key() + "` |").toList());
    }

    private static List<String> commands() throws IOException {
        List<String> commands = new ArrayList<>();
        Matcher block = Pattern.compile("(?s)\n```\n(.*?)```\n").matcher(Files.readString(PAGE));
        while (block.find()) {
            block.group(1).lines().forEach(line -> commands.add(line.replaceFirst("^hcpcs ", "")));
        }
        return commands;
    }

    /** The command in the test's folder, which asks the test's server. */
    private String[] words(String command, ReleaseServer server) {
        List<String> words = new ArrayList<>();
        for (String word : command.split(" ")) {
            words.add(word.matches("(releases/|hcpcs\\.).*") || word.equals("releases") && !words.isEmpty()
                    ? folder.resolve(word).toString() : word);
        }
        if (words.get(0).equals("fetch")) {
            words.addAll(List.of("--from", server.address()));
        }
        return words.toArray(String[]::new);
    }

    private static byte[] zip(Path release) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(release.getFileName().toString()));
            Files.copy(release, zip);
        }
        return bytes.toByteArray();
    }
}
