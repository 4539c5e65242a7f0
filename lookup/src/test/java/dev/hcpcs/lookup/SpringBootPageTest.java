package dev.hcpcs.lookup;

import static dev.hcpcs.lookup.Releases.code;
import static dev.hcpcs.lookup.Releases.index;
import static dev.hcpcs.lookup.Releases.release;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.example.codes.HcpcsConfiguration;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringBootVersion;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The service that {@code docs/spring-boot.md} shows is the one that is compiled here, and does what the page says. */
@Timeout(120)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SpringBootPageTest {

    private static final Path SOURCES = Path.of("src/test/java/com/example/codes");
    private static final JsonMapper JSON = JsonMapper.shared();

    @TempDir
    private static Path folder;
    private static String page;
    private static CodesService service;

    @BeforeAll
    static void startTheService() throws IOException {
        page = Files.readString(Path.of("docs/spring-boot.md"));
        Files.writeString(folder.resolve("application.properties"), block("properties", "hcpcs.snapshot"));
        Files.write(folder.resolve("hcpcs.snapshot"), snapshot(priced("2023-JAN", "51")));
        service = new CodesService(folder, "--hcpcs.poll-interval=100ms");
    }

    @AfterAll
    static void stopTheService() {
        service.close();
    }

    /** Q4257 as the samples have it, but for its price. */
    private static ReleaseContent priced(String quarter, String pricingIndicator) {
        return release(quarter, code("Q4257").says("Relese, per square centimeter").added("2022-04-01").acted("N",
                Quarter.parse(quarter).effectiveDate().toString()).with(record -> record.shortDescription("Relese, per sq cm")
                .pricingIndicators(List.of(pricingIndicator)).coverage("C")));
    }

    private static byte[] snapshot(ReleaseContent... releases) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        index(releases).write(bytes);
        return bytes.toByteArray();
    }

    /** The content of the only block of the page in a language that has a text. */
    private static String block(String language, String text) {
        List<String> found = blocks(language).filter(block -> block.contains(text)).toList();
        assertThat(found).as(text).hasSize(1);
        return found.get(0);
    }

    private static Stream<String> blocks(String language) {
        return Pattern.compile("(?ms)^```(\\w*)\n(.*?)^```$").matcher(page).results()
                .filter(block -> block.group(1).equals(language)).map(block -> block.group(2));
    }

    private static JsonNode json(String path) throws Exception {
        return JSON.readTree(service.get(path).body());
    }

    @Test
    void everySourceIsShownAsItIs() throws IOException {
        Map<String, String> shown = new TreeMap<>();
        blocks("java").forEach(source -> {
            Matcher name = Pattern.compile("(?m)^public (?:class|record) (\\w+)").matcher(source);
            assertThat(name.find()).as(source).isTrue();
            shown.put(name.group(1) + ".java", source);
        });
        Map<String, String> sources = new TreeMap<>();
        try (Stream<Path> files = Files.list(SOURCES)) {
            for (Path file : files.toList()) {
                sources.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        assertThat(shown).isEqualTo(sources);
        assertThat(page).contains("Spring Boot " + SpringBootVersion.getVersion() + " ");
    }

    @Test
    void answersAsShown() throws Exception {
        HttpResponse<String> answer = service.get("/codes/Q4257?on=2024-03-01");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(JSON.readTree(answer.body())).isEqualTo(JSON.readTree(block("json", "Q4257")));
        assertThat(json("/codes/%20q4257?on=2022-03-31").path("status").asString()).isEqualTo("NOT_YET_EFFECTIVE");
    }

    @Test
    void everyProblemIsTold() throws Exception {
        Matcher row = Pattern.compile("(?m)^\\| `(/codes/\\S+)` \\| (\\d+) \\| (?:`(\\w+)`|none) \\|").matcher(page);
        int rows = 0;
        while (row.find()) {
            HttpResponse<String> problem = service.get(row.group(1));
            JsonNode told = JSON.readTree(problem.body());

            assertThat(problem.statusCode()).as(row.group(1)).isEqualTo(Integer.parseInt(row.group(2)));
            assertThat(problem.headers().firstValue("Content-Type")).contains("application/problem+json");
            assertThat(told.path("codeStatus").asString(null)).as(row.group(1)).isEqualTo(row.group(3));
            assertThat(told.path("detail").asString()).isNotBlank();
            rows++;
        }
        assertThat(rows).isEqualTo(7);
    }

    @Test
    void tellsItsHealthAndMetrics() throws Exception {
        JsonNode health = json("/actuator/health").path("components").path("hcpcs");
        JsonNode shown = JSON.readTree(block("json", "newestRelease"));

        assertThat(health.path("status")).isEqualTo(shown.path("status"));
        assertThat(health.path("details").propertyNames()).isEqualTo(shown.path("details").propertyNames());
        assertThat(health.path("details").path("newestRelease")).isEqualTo(shown.path("details").path("newestRelease"));
        int before = unknownCodes();
        service.get("/codes/Q9999?on=2024-03-01");
        assertThat(unknownCodes()).isEqualTo(before + 1);
        assertThat(json("/actuator/metrics").path("names").toString())
                .contains("hcpcs.release.age", "hcpcs.reloads", "hcpcs.refusals");
    }

    private static int unknownCodes() throws Exception {
        return json("/actuator/metrics/hcpcs.lookups?tag=status:UNKNOWN_CODE").path("measurements").path(0).path("value").asInt();
    }

    /** Last, because the others ask of the first snapshot. */
    @Test
    @Order(Integer.MAX_VALUE)
    void aNewSnapshotAnswersTheNextRequestAndABadOneIsRefused() throws Exception {
        Path file = folder.resolve("hcpcs.snapshot");
        assertThat(price()).isEqualTo("ASSUMED 51");

        States.rename(snapshot(priced("2023-JAN", "51"), priced("2026-JAN", "11")), file);
        awaitLine("INFO", " : opened /srv/codes/hcpcs.snapshot: 2 releases, 2023-JAN to 2026-JAN");
        assertThat(price()).isEqualTo("CONFIRMED 11");

        Files.writeString(file, "no snapshot");
        awaitLine("WARN", " : refused /srv/codes/hcpcs.snapshot");
        assertThat(price()).isEqualTo("CONFIRMED 11");
        assertThat(page).contains(" : opened /srv/codes/hcpcs.snapshot: 2 releases, 2023-JAN to 2026-JAN\n");
    }

    private static String price() throws Exception {
        JsonNode answer = json("/codes/Q4257?on=2026-03-01");
        return answer.path("evidence").asString() + " " + answer.path("pricingIndicators").path(0).path("code").asString();
    }

    private static void awaitLine(String level, String text) throws Exception {
        Pattern line = Pattern.compile(" " + level + " .*LiveIndex.*" + Pattern.quote(inFolder(folder, text)));
        while (!line.matcher(service.printed()).find()) {
            Thread.sleep(20);
        }
    }

    private static String inFolder(Path folder, String text) throws IOException {
        return text.replace("/srv/codes", folder.toRealPath().toString());
    }

    @Test
    void withoutASnapshotItDoesNotStartAndSaysWhy(@TempDir Path empty) throws Exception {
        Files.copy(folder.resolve("application.properties"), empty.resolve("application.properties"));
        try (CodesService failed = new CodesService(empty)) {
            assertThat(failed.exit()).isEqualTo(1);
            assertThat(failed.printed()).contains("APPLICATION FAILED TO START")
                    .contains("for configuration property 'hcpcs.snapshot' (originating from ")
                    .contains("\n" + inFolder(empty, block("", "NoSuchFileException")))
                    .doesNotContain("\tat ");
        }
    }

    @Test
    void withoutAPathItDoesNotStartAndSaysWhy(@TempDir Path empty) throws Exception {
        try (CodesService failed = new CodesService(empty)) {
            assertThat(failed.exit()).isEqualTo(1);
            assertThat(failed.printed()).contains("APPLICATION FAILED TO START").contains("hcpcs.snapshot is not set");
        }
    }

    @Test
    void theIndexIsClosedWithTheContext() throws Exception {
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.OFF);
        Path file = Files.write(folder.resolve("other.snapshot"), snapshot(priced("2023-JAN", "51")));
        LiveIndex live;
        try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
            context.getEnvironment().getPropertySources()
                    .addFirst(new MapPropertySource("test", Map.of("hcpcs.snapshot", file.toString())));
            context.register(HcpcsConfiguration.class);
            context.refresh();
            live = context.getBean(LiveIndex.class);
            assertThat(live.thread().isAlive()).isTrue();
        }
        live.thread().join();
    }

    @Test
    void anAnswerAsJsonHasNothingOfItsRecord() {
        Answer answer = index(priced("2023-JAN", "51")).lookup("Q4257", LocalDate.of(2024, 3, 1));

        assertThat(JSON.writeValueAsString(answer)).doesNotContain("Relese");
    }
}
