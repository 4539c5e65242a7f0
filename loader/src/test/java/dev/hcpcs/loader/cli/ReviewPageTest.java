package dev.hcpcs.loader.cli;

import static dev.hcpcs.loader.change.SmallReleases.changes;
import static dev.hcpcs.loader.change.SmallReleases.code;
import static dev.hcpcs.loader.change.SmallReleases.release;
import static dev.hcpcs.loader.cli.CommandLineRun.hcpcs;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hcpcs.loader.RealReleases;
import dev.hcpcs.loader.change.ReleaseChanges;
import dev.hcpcs.loader.change.SmallReleases.Row;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.Select;

/** The page of {@code hcpcs diff --html} in a browser, opened from the file system: on samples, small releases and real ones. */
class ReviewPageTest {

    private static final Path SAMPLES = Path.of("../data-samples/src/main/resources/dev/hcpcs/samples");
    /** The first chart, as text. */
    private static final String COUNTS = "return [...document.querySelectorAll('#by-kind tbody tr')].map(row =>"
            + " row.querySelector('.count span').textContent + ' ' + row.querySelector('th').textContent).join(', ')";
    private static final String SHOWN = "return [...document.querySelectorAll('#table > tbody:not([hidden])')].map(row =>"
            + " row.id.slice(4))";

    @TempDir
    private static Path profile;
    private static Browser browser;

    @TempDir
    private Path folder;

    @BeforeAll
    static void startBrowser() {
        Browser.assumePresent();
        browser = Browser.start(profile);
    }

    @AfterAll
    static void closeBrowser() {
        if (browser != null) {
            browser.close();
        }
    }

    @AfterEach
    void pageLoadedNothingAndTheBrowserHasNoComplaint() {
        assertThat(browser.run("return performance.getEntriesByType('resource').map(entry => entry.name)")).isEqualTo(List.of());
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void countsAndReportAreShown() throws IOException {
        Path report = Files.writeString(folder.resolve("report.prn"), """
                HCPC/MOD  ACTION CD
                JZ        ADD
                Q4257     No Change
                G9976     Add
                """);
        browser.open(samples("--transaction-report", report));

        assertThat(browser.find("h1").getText()).isEqualTo("HCPCS changes 2020-OCT to 2023-JAN");
        assertThat(browser.run(COUNTS)).isEqualTo("2 added, 0 terminated, 1 reactivated, 0 reused, 1 withdrawn, 0 returned,"
                + " 1 dropped, 1 changed, 1 silent");
        assertThat(browser.run("return [...document.querySelectorAll('#by-letter tr')].map(row => [...row.querySelectorAll("
                + "'thead th, tbody th, .count span')].map(cell => cell.textContent).join(' '))")).isEqualTo(List.of(
                        "Letter added reactivated withdrawn dropped changed silent", "G 0 0 1 1 0 0", "J 1 0 0 0 1 1",
                        "Q 1 1 0 0 0 0"));
        assertThat(count("#by-letter svg")).isEqualTo(7);
        assertThat(browser.find("#report").getText()).startsWith("report.prn, 3 codes.");
        assertThat(browser.find("#by-report tbody tr").getText()).startsWith("added A 2 2 1");
        assertThat(browser.find("#by-report tbody tr").getText()).contains("1 reported as N", "1 reported as A");
    }

    @Test
    void searchAndFiltersShowWhatTheySay() throws IOException {
        browser.open(samples());
        assertShown("6 of 6 codes shown", "G0504", "G9976", "JW", "JZ", "Q4236", "Q4257");

        browser.find("#search").sendKeys("PART OF A DRUG");
        assertShown("1 of 6 codes shown: “part of a drug”", "JW");
        browser.find("#search").clear();
        browser.find("#search").sendKeys("q4");
        assertShown("2 of 6 codes shown: “q4”", "Q4236", "Q4257");
        browser.find("#reset").click();
        assertShown("6 of 6 codes shown", "G0504", "G9976", "JW", "JZ", "Q4236", "Q4257");

        browser.find("#kinds input[value=added]").sendKeys(Keys.SPACE);
        assertShown("2 of 6 codes shown: added", "JZ", "Q4257");
        browser.find("#kinds input[value=dropped]").sendKeys(Keys.SPACE);
        assertShown("3 of 6 codes shown: added or dropped", "G0504", "JZ", "Q4257");
        new Select(browser.find("#letter")).selectByValue("J");
        assertShown("1 of 6 codes shown: added or dropped, letter J", "JZ");
        browser.find("#reset").click();
        browser.find("#silent").sendKeys(Keys.SPACE);
        assertShown("1 of 6 codes shown: silent only", "JW");
        browser.find("#search").sendKeys("nothing is like this");
        assertShown("0 of 6 codes shown: silent only, “nothing is like this”");
    }

    @Test
    void rowsAreSortedByCodeAndByKind() throws IOException {
        browser.open(samples());

        browser.find("[data-sort=code]").sendKeys(Keys.ENTER);
        assertThat(browser.run(SHOWN)).isEqualTo(List.of("Q4257", "Q4236", "JZ", "JW", "G9976", "G0504"));
        assertThat(browser.find("#table th[aria-sort]").getText()).startsWith("Code");
        browser.find("[data-sort=kind]").sendKeys(Keys.ENTER);
        assertThat(browser.run(SHOWN)).isEqualTo(List.of("JZ", "Q4257", "Q4236", "G9976", "G0504", "JW"));
        assertThat(browser.find("#table th[aria-sort]").getDomAttribute("aria-sort")).isEqualTo("ascending");
    }

    @Test
    void rowIsOpenedByKeyboardAndTellsWordsAndHistory() throws IOException {
        browser.open(samples());
        WebElement button = browser.find("#row-JZ button");
        button.sendKeys(Keys.ARROW_UP);
        assertThat(browser.focused().getText()).endsWith("JW");

        browser.focused().sendKeys(Keys.ENTER);

        assertThat(browser.find("#row-JW button").getDomAttribute("aria-expanded")).isEqualTo("true");
        assertThat(spoken("#row-JW del")).isEqualTo("removed: Part (end removed)");
        assertThat(spoken("#row-JW ins")).isEqualTo("inserted: Amount (end inserted)");
        assertThat(browser.find("#row-JW svg.timeline").getDomAttribute("aria-label")).startsWith("Timeline of JW");
        assertThat(count("#row-JW .timeline circle.carries")).isEqualTo(2);
        assertThat(browser.find("#row-JW ul").getText()).endsWith(" on: active");
        assertThat(count("#row-JW ol > li")).isEqualTo(2);
        browser.focused().sendKeys(Keys.SPACE);
        assertThat(browser.find("#row-JW .details").isDisplayed()).isFalse();
    }

    @Test
    void linkToACodeOpensItsRow() throws IOException {
        browser.open(samples(), "#Q4257");

        assertThat(browser.find("#row-Q4257 .details").getText()).contains("The whole record in 2023-JAN",
                "Relese, per square centimeter");
        assertThat(browser.focused().getText()).endsWith("Q4257");
    }

    @Test
    void textsAreShownAsTheyStand() throws IOException {
        String hostile = "</script><img src=x onerror=\"document.title='broken'\"> <b>&amp;</b>";
        browser.open(page(changes(release("2020-JAN", code("A1234").says("before")),
                release("2020-APR", code("A1234").says(hostile).with(record -> record.shortDescription(hostile))))), "#A1234");

        assertThat(browser.find("#row-A1234 td:nth-of-type(2)").getText()).isEqualTo(hostile);
        assertThat(count("img, b")).isEqualTo(0);
        assertThat(browser.run("return document.title")).isEqualTo("HCPCS changes 2020-JAN to 2020-APR");
    }

    @Test
    void historyOfManyReleasesWithGapsAndLivesIsDrawn() throws IOException {
        browser.open(page(changes(
                release("2012-JAN", code("A1234").says("one").added("2005-01-01").terminated("2011-12-31"),
                        code("A4321").says("one").added("2001-01-01")),
                release("2016-JAN", code("A4321").says("one").added("2001-01-01")),
                release("2020-JAN", code("A1234").says("other").added("2018-01-01"),
                        code("A4321").says("two").added("2001-01-01").acted("R", "2019-01-01")))), "#A1234");

        assertThat(browser.find("#row-A1234 ul").getText()).isEqualTo("2005-01-01 to 2011-12-31: active, then terminated\n"
                + "2018-01-01 on: active (life 2: the code was reused)");
        assertThat(count("#row-A1234 .timeline circle.lacks")).isEqualTo(1);
        browser.find("#row-A4321 button").click();
        assertThat(browser.find("#row-A4321 ul").getText()).contains("indeterminate: terminated and reactivated");
        assertThat(count("#row-A4321 .timeline rect.indeterminate")).isEqualTo(1);
    }

    @Test
    void printGetsTheChangedFieldsOfTheShownCodes() throws IOException {
        browser.open(samples());
        browser.run("addEventListener('beforeprint', () => window.printed ="
                + " [...document.querySelectorAll('tr.print')].map(row => row.closest('tbody').id.slice(4)))");

        assertThat(browser.print()).startsWith('%', 'P', 'D', 'F');

        assertThat(browser.run("return window.printed")).isEqualTo(List.of("JW", "Q4236"));
        assertThat(count("tr.print")).isEqualTo(0);
    }

    @Test
    void threeThousandChangesAreFilteredAtOnce() throws IOException {
        Row[] older = IntStream.range(0, 3000).mapToObj(i -> code(number(i)).says("before " + i)).toArray(Row[]::new);
        Row[] newer = IntStream.range(0, 3000).mapToObj(i -> code(number(i)).says("after " + i)).toArray(Row[]::new);
        browser.open(page(changes(release("2020-JAN", older), release("2020-APR", newer))));
        assertThat(browser.find("#shown").getText()).isEqualTo("3,000 of 3,000 codes shown");

        browser.find("#search").sendKeys("before 299");

        browser.until("document.getElementById('shown').textContent.startsWith('11 of 3,000 codes shown')");
    }

    @Test
    void nothingStandsInTheWayOfAnyReader() throws IOException {
        Path report = Files.writeString(folder.resolve("report.prn"), "HCPC/MOD  ACTION CD\nJZ  ADD\nQ4257  No Change\n");
        Path page = samples("--transaction-report", report);
        for (String scheme : List.of("light", "dark")) {
            browser.preferColours(scheme);
            browser.open(page, "#JW");
            assertThat(browser.accessibilityFaults()).as(scheme).isEqualTo(List.of());
        }
        browser.preferColours("light");
    }

    @Test
    void realChangesFrom2019ToApril2020() throws IOException {
        RealReleases.assumePresent();
        Path page = folder.resolve("review.html");
        assertThat(hcpcs("diff", RealReleases.cms("2019-Alpha-Numeric-HCPCS-File.zip"),
                RealReleases.cms("HCPC2020_APR_ANWEB.xlsx"), "--html", page).exit()).isZero();

        browser.open(page);

        assertThat(browser.run(COUNTS)).isEqualTo("297 added, 89 terminated, 0 reactivated, 0 reused, 0 withdrawn, 0 returned,"
                + " 0 dropped, 106 changed, 11 silent");
        for (Map.Entry<String, Integer> kind : Map.of("added", 297, "terminated", 89, "changed", 106).entrySet()) {
            browser.find("#kinds input[value=" + kind.getKey() + "]").click();
            browser.until("document.getElementById('shown').textContent.startsWith('" + kind.getValue() + " of ')");
            browser.find("#reset").click();
        }
        browser.find("#silent").click();
        browser.until("document.getElementById('shown').textContent.startsWith('11 of ')");
        browser.find("#row-AX button").sendKeys(Keys.ENTER);
        assertThat(spoken("#row-AX del")).startsWith("removed: ");
        assertThat(browser.find("#row-AX svg.timeline").isDisplayed()).isTrue();
        assertThat(browser.find("#report").getText()).startsWith("HCPC2020_APR_Trans_Alpha.xlsx, ");
        assertThat(browser.find("#by-report tbody tr").getText()).startsWith("added A 297 18 18");
        assertThat(browser.accessibilityFaults()).isEqualTo(List.of());
    }

    /** Waits: typing filters after a short rest. */
    private static void assertShown(String announced, String... codes) {
        browser.until("document.getElementById('shown').textContent === '" + announced + "'");
        assertThat(browser.run(SHOWN)).isEqualTo(List.of(codes));
    }

    private static long count(String selector) {
        return (Long) browser.run("return document.querySelectorAll('" + selector + "').length");
    }

    /** With what only screen readers tell. */
    private static String spoken(String selector) {
        return browser.find(selector).getDomProperty("textContent").strip();
    }

    private static String number(int number) {
        return String.format("A%04d", number);
    }

    private Path samples(Object... options) {
        Path page = folder.resolve("review.html");
        Stream<Object> line = Stream.of("diff", SAMPLES.resolve("HCPC2020_OCT_ANWEB.txt"),
                SAMPLES.resolve("HCPC2023_JAN_ANWEB.txt"), "--html", page);
        assertThat(hcpcs(Stream.concat(line, Stream.of(options)).toArray()).exit()).isZero();
        return page;
    }

    private Path page(ReleaseChanges changes) throws IOException {
        return Files.writeString(folder.resolve("review.html"), DiffHtml.write(changes, Optional.empty()));
    }
}
