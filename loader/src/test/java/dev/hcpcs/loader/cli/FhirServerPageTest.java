package dev.hcpcs.loader.cli;

import static dev.hcpcs.loader.cli.CommandLineRun.hcpcs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.hcpcs.loader.RealReleases;
import dev.hcpcs.lookup.Quarter;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Who follows "Load it into a FHIR server" of {@code loader/docs/export.md} word by word has each release in the server. */
class FhirServerPageTest {

    private static final Path PAGE = Path.of("docs/export.md");
    private static final Path SAMPLES = Path.of("../data-samples/src/main/resources/dev/hcpcs/samples");
    private static final Path SHELL = Path.of("/bin/sh");
    private static final String WITHOUT_CURL = "SKIPPED: loading into a FHIR server with curl, which is not on the path here";
    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    private Path folder;
    private FhirServer server;

    @BeforeEach
    void startServer() throws Exception {
        boolean curl = Files.isExecutable(SHELL) && List.of(System.getenv("PATH").split(File.pathSeparator)).stream()
                .anyMatch(programs -> Files.isExecutable(Path.of(programs, "curl")));
        if (!curl) {
            System.out.println(WITHOUT_CURL);
        }
        assumeTrue(curl, WITHOUT_CURL);
        server = new FhirServer(Files.createDirectory(folder.resolve("server")));
    }

    @AfterEach
    void stopServer() throws Exception {
        if (server != null) {
            server.close();
        }
    }

    @Test
    void twoSamplesStandSideBySide() throws Exception {
        build(SAMPLES);

        assertLoads("2023-JAN");
        assertLoads("2026-JAN");

        assertThat(loaded()).containsExactlyInAnyOrder("hcpcs-2023-01 2023-01 fragment no count",
                "hcpcs-2026-01 2026-01 fragment no count");
    }

    @Test
    void twoRealReleasesStandSideBySide() throws Exception {
        RealReleases.assumePresent();
        build(RealReleases.cms("HCPC2020_OCT_ANWEB.xlsx"), RealReleases.cms("HCPC2025_OCT_ANWEB.xlsx"));

        assertLoads("2020-OCT");
        assertLoads("2025-OCT");

        assertThat(loaded()).containsExactlyInAnyOrder("hcpcs-2020-10 2020-10 complete 7196",
                "hcpcs-2025-10 2025-10 complete 8846");
    }

    @Test
    void aReleaseThatIsLoadedAgainTakesItsOwnPlace() throws Exception {
        build(SAMPLES);
        assertLoads("2026-JAN");

        assertThat(put("2026-JAN")).isEqualTo("200");
        assertThat(loaded()).hasSize(1);
    }

    private void build(Path... releases) {
        Object[] arguments = new Object[3 + releases.length];
        List.of("build", "--out", folder.resolve("hcpcs.snapshot")).toArray(arguments);
        System.arraycopy(releases, 0, arguments, 3, releases.length);
        CommandLineRun run = hcpcs(arguments);
        assertThat(run.exit()).as(run.err()).isZero();
    }

    /** The server has not had the release, and then has everything that the file has. */
    private void assertLoads(String release) throws Exception {
        Path file = export(release);
        assertThat(put(release)).isEqualTo("201");

        ObjectNode exported = (ObjectNode) JSON.readTree(file);
        ObjectNode served = (ObjectNode) get("/" + exported.get("id").stringValue());
        JsonNode concepts = exported.remove("concept");
        assertThat(concepts).isNotEmpty();
        assertThat(served.remove("concept")).containsExactlyElementsOf(concepts);
        // The server's own note of its versions, and XHTML, whose attributes it writes in another order.
        assertThat(served.remove(List.of("meta", "text"))).isEqualTo(exported.remove(List.of("text")));
    }

    private Path export(String release) throws IOException {
        String[] arguments = shown("hcpcs (export --format fhir .*)", release).split(" ");
        Path file = null;
        for (int i = 1; i < arguments.length; i++) {
            if (List.of("--out", "--data").contains(arguments[i - 1])) {
                arguments[i] = folder.resolve(arguments[i]).toString();
            }
            if (arguments[i - 1].equals("--out")) {
                file = Path.of(arguments[i]);
            }
        }
        CommandLineRun run = hcpcs((Object[]) arguments);
        assertThat(run.exit()).as(run.err()).isZero();
        return file;
    }

    /** The HTTP status of the server's answer. */
    private String put(String release) throws Exception {
        String command = shown("(curl .*)", release).replace("https://SERVER", server.address())
                + " --silent --show-error --output answer.json --write-out '%{http_code}'";
        ProcessBuilder builder = new ProcessBuilder(SHELL.toString(), "-c", command).directory(folder.toFile())
                .redirectErrorStream(true);
        builder.environment().put("no_proxy", "*");
        Process curl = builder.start();
        String status = new String(curl.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(curl.waitFor()).as(command + "\n" + status).isZero();
        return status;
    }

    /** The line of the page, for the given release instead of the one that it shows. */
    private static String shown(String line, String release) throws IOException {
        Matcher shown = Pattern.compile("(?m)^" + line + "$").matcher(Files.readString(PAGE));
        assertThat(shown.find()).isTrue();
        String month = Quarter.parse(release).effectiveDate().toString().substring(0, "2025-10".length());
        return shown.group(1).replace("2025-OCT", release).replace("2025-10", month);
    }

    /** Id, version, content and count of each code system in the server. */
    private List<String> loaded() throws Exception {
        return get("?_elements=version,content,count").get("entry").valueStream().map(entry -> entry.get("resource"))
                .map(system -> system.path("id").asString() + " " + system.path("version").asString() + " "
                        + system.path("content").asString() + " " + system.path("count").asString("no count")).toList();
    }

    private JsonNode get(String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.address() + "/fhir/CodeSystem" + path))
                .header("Accept", "application/fhir+json").build();
        return JSON.readTree(HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body());
    }
}
