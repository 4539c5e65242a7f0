package dev.hcpcs.lookup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Micrometer is optional: with the lookup's own classes and the JDK's alone, all works but its metrics. */
class WithoutMicrometerTest {

    @TempDir
    private Path folder;

    @Test
    void theLiveIndexAnswers() throws Exception {
        Path file = Files.write(folder.resolve("hcpcs.snapshot"), States.snapshot(1));
        URL[] classPath = {LiveIndex.class.getProtectionDomain().getCodeSource().getLocation()};
        try (URLClassLoader alone = new URLClassLoader(classPath, ClassLoader.getPlatformClassLoader())) {
            Class<?> type = alone.loadClass(LiveIndex.class.getName());
            assertThat(type).isNotSameAs(LiveIndex.class);
            try (AutoCloseable live = (AutoCloseable) type.getMethod("open", Path.class).invoke(null, file)) {
                assertThat(type.getMethod("status", String.class, LocalDate.class).invoke(live, "B0000", States.DAY))
                        .hasToString("TERMINATED");
            }

            assertThatThrownBy(() -> Class.forName("dev.hcpcs.lookup.micrometer.LiveIndexMetrics", true, alone))
                    .isInstanceOf(NoClassDefFoundError.class).hasMessageContaining("io/micrometer");
        }
    }
}
