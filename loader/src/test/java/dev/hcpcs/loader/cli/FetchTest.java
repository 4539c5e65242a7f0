package dev.hcpcs.loader.cli;

import static dev.hcpcs.loader.cli.CommandLineRun.hcpcs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.hcpcs.loader.RealReleases;
import dev.hcpcs.loader.Sha256;
import dev.hcpcs.loader.fetch.ReleaseServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code hcpcs fetch} from a server on the loopback address. */
class FetchTest {

    private static final String NAME = "january-2026-alpha-numeric-hcpcs-file.zip";

    @TempDir
    private Path folder;
    private byte[] zip;
    private ReleaseServer server;

    @BeforeEach
    void start() throws IOException {
        zip = ReleaseServer.zip(ReleaseServer.JANUARY);
        server = new ReleaseServer(zip);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void downloadsAndRecordsTheChecksum() throws IOException {
        Path target = folder.resolve("new/folder");
        CommandLineRun run = hcpcs("fetch", "2026-jan", "--to", target, "--from", server.address());

        Path file = target.resolve(NAME);
        assertThat(run.exit()).isZero();
        assertThat(run.err()).isEqualToIgnoringNewLines("hcpcs: downloaded http://127.0.0.1:" + server.port() + "/" + NAME);
        assertThat(run.out()).isEqualToIgnoringNewLines(Sha256.of(zip) + "  " + file);
        assertThat(file).hasBinaryContent(zip);
        assertThat(target.resolve(NAME + ".sha256")).hasContent(Sha256.of(zip) + "  " + NAME + "\n");
        assertThat(Files.getLastModifiedTime(file).toInstant()).isEqualTo(Instant.parse("2025-12-08T10:00:00Z"));
        assertThat(target).isDirectoryNotContaining("glob:**.part*");
        assertThat(hcpcs("status", "Q4257", "--on", "2026-02-01", "--data", target).out()).contains("ACTIVE (CONFIRMED)");
    }

    @Test
    void quarterWithoutAFileIsANegativeAnswerAndDoesNotKeepTheOthers() {
        server.onceStatus(404).onceStatus(410);
        CommandLineRun run = hcpcs("fetch", "2026-OCT", "2026-JUL", "2026-JAN", "--to", folder, "--from", server.address());

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).contains("/october-2026-alpha-numeric-hcpcs-file.zip: HTTP 404; there is no file of 2026-OCT yet,"
                + " or it is named otherwise. Look at https://www.cms.gov/medicare/coding-billing/"
                + "healthcare-common-procedure-system/quarterly-update for the file's address, and state it with --from",
                "/july-2026-alpha-numeric-hcpcs-file.zip: HTTP 410; ");
        assertThat(folder.resolve(NAME)).exists();
        assertThat(folder).isDirectoryNotContaining("glob:**{october,july}*");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html; charset=utf-8", "application/zip"})
    void pageInsteadOfAZip(String contentType) {
        byte[] page = "<!DOCTYPE html>\n<html><title>Page not found</title></html>".getBytes(StandardCharsets.US_ASCII);
        server.once(exchange -> {
            exchange.getResponseHeaders().set("Content-Type", contentType);
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
        });
        assertRefused(fetch(), "http://127.0.0.1:" + server.port() + "/" + NAME + " is no ZIP, but a page or another file: its"
                + " content type is '" + contentType + "', and it begins with '<!DOCTYPE html> <html>");
    }

    @ParameterizedTest
    @CsvSource({
        "HCPC2026_APR_ANWEB.txt, is of 2026-APR by the files in it, not of 2026-JAN; nothing is kept",
        "proc_notes_JAN2026.txt, is no release: ",
        "picture.png, is no release: "})
    void zipOfSomethingElse(String entry, String message) throws IOException {
        server.has(ReleaseServer.zip(entry), "\"1\"");
        assertRefused(fetch(), message);
    }

    /** The name under which a file is kept is made from the quarter that was asked for, so it proves nothing. */
    @Test
    void zipThatDoesNotTellItsQuarter() throws IOException {
        server.has(ReleaseServer.zip("ANWEB.txt"), "\"1\"");
        assertRefused(hcpcs("fetch", "2026-JAN", "--to", folder, "--from", "http://127.0.0.1:" + server.port() + "/release.zip"),
                "/release.zip holds a release whose quarter neither its name nor the address tells; nothing is kept");
    }

    @Test
    void damagedZip() {
        server.has(Arrays.copyOf(zip, zip.length / 2), "\"1\"");
        assertRefused(fetch(), "is no readable ZIP");
        server.has(new byte[0], "\"1\"");
        assertRefused(fetch(), "is no ZIP");
    }

    @ParameterizedTest
    @CsvSource({"503, try again later", "403, look whether a browser gets it from https://www.cms.gov/",
        "407, the proxy asks for a password", "416, no file", "206, no file"})
    void otherAnswers(int status, String message) {
        assertRefused(onceStatus(status), "HTTP " + status, message);
    }

    private CommandLineRun onceStatus(int status) {
        server.onceStatus(status);
        return fetch();
    }

    @Test
    void redirectsAreFollowed() {
        server.once(exchange -> {
            exchange.getResponseHeaders().set("Location", "/elsewhere.zip");
            exchange.sendResponseHeaders(302, -1);
        });
        assertThat(fetch().exit()).isZero();
        assertThat(server.requests()).containsExactly("/" + NAME, "/elsewhere.zip");
    }

    @Test
    void sameFileIsNotDownloadedAgain() {
        fetch();
        CommandLineRun again = fetch();

        assertThat(again.exit()).isZero();
        assertThat(again.err()).contains(NAME + " is there already, the same as http://127.0.0.1");
        assertThat(again.out()).startsWith(Sha256.of(zip));
        assertThat(server.requests().get(1)).endsWith("If-Modified-Since: Mon, 08 Dec 2025 10:00:00 GMT");
    }

    @Test
    void sameFileIsRecognisedWhereTheServerOrTheRecordDoesNotTell() throws IOException {
        server.wasModified(null);
        fetch();
        assertThat(fetch().err()).contains(" is there already");

        Files.delete(folder.resolve(NAME + ".sha256"));
        assertThat(fetch().err()).contains(" is there already");
        assertThat(folder.resolve(NAME + ".sha256")).exists();
    }

    @Test
    void anotherFileReplacesOneOnlyWhenTold() throws IOException {
        fetch();
        byte[] later = ReleaseServer.zip("HCPC2026_JAN_ANWEB_v2.txt");
        server.has(later, "\"2\"");
        server.wasModified("Tue, 09 Dec 2025 10:00:00 GMT");

        CommandLineRun refused = fetch();
        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.err()).contains("is another file than", "which stays: its SHA-256 is " + Sha256.of(later) + ", not "
                + Sha256.of(zip) + "; --replace takes it instead");
        assertThat(folder.resolve(NAME)).hasBinaryContent(zip);

        assertThat(fetch("--replace").err()).contains(", which replaces another file");
        assertThat(folder.resolve(NAME)).hasBinaryContent(later);
        assertThat(folder.resolve(NAME + ".sha256")).hasContent(Sha256.of(later) + "  " + NAME + "\n");
        assertThat(folder).isDirectoryNotContaining("glob:**.part*");
    }

    @Test
    void fileThatIsNotAsRecordedIsTold() throws IOException {
        fetch();
        Files.write(folder.resolve(NAME), new byte[] {1});

        CommandLineRun run = fetch();
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).contains("is not the file that was fetched", "not " + Sha256.of(zip) + " as recorded in",
                "--replace fetches it again");
        assertThat(server.requests()).hasSize(1);

        assertThat(fetch("--replace").exit()).isZero();
        assertThat(folder.resolve(NAME)).hasBinaryContent(zip);
    }

    @Test
    void filesAreNoFolders() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        assertThat(hcpcs("fetch", "2026-JAN", "--to", file, "--from", server.address()).err()).contains("file is no folder");
        CommandLineRun within = hcpcs("fetch", "2026-JAN", "--to", file.resolve("folder"), "--from", server.address());
        assertThat(within.exit()).isEqualTo(2);
        assertThat(within.err()).startsWith("hcpcs: " + file);
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void folderThatCannotBeWritten() throws IOException {
        Path locked = Files.createDirectory(folder.resolve("locked"));
        assumeTrue(locked.toFile().setWritable(false) && !Files.isWritable(locked), "this user may write everywhere");

        CommandLineRun run = hcpcs("fetch", "2026-JAN", "--to", locked, "--from", server.address());
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("may not be read or written");
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void mistakesAreExplainedBeforeAnythingIsAsked() {
        String directory = server.address().replaceFirst("/[^/]*$", "/");
        assertRefused(hcpcs("fetch", "2026-JAN", "--to", folder, "--from", directory + "july-2026.zip"),
                "july-2026.zip is of 2026-JUL by its name, not of 2026-JAN");
        assertRefused(hcpcs("fetch", "2026-JAN", "2026-APR", "--to", folder, "--from", directory + "hcpcs-{year}.zip"),
                "is the same for several of [2026-JAN, 2026-APR]; write {month} and {year}");
        assertRefused(hcpcs("fetch", "2026-JAN", "--from", "hcpcs.zip"), "'hcpcs.zip' is no address of a file");
        assertRefused(fetch("--timeout", "0"), "--timeout must be at least 1 second");
        assertRefused(hcpcs("fetch", "2026"), "'2026' is not a quarter");
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void addressIsASetting() {
        System.setProperty("hcpcs.address", server.address());
        try {
            assertThat(hcpcs("fetch", "2026-JAN", "--to", folder).exit()).isZero();
        } finally {
            System.clearProperty("hcpcs.address");
        }
        assertThat(hcpcs("fetch", "--help").out()).contains("CMS's address:",
                "https://www.cms.gov/files/zip/{month}-{year}-alpha-numeric-hcpcs-file.zip");
    }

    @Test
    void proxyOfTheSystemPropertiesIsAsked() {
        System.setProperty("http.proxyHost", "127.0.0.1");
        System.setProperty("http.proxyPort", Integer.toString(server.port()));
        try {
            assertThat(hcpcs("fetch", "2026-JAN", "--to", folder, "--from", "http://cms.example/{month}-{year}.zip").exit())
                    .isZero();
        } finally {
            System.clearProperty("http.proxyHost");
            System.clearProperty("http.proxyPort");
        }
        assertThat(server.requests()).containsExactly("/january-2026.zip");
    }

    @Test
    void serverThatIsNotThere() {
        server.close();
        assertRefused(fetch(), "no connection to 127.0.0.1", "behind a proxy, name that in the environment variable HTTPS_PROXY;"
                + " or download it with a browser");
    }

    @Test
    void cmsOwnFileIsFetchedAndLoads() throws IOException {
        RealReleases.assumePresent();
        Path original = RealReleases.cms("2017-Alpha-Numeric-HCPCS-File.zip");
        server.has(Files.readAllBytes(original), "\"1\"");
        server.onceBreakingAfter(500_000);

        CommandLineRun run = hcpcs("fetch", "2017-JAN", "--to", folder, "--from",
                "http://127.0.0.1:" + server.port() + "/{year}-Alpha-Numeric-HCPCS-File.zip");

        assertThat(run.err()).contains("retry 1 of 3", "downloaded http://127.0.0.1");
        assertThat(folder.resolve("january-2017-alpha-numeric-hcpcs-file.zip")).hasSameBinaryContentAs(original);
        assertThat(hcpcs("build", "--out", folder.resolve("2017.snapshot"), folder).out()).startsWith("2017-JAN  HCPC17_CONTR");
    }

    private CommandLineRun fetch(String... options) {
        List<Object> words = new ArrayList<>(List.of("fetch", "2026-JAN", "--to", folder, "--from", server.address()));
        words.addAll(List.of(options));
        return hcpcs(words.toArray());
    }

    private void assertRefused(CommandLineRun run, String... message) {
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains(message).doesNotContain("Exception", "\tat ");
        assertThat(folder).isEmptyDirectory();
    }
}
