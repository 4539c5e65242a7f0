package dev.hcpcs.lookup.micrometer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hcpcs.lookup.HcpcsCode;
import dev.hcpcs.lookup.HcpcsIndex;
import dev.hcpcs.lookup.HcpcsRecord;
import dev.hcpcs.lookup.LiveIndex;
import dev.hcpcs.lookup.LiveIndexLog;
import dev.hcpcs.lookup.Quarter;
import dev.hcpcs.lookup.Release;
import dev.hcpcs.lookup.ReleaseContent;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(LiveIndexLog.class)
class LiveIndexMetricsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 1, 1);

    @TempDir
    private Path folder;
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

    @Test
    @Timeout(120)
    void reportsAgeReloadsRefusalsAndLookupsByStatus() throws Exception {
        Path file = write("hcpcs.snapshot", "2026-JAN");
        try (LiveIndex live = LiveIndex.open(file, Duration.ofMillis(20))) {
            Clock clock = Clock.fixed(Instant.parse("2026-07-03T00:00:00Z"), ZoneOffset.UTC);
            new LiveIndexMetrics(live, Tags.of("data", "hcpcs"), clock).bindTo(registry);
            assertThat(age()).isEqualTo(183);

            live.status("A0001", DAY);
            live.status("99213", DAY);
            live.find("99214", DAY);
            Files.move(write("next", "2026-JUL"), file, StandardCopyOption.ATOMIC_MOVE);
            awaitCount("hcpcs.reloads");
            Files.writeString(file, "no snapshot");
            awaitCount("hcpcs.refusals");

            assertThat(age()).isEqualTo(2);
            assertThat(lookups("ACTIVE")).isEqualTo(1);
            assertThat(lookups("NOT_LEVEL_II")).isEqualTo(2);
            assertThat(lookups("INVALID_CODE")).isZero();
            assertThat(registry.getMeters()).hasSize(11)
                    .allMatch(meter -> "hcpcs".equals(meter.getId().getTag("data")) && meter.getId().getDescription() != null);
        }
    }

    @Test
    void theAgeIsByTheSystemsClockAndInTheRegistrysUnit() throws IOException {
        try (LiveIndex live = LiveIndex.open(write("hcpcs.snapshot", "2020-JAN"))) {
            new LiveIndexMetrics(live).bindTo(registry);

            assertThat(age()).isPositive();
            assertThat(registry.get("hcpcs.release.age").gauge().getId().getBaseUnit()).isEqualTo("seconds");
        }
    }

    /** Some 30 MB of it; a registry lives as long as the application. */
    @Test
    @Timeout(30)
    void theRegistryDoesNotHoldAClosedIndex() throws Exception {
        WeakReference<LiveIndex> closed = bindAndClose(write("hcpcs.snapshot", "2026-JAN"));

        while (closed.get() != null) {
            System.gc();
            Thread.sleep(10);
        }
        assertThat(registry.getMeters()).isNotEmpty();
    }

    private WeakReference<LiveIndex> bindAndClose(Path file) throws IOException {
        try (LiveIndex live = LiveIndex.open(file)) {
            new LiveIndexMetrics(live).bindTo(registry);
            return new WeakReference<>(live);
        }
    }

    private double age() {
        return registry.get("hcpcs.release.age").timeGauge().value(TimeUnit.DAYS);
    }

    private double lookups(String status) {
        return registry.get("hcpcs.lookups").tag("status", status).functionCounter().count();
    }

    private void awaitCount(String counter) throws InterruptedException {
        while (registry.get(counter).functionCounter().count() < 1) {
            Thread.sleep(5);
        }
    }

    private Path write(String name, String quarter) throws IOException {
        Release release = new Release(Quarter.parse(quarter), quarter + ".txt", "0".repeat(64));
        HcpcsRecord record = HcpcsRecord.builder(HcpcsCode.parse("A0001")).build();
        Path file = folder.resolve(name);
        try (OutputStream out = Files.newOutputStream(file)) {
            HcpcsIndex.of(List.of(new ReleaseContent(release, List.of(record)))).write(out);
        }
        return file;
    }
}
