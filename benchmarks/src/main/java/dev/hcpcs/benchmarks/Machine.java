package dev.hcpcs.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;

/** What figures were measured on, for their reader. */
final class Machine {

    private Machine() {
    }

    /** For example {@code Measured on 2026-11-21 by `Results`, in one run: 2 processors (…), OpenJDK … 17.0.15, Linux.} */
    static String measuredBy(Class<?> program) {
        return "Measured on " + LocalDate.now() + " by `" + program.getSimpleName() + "`, in one run: "
                + Runtime.getRuntime().availableProcessors() + " processors (" + processor() + "), "
                + System.getProperty("java.vm.name") + " " + System.getProperty("java.version") + ", "
                + System.getProperty("os.name") + ".";
    }

    private static String processor() {
        try {
            return Files.readAllLines(Path.of("/proc/cpuinfo")).stream().filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip()).findFirst().orElse("unknown");
        } catch (IOException e) {
            return "unknown";
        }
    }
}
