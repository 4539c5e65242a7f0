package dev.hcpcs.lookup;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The service of {@code docs/spring-boot.md}, started in a folder as a process of its own: Spring Boot would take over the
 * logging of the tests' process.
 */
final class CodesService implements AutoCloseable {

    private static final Pattern STARTED = Pattern.compile("Tomcat started on port (\\d+)");

    private final HttpClient client = HttpClient.newHttpClient();
    private final StringBuffer printed = new StringBuffer();
    private final CompletableFuture<Integer> port = new CompletableFuture<>();
    private final Process process;
    private final CompletableFuture<Void> reading;

    CodesService(Path folder, String... arguments) throws IOException {
        List<String> command = Stream.concat(Stream.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", "-cp", absoluteClassPath(), "com.example.codes.CodesApplication", "--server.port=0"),
                Arrays.stream(arguments)).toList();
        process = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
        reading = CompletableFuture.runAsync(this::read, task -> new Thread(task, "codes-service").start());
    }

    private static String absoluteClassPath() {
        return String.join(File.pathSeparator, Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath().toString()).toList());
    }

    private void read() {
        try (BufferedReader lines = process.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                printed.append(line).append('\n');
                Matcher started = STARTED.matcher(line);
                if (started.find()) {
                    port.complete(Integer.parseInt(started.group(1)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            port.completeExceptionally(new IOException("not started:\n" + printed));
        }
    }

    /** Waits until the service has started. */
    HttpResponse<String> get(String path) throws Exception {
        URI address = URI.create("http://localhost:" + port.get() + path);
        return client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
    }

    /** What the service has written so far. */
    String printed() {
        return printed.toString();
    }

    /** Waits until the service has ended by itself, and all that it printed is there. */
    int exit() throws Exception {
        reading.get();
        return process.waitFor();
    }

    @Override
    public void close() {
        // The process's own destroy would close what it still prints.
        process.toHandle().destroy();
        reading.join();
        process.onExit().join();
    }
}
