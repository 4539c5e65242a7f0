package dev.hcpcs.loader.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes.Name;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code bin/hcpcs}, with a jar made from the test's class path. */
class LauncherTest {

    private static final Path LAUNCHER = Path.of("bin/hcpcs").toAbsolutePath();

    @TempDir
    static Path folder;
    private static Path jar;

    @BeforeAll
    static void makeJar() throws IOException {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "SKIPPED: the launcher is a shell script, and there is no /bin/sh");
        List<Path> classPath = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            Path path = Path.of(entry);
            classPath.add(Files.isDirectory(path) ? jarOf(path, classPath.size()) : path);
        }
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Name.MAIN_CLASS, Hcpcs.class.getName());
        jar = Files.createDirectory(folder.resolve("target")).resolve("hcpcs.jar");
        // Relative paths, for Java's archives know no others.
        manifest.getMainAttributes().put(Name.CLASS_PATH, classPath.stream().filter(Files::exists)
                .map(path -> jar.getParent().relativize(path.toAbsolutePath()).toString()).collect(Collectors.joining(" ")));
        new JarOutputStream(Files.newOutputStream(jar), manifest).close();
    }

    private static Path jarOf(Path classes, int number) throws IOException {
        Path made = folder.resolve(number + ".jar");
        try (OutputStream file = Files.newOutputStream(made); JarOutputStream out = new JarOutputStream(file);
                Stream<Path> all = Files.walk(classes)) {
            for (Path path : all.filter(Files::isRegularFile).toList()) {
                out.putNextEntry(new JarEntry(classes.relativize(path).toString()));
                Files.copy(path, out);
            }
        }
        return made;
    }

    private record Run(int exit, String out, String err) {
    }

    private static ProcessBuilder launcher(Path jar, String... arguments) {
        List<String> command = new ArrayList<>(List.of("/bin/sh", LAUNCHER.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("HCPCS_JAR", jar.toString());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        return builder;
    }

    private static Run launch(Path jar, String... arguments) throws IOException, InterruptedException {
        Path err = Files.createTempFile(folder, "err", "");
        Process process = launcher(jar, arguments).redirectError(err.toFile()).start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Run(process.waitFor(), out, Files.readString(err));
    }

    private static List<Path> archives(Path jar) throws IOException {
        return beside(jar, ".jsa");
    }

    private static List<Path> beside(Path jar, String ending) throws IOException {
        try (Stream<Path> files = Files.list(jar.getParent())) {
            return files.filter(file -> file.toString().endsWith(ending)).toList();
        }
    }

    @Test
    void answersAsTheJarDoesAndKeepsAnArchive() throws Exception {
        CommandLineRun expected = CommandLineRun.hcpcs("status", "Q4257", "--on", "2024-03-01");

        Run first = launch(jar, "status", "Q4257", "--on", "2024-03-01");
        assertThat(archives(jar)).hasSize(1);
        Run second = launch(jar, "status", "Q4257", "--on", "2024-03-01");

        assertThat(List.of(first, second)).allSatisfy(run -> {
            assertThat(run.exit).isZero();
            assertThat(run.out).isEqualTo(expected.out());
            assertThat(run.err).isEqualTo(expected.err());
        });
        assertThat(archives(jar)).hasSize(1);
    }

    /** Those of Java 5 too, which Java 17 leaves out of an archive made in one step, and Java 25 out of one with constants. */
    @Test
    void theClassesOfTheCommandLineComeFromTheArchive() throws Exception {
        launch(jar, "status", "Q4257");

        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xlog:class+load", "-XX:SharedArchiveFile=" + archives(jar).get(0), "-jar", jar.toString(), "status", "Q4257")
                .redirectError(ProcessBuilder.Redirect.DISCARD).start();
        List<String> loaded = process.inputReader().lines().toList();

        assertThat(loaded).anyMatch(line -> line.contains(" " + Hcpcs.class.getName() + " source: shared objects file"));
        assertThat(loaded).filteredOn(line -> line.contains(" picocli.CommandLine"))
                .isNotEmpty().allMatch(line -> line.contains(" source: shared objects file"));
        assertThat(beside(jar, "")).containsExactlyInAnyOrder(jar, archives(jar).get(0));
    }

    /** Java 17 lists none, so a stand-in for a later Java does: its archive is the list that it was given. */
    @Test
    void theArchiveIsMadeWithoutConstantsResolvedBeforehand() throws Exception {
        Path home = Files.createDirectory(folder.resolve("java home"));
        Path java = Files.createDirectory(home.resolve("bin")).resolve("java");
        Files.writeString(java, """
                #!/bin/sh
                for each in "$@"; do
                    case $each in
                    -XX:DumpLoadedClassList=*) printf 'a/B id: 1\n@cp a/B 7 8\n@lambda-proxy a/C x\n' > "${each#*=}" ;;
                    -XX:SharedClassListFile=*) list=${each#*=} ;;
                    -XX:SharedArchiveFile=*) cp "$list" "${each#*=}" ;;
                    esac
                done
                """);
        assertThat(java.toFile().setExecutable(true)).isTrue();
        Path other = Files.copy(jar, Files.createDirectory(folder.resolve("later")).resolve("hcpcs.jar"));
        ProcessBuilder builder = launcher(other, "status", "Q4257");
        builder.environment().put("JAVA_HOME", home.toString());

        assertThat(builder.start().waitFor()).isZero();

        assertThat(archives(other)).singleElement().satisfies(archive ->
                assertThat(archive).hasContent("a/B id: 1\n@lambda-proxy a/C x"));
        assertThat(beside(other, "")).hasSize(2);
    }

    @Test
    void aMistakeMakesNoArchive() throws Exception {
        Path other = Files.copy(jar, Files.createDirectory(folder.resolve("mistaken")).resolve("hcpcs.jar"));

        assertThat(launch(other, "status").exit).isEqualTo(2);

        assertThat(beside(other, "")).containsExactly(other);
    }

    @Test
    void aJavaHomeWithoutJavaIsNamed() throws Exception {
        ProcessBuilder builder = launcher(jar, "status", "Q4257").redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", folder + "/nowhere");
        Process process = builder.start();

        assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)).isEqualTo("hcpcs: there is no java in "
                + folder + "/nowhere/bin, where JAVA_HOME says; correct it, or unset it to take the one on the PATH; hcpcs needs Java 17 or"
                + " later\n");
        assertThat(process.waitFor()).isEqualTo(2);
    }

    /** By a relative path, with a search path for folders; by its name alone; and by a link from elsewhere. */
    @Test
    void findsItsJarWhereverItIsCalledFrom() throws Exception {
        Path copied = Files.copy(LAUNCHER, Files.createDirectory(folder.resolve("bin")).resolve("hcpcs"));
        Files.copy(LAUNCHER, Files.createDirectories(folder.resolve("elsewhere/bin")).resolve("hcpcs"));
        Path link = Files.createSymbolicLink(folder.resolve("linked"), copied);
        String expected = launch(jar, "status", "Q4257", "--on", "2024-03-01").out;

        assertThat(called("bin/hcpcs", folder, "elsewhere")).isEqualTo(expected);
        assertThat(called("bin/hcpcs", folder, ".")).isEqualTo(expected);
        assertThat(called("hcpcs", copied.getParent(), "")).isEqualTo(expected);
        assertThat(called(link.toString(), folder, "")).isEqualTo(expected);
    }

    private static String called(String launcher, Path from, String searched) throws IOException {
        ProcessBuilder builder = new ProcessBuilder("/bin/sh", launcher, "status", "Q4257", "--on", "2024-03-01")
                .directory(from.toFile()).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("CDPATH", searched);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        return new String(builder.start().getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    /** As who waits for the first answer's archive may do. */
    @Test
    void nothingIsLeftBehindWhereItIsEndedEarly() throws Exception {
        Path other = Files.copy(jar, Files.createDirectory(folder.resolve("early")).resolve("hcpcs.jar"));
        Process process = launcher(other, "status", "Q4257").redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD).start();
        while (process.isAlive() && beside(other, ".classes").isEmpty()) {
            Thread.sleep(10);
        }

        process.destroy();

        assertThat(process.waitFor()).isEqualTo(143);
        assertThat(beside(other, "")).containsExactly(other);
    }

    /** Its path alone would not tell that a jar was replaced, nor would a newer time. */
    @Test
    void anotherJarGetsAnArchiveOfItsOwn() throws Exception {
        Path other = Files.copy(jar, Files.createDirectory(folder.resolve("other")).resolve("hcpcs.jar"));
        launch(other, "status", "Q4257");
        assertThat(archives(other)).hasSize(1);
        Files.setLastModifiedTime(other, FileTime.from(Instant.parse("2020-01-01T00:00:00Z")));

        launch(other, "status", "Q4257");

        assertThat(archives(other)).hasSize(2);
    }

    @Test
    void givesTheExitStatusAndPassesArgumentsAsTheyAre() throws Exception {
        assertThat(launch(jar, "status", "Z1").exit).isEqualTo(Hcpcs.NEGATIVE);
        Run spaces = launch(jar, "check", folder.resolve("no such  file.csv").toString());
        assertThat(spaces.exit).isEqualTo(Hcpcs.UNUSABLE);
        assertThat(spaces.err).contains("no such  file.csv does not exist");
    }

    @Test
    void aMissingJarIsNamed() throws Exception {
        Run run = launch(folder.resolve("missing.jar"), "status", "Q4257");

        assertThat(run.exit).isEqualTo(Hcpcs.UNUSABLE);
        assertThat(run.err).startsWith("hcpcs: there is no jar ").contains("missing.jar; build it");
    }
}
