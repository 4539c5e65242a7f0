package dev.hcpcs.loader.publish;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hcpcs.loader.RealReleases;
import dev.hcpcs.loader.ReleaseLoader;
import dev.hcpcs.lookup.HcpcsIndex;
import dev.hcpcs.lookup.LiveIndex;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A live index while CMS's own quarters of 2020 are published under it, the last one first as a damaged file. */
@Timeout(120)
class RealLiveIndexTest {

    /** Covid-19 testing until the release of July, which says otherwise of it, silently. */
    private static final String MODIFIER = "CS";
    /** Kept, because loggers are collected with their levels. */
    private static final Logger LOG = Logger.getLogger(LiveIndex.class.getName());
    private static final LocalDate DATE = LocalDate.of(2020, 7, 15);

    @TempDir
    private Path folder;

    @BeforeAll
    static void quiet() {
        LOG.setLevel(Level.OFF);
    }

    @AfterAll
    static void asBefore() {
        LOG.setLevel(null);
    }

    @Test
    void answersWithEachQuarterOnceItIsPublished() throws Exception {
        RealReleases.assumePresent();
        Path file = folder.resolve("hcpcs.snapshot");
        publish(file, "HCPC2020_APR_ANWEB.xlsx");
        List<String> said = Collections.synchronizedList(new ArrayList<>());
        AtomicBoolean stop = new AtomicBoolean();
        try (LiveIndex live = LiveIndex.open(file, Duration.ofMillis(100))) {
            Thread reader = new Thread(() -> {
                while (!stop.get()) {
                    String now = said(live.index());
                    if (said.isEmpty() || !said.get(said.size() - 1).equals(now)) {
                        said.add(now);
                    }
                }
            });
            reader.start();

            publish(file, "HCPC2020_JUL_ANWEB.xlsx");
            await(() -> live.reloads() == 1);
            byte[] july = Files.readAllBytes(file);
            Files.write(file, Arrays.copyOf(july, july.length / 2));
            await(() -> live.refusals() == 1);
            assertThat(live.index().releases()).hasSize(2);
            Files.write(file, july);
            publish(file, "HCPC2020_OCT_ANWEB.xlsx");
            await(() -> live.index().releases().size() == 3);
            await(() -> said.size() == 3);
            stop.set(true);
            reader.join();
        }
        assertThat(said).containsExactly("2020-APR Covid-19 testing related svc", "2020-JUL Cost share waiver covid-19",
                "2020-OCT Cost share waiver covid-19");
    }

    private static String said(HcpcsIndex index) {
        return SnapshotReleases.newest(index) + " " + index.lookup(MODIFIER, DATE).record().shortDescription();
    }

    private static void publish(Path file, String release) throws IOException {
        RefreshOutcome outcome = Refresh.run(SnapshotStore.of(file), ReleaseLoader.strict(), List.of(RealReleases.cms(release)),
                new RefreshRules(0.98, 0.15, Set.of(), 8), true);
        assertThat(outcome.result()).isEqualTo(RefreshOutcome.Result.PUBLISHED);
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        while (!condition.getAsBoolean()) {
            Thread.sleep(20);
        }
    }
}
