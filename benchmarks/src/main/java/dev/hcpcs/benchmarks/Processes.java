package dev.hcpcs.benchmarks;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Whole processes, each started anew: the command line beside the least that a Java process, or one that copies a CSV, takes.
 * Needs the built {@code hcpcs.jar}; processes to be compared are started in turn, and the median counts.
 */
final class Processes {

    static final String HELLO = "a Java process that says hello";
    static final String LAUNCHER = "`loader/bin/hcpcs status`, from a snapshot";
    static final String JAR = "`java -jar hcpcs.jar status`, from a snapshot";
    static final String COPY = "copying a CSV of 1,000,000 lines with Commons CSV";
    static final String CHECK = "`loader/bin/hcpcs check` of that CSV";
    static final String CHECK_SMALL_HEAP = "`java -Xmx64m -jar hcpcs.jar check` of that CSV";
    static final String CHECK_LONG = "the same of 4,000,000 lines";

    private static final Path JAR_FILE = Path.of("loader/target/hcpcs.jar");
    private static final Path CLASSES = Path.of("benchmarks/target/classes");
    private static final int LINES = 1_000_000;

    private Processes() {
    }

    /** Milliseconds of each, in the order of the names above. */
    static Map<String, Double> times() throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("hcpcs");
        Path snapshot = Files.write(folder.resolve("hcpcs.snapshot"), Releases.snapshot());
        Path claims = claims(folder.resolve("claims.csv"), 1);
        Path longClaims = claims(folder.resolve("long-claims.csv"), 4);
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> status = List.of("status", "Q4257", "--data", snapshot.toString());
        List<String> check = List.of("check", claims.toString(), "--out", folder.resolve("out.csv").toString(), "--data",
                snapshot.toString());
        List<String> checkLong = List.of("check", longClaims.toString(), "--out", folder.resolve("out.csv").toString(), "--data",
                snapshot.toString());

        Map<String, List<String>> answers = new LinkedHashMap<>();
        answers.put(HELLO, List.of(java, "-cp", CLASSES.toString(), Hello.class.getName()));
        answers.put(LAUNCHER, command(List.of("loader/bin/hcpcs"), status));
        answers.put(JAR, command(List.of(java, "-jar", JAR_FILE.toString()), status));
        Map<String, List<String>> files = new LinkedHashMap<>();
        files.put(COPY, List.of(java, "-cp", System.getProperty("java.class.path"), CopyCsv.class.getName(), claims.toString(),
                folder.resolve("copy.csv").toString()));
        files.put(CHECK, command(List.of("loader/bin/hcpcs"), check));
        files.put(CHECK_SMALL_HEAP, command(List.of(java, "-Xmx64m", "-jar", JAR_FILE.toString()), check));
        Map<String, List<String>> longFile = Map.of(CHECK_LONG,
                command(List.of(java, "-Xmx64m", "-jar", JAR_FILE.toString()), checkLong));

        Map<String, Double> times = new LinkedHashMap<>(medians(answers, 21));
        times.putAll(medians(files, 9));
        times.putAll(medians(longFile, 1));
        for (String name : List.of("out.csv", "copy.csv", "claims.csv", "long-claims.csv", "hcpcs.snapshot")) {
            Files.delete(folder.resolve(name));
        }
        Files.delete(folder);
        return times;
    }

    private static List<String> command(List<String> program, List<String> arguments) {
        List<String> command = new ArrayList<>(program);
        command.addAll(arguments);
        return command;
    }

    /** The {@link Questions} over and over, with a number in front. */
    private static Path claims(Path file, int millions) throws IOException {
        Questions questions = new Questions(Releases.index());
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("claim,code,date\n");
            for (int line = 0; line < millions * LINES; line++) {
                int question = line % Questions.COUNT;
                out.write(line + "," + questions.codes[question] + "," + questions.dates[question] + "\n");
            }
        }
        return file;
    }

    private static Map<String, Double> medians(Map<String, List<String>> commands, int times)
            throws IOException, InterruptedException {
        Map<String, double[]> all = new LinkedHashMap<>();
        for (int i = 0; i < times; i++) {
            for (Map.Entry<String, List<String>> command : commands.entrySet()) {
                ProcessBuilder builder = new ProcessBuilder(command.getValue()).redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD);
                builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
                long start = System.nanoTime();
                int exit = builder.start().waitFor();
                if (exit != 0) {
                    throw new IllegalStateException(command.getValue() + " ended with " + exit);
                }
                all.computeIfAbsent(command.getKey(), key -> new double[times])[i] = (System.nanoTime() - start) / 1e6;
            }
        }
        Map<String, Double> medians = new LinkedHashMap<>();
        all.forEach((name, taken) -> {
            Arrays.sort(taken);
            medians.put(name, taken[times / 2]);
        });
        return medians;
    }
}
