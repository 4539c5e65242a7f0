package dev.hcpcs.loader.cli;

import static dev.hcpcs.loader.cli.CommandLineRun.hcpcs;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The command {@code search} as its users run it, on the bundled samples. */
class SearchTest {

    private static final String SAMPLES_ANSWER = "hcpcs: no --data given, so the bundled samples answer (4 small releases; they"
            + " are not CMS's data)" + System.lineSeparator();

    @Test
    void aLineForEveryCode() {
        CommandLineRun run = hcpcs("search", "per", "square", "cm", "--on", "2026-02-01");

        assertThat(run.out()).isEqualTo("""
                Code   Status  Version from  Short description     Found by
                Q4236  ACTIVE  2020-07-01    Carepatch, per sq cm  per, square, cm
                Q4257  ACTIVE  2026-01-01    Release, per sq cm    per, square, cm
                """);
        assertThat(run.err()).isEqualTo(SAMPLES_ANSWER + "hcpcs: 2 codes found on 2026-02-01" + System.lineSeparator());
        assertThat(run.exit()).isZero();
    }

    @Test
    void tellsWhenAVersionApplied() {
        assertThat(hcpcs("search", "q2040", "--all-lives").out()).isEqualTo("""
                Code   Applied                   Short description           Found by
                Q2040  2011-04-01 to 2011-12-31  Incobotulinumtoxin A, unit  Q2040
                Q2040  2018-01-01 to 2018-12-31  Tisagenlecleucel, infusion  Q2040
                """);
        assertThat(hcpcs("search", "relese", "--all-lives").out()).contains("2022-04-01 to 2025-12-31  Relese, per sq cm");
        assertThat(hcpcs("search", "perflutren", "--all-lives").out()).contains("2005-04-01 on  Inj perflutren");
    }

    @Test
    void searchesWhatWasKnownThen() {
        assertThat(hcpcs("search", "relese", "--as-known-at", "2023-JAN", "--on", "2026-02-01").out()).contains("Q4257");
        assertThat(hcpcs("search", "relese", "--on", "2026-02-01").exit()).isEqualTo(1);
        assertThat(hcpcs("search", "q4257", "--as-known-at", "2020-OCT", "--all-lives").exit()).isEqualTo(1);
    }

    @Test
    void aCodeThatHasEndedSaysWhen() {
        assertThat(hcpcs("search", "psych", "--on", "2018-01-01").out()).contains("G0504  TERMINATED after 2017-12-31  ");
    }

    @Test
    void aReusedCodeIsFoundByItsOldWordsOnOldDatesOnly() {
        assertThat(hcpcs("search", "incobotulinum", "--on", "2011-06-01").out()).contains("Q2040  ACTIVE");
        CommandLineRun later = hcpcs("search", "incobotulinum", "--on", "2018-06-01");

        assertThat(later.out()).isEmpty();
        assertThat(later.err()).endsWith("hcpcs: nothing found on 2018-06-01; on other days it would be 1 version: try"
                + " --all-lives" + System.lineSeparator());
        assertThat(later.exit()).isEqualTo(1);
    }

    @Test
    void codesOfTheStatusesAskedForAlone() {
        assertThat(codes("per --on 2021-06-01")).isEqualTo("Q4236 Q9957 Q4257");
        assertThat(codes("per --on 2021-06-01 --status active")).isEqualTo("Q9957");
        assertThat(codes("per --on 2021-06-01 --status Active,indeterminate --limit 1")).isEqualTo("Q4236");
        assertThat(codes("per --on 2021-06-01 --status terminated,not_yet_effective")).isEqualTo("Q4257");
        assertThat(codes("per --on 2021-06-01 --status all")).isEqualTo("Q4236 Q9957 Q4257");
        assertThat(hcpcs("search", "per", "--on", "2021-06-01", "--status", "active,indeterminate", "--limit", "1").err())
                .endsWith("hcpcs: 2 codes found on 2021-06-01, the best 1 shown; --limit 2 shows all" + System.lineSeparator());
    }

    @Test
    void tellsThatOnlyTheStatusIsAnother() {
        CommandLineRun run = hcpcs("search", "relese", "--on", "2021-06-01", "--status", "active");

        assertThat(run.err()).endsWith("hcpcs: nothing found on 2021-06-01; of another status it would be 1 code: leave --status"
                + " out" + System.lineSeparator());
        assertThat(run.exit()).isEqualTo(1);
        assertThat(hcpcs("search", "perfultren", "--on", "2021-06-01", "--status", "active").err()).contains("begins with");
    }

    private static String codes(String arguments) {
        return hcpcs((Object[]) ("search " + arguments).split(" ")).out().lines().skip(1).map(line -> line.substring(0, 5))
                .collect(Collectors.joining(" "));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "perfultren | no description has a word that begins with 'perfultren': look at the spelling, or type fewer letters",
        "inj perfultren drugz | no description has a word that begins with 'perfultren' or 'drugz': look at the spelling, or type fewer letters",
        "perflutren discarded | no description has all of these words, which by themselves are those of so many versions: perflutren 1, discarded 3; leave one out"})
    void whereNothingIsFoundItSaysWhatToTry(String words, String hint) {
        CommandLineRun run = hcpcs("search", words, "--all-lives");

        assertThat(run.err()).isEqualTo(SAMPLES_ANSWER + "hcpcs: nothing found over all lives; " + hint + System.lineSeparator());
        assertThat(run.out()).isEmpty();
        assertThat(run.exit()).isEqualTo(1);
        assertThat(hcpcs("search", "--help").out()).contains("Exit status 1 where nothing is found.");
    }

    @Test
    void saysWhatIsNotShown() {
        CommandLineRun run = hcpcs("search", "per", "--on", "2026-02-01", "--limit", "1");

        assertThat(run.out().lines()).hasSize(2);
        assertThat(run.err()).endsWith("hcpcs: 3 codes found on 2026-02-01, the best 1 shown; --limit 3 shows all"
                + System.lineSeparator());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "search -- -/-                               | '-/-' has no letter or digit to search for",
        "search drug --limit 0                       | --limit is 0 and must be at least 1",
        "search drug --on 2020-01-01 --all-lives     | --on and --all-lives name different days; give one of them",
        "search drug --status active --all-lives     | --status is for codes as of a date, and --all-lives has none; give one of them",
        "search                                      | Missing required parameter: 'WORD'"})
    void wrongUsage(String arguments, String message) {
        CommandLineRun run = hcpcs((Object[]) arguments.strip().split(" +"));

        assertThat(run.err()).isEqualTo("hcpcs: " + message + System.lineSeparator() + "Try 'hcpcs search --help'."
                + System.lineSeparator());
        assertThat(run.exit()).isEqualTo(2);
    }

    @Test
    void jsonOnADate() {
        JsonNode json = json(hcpcs("search", "release", "--on", "2026-02-01", "--format", "json"));

        assertThat(json.get("words").asString()).isEqualTo("release");
        assertThat(json.get("date").asString()).isEqualTo("2026-02-01");
        assertThat(json.get("total").asInt()).isEqualTo(1);
        assertThat(json.at("/found/0/code").asString()).isEqualTo("Q4257");
        assertThat(json.at("/found/0/status").asString()).isEqualTo("ACTIVE");
        assertThat(json.at("/found/0/evidence").asString()).isEqualTo("CONFIRMED");
        assertThat(json.at("/found/0/version/start").asString()).isEqualTo("2026-01-01");
        assertThat(json.at("/found/0/shortDescription").asString()).isEqualTo("Release, per sq cm");
        assertThat(json.at("/found/0/longDescription").asString()).startsWith("Release, per square centimeter (");
        assertThat(json.at("/found/0/foundBy").valueStream().map(JsonNode::asString)).containsExactly("release");
    }

    @Test
    void jsonOverAllLives() {
        JsonNode json = json(hcpcs("search", "q2040", "--all-lives", "--format", "json"));

        assertThat(json.has("date")).isFalse();
        assertThat(json.at("/found/0/lastDay").asString()).isEqualTo("2011-12-31");
        assertThat(json.at("/found/1/version/life").asInt()).isEqualTo(2);
    }

    @Test
    void jsonOfNothing() {
        CommandLineRun run = hcpcs("search", "perfultren", "--format", "json");

        assertThat(json(run).get("total").asInt()).isZero();
        assertThat(json(run).get("found")).isEmpty();
        assertThat(run.exit()).isEqualTo(1);
    }

    private static JsonNode json(CommandLineRun run) {
        return JsonMapper.shared().readTree(run.out());
    }
}
