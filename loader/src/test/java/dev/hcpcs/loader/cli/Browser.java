package dev.hcpcs.loader.cli;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.openqa.selenium.By;
import org.openqa.selenium.SessionNotCreatedException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.print.PrintOptions;
import org.openqa.selenium.support.ui.WebDriverWait;

/**
 * Chromium from Debian's packages {@code chromium} and {@code chromium-driver}, with an empty profile and nothing that it does
 * by itself. Tests in it are skipped, and say so, where it is not installed; nothing is ever downloaded for them.
 */
final class Browser implements AutoCloseable {

    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
    private static final String ABSENT = "tests in a browser, which is not installed"
            + " (Debian's packages chromium and chromium-driver)";
    private static final AtomicBoolean SAID = new AtomicBoolean();
    /** Kept, or its level would be forgotten: it warns of a protocol that is not used. */
    private static final Logger PROTOCOL = Logger.getLogger("org.openqa.selenium.devtools");

    private final ChromeDriver driver;

    private Browser(ChromeDriver driver) {
        this.driver = driver;
    }

    /** Skips the test that calls it where there is no browser. */
    static void assumePresent() {
        boolean present = Files.isExecutable(CHROMIUM) && Files.isExecutable(DRIVER);
        if (!present && SAID.compareAndSet(false, true)) {
            System.out.println("SKIPPED: " + ABSENT);
        }
        assumeTrue(present, ABSENT);
    }

    /**
     * On a busy machine the browser may not be there in time, and is started once more.
     *
     * @param folder an empty folder for its profile
     */
    static Browser start(Path folder) {
        try {
            return new Browser(driver(folder.resolve("first")));
        } catch (SessionNotCreatedException late) {
            return new Browser(driver(folder.resolve("second")));
        }
    }

    private static ChromeDriver driver(Path profile) {
        PROTOCOL.setLevel(Level.SEVERE);
        LoggingPreferences logging = new LoggingPreferences();
        logging.enable(LogType.BROWSER, Level.ALL);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(CHROMIUM.toFile());
        options.setCapability(ChromeOptions.LOGGING_PREFS, logging);
        options.addArguments("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-quic",
                "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
                "--window-size=1280,1000", "--user-data-dir=" + profile);
        ChromeDriverService service = new ChromeDriverService.Builder().usingDriverExecutable(DRIVER.toFile())
                .usingAnyFreePort().withLogFile(new File("/dev/null")).build();
        return new ChromeDriver(service, options);
    }

    void open(Path page) {
        open(page, "");
    }

    /** @param fragment what follows the file's name, for example {@code #Q4257} */
    void open(Path page, String fragment) {
        // A page that differs in its fragment only would not be loaded again.
        driver.get("about:blank");
        driver.get(page.toUri() + fragment);
    }

    /** @param scheme {@code light} or {@code dark} */
    void preferColours(String scheme) {
        driver.executeCdpCommand("Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    }

    WebElement find(String selector) {
        return driver.findElement(By.cssSelector(selector));
    }

    WebElement focused() {
        return driver.switchTo().activeElement();
    }

    /** What a script returns: a text, a number, a list or null. */
    Object run(String script) {
        return driver.executeScript(script);
    }

    /** Waits until an expression is true. */
    void until(String expression) {
        new WebDriverWait(driver, Duration.ofSeconds(10)).until(any -> Boolean.TRUE.equals(run("return " + expression)));
    }

    /** The page as PDF. */
    byte[] print() {
        return Base64.getDecoder().decode(driver.print(new PrintOptions()).getContent());
    }

    /** What axe-core finds of serious or critical impact, each with the first element that has it; empty where nothing. */
    Object accessibilityFaults() throws IOException {
        try (InputStream axe = Browser.class.getResourceAsStream("/axe.min.js")) {
            run(new String(axe.readAllBytes(), StandardCharsets.UTF_8));
        }
        return driver.executeAsyncScript("const done = arguments[arguments.length - 1]; axe.run().then(found => done("
                + "found.violations.filter(fault => ['serious', 'critical'].includes(fault.impact))"
                + ".map(fault => `${fault.id}: ${fault.help}: ${fault.nodes[0].html}`)))");
    }

    /** What the browser complained of since it was last asked; empty where of nothing. */
    String complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream().map(LogEntry::getMessage)
                .collect(Collectors.joining("\n"));
    }

    @Override
    public void close() {
        driver.quit();
    }
}
