package dev.hcpcs.loader.fetch;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A server on the loopback address that has one file at every address, knows ranges and conditions, and misbehaves as told. */
public final class ReleaseServer implements AutoCloseable {

    /** What the sample release of January 2026 is called in ZIPs. */
    public static final String JANUARY = "HCPC2026_JAN_ANWEB.txt";
    private static final Path SAMPLES = Path.of("../data-samples/src/main/resources/dev/hcpcs/samples");

    private final HttpServer server;
    private final Queue<HttpHandler> once = new ConcurrentLinkedQueue<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private volatile byte[] file;
    private volatile String tag;
    private volatile String lastModified = "Mon, 08 Dec 2025 10:00:00 GMT";

    public ReleaseServer(byte[] file) throws IOException {
        this(HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0), file);
    }

    /** @param server bound, but not started */
    ReleaseServer(HttpServer server, byte[] file) {
        this.server = server;
        has(file, "\"1\"");
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", exchange -> {
            Headers headers = exchange.getRequestHeaders();
            requests.add(exchange.getRequestURI().getPath() + condition(headers, "Range") + condition(headers, "If-Range")
                    + condition(headers, "If-Modified-Since"));
            try (exchange) {
                Optional<HttpHandler> told = Optional.ofNullable(once.poll());
                told.orElse(this::wellBehaved).handle(exchange);
            }
        });
        server.start();
    }

    /** A ZIP with the sample release of January 2026. */
    public static byte[] zip(String name) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            ZipEntry entry = new ZipEntry(name);
            entry.setTime(0);
            zip.putNextEntry(entry);
            Files.copy(SAMPLES.resolve(JANUARY), zip);
        }
        return bytes.toByteArray();
    }

    public String address() {
        return "http://127.0.0.1:" + port() + "/{month}-{year}-alpha-numeric-hcpcs-file.zip";
    }

    public int port() {
        return server.getAddress().getPort();
    }

    /** Path and conditions of each request. */
    public List<String> requests() {
        return requests;
    }

    /** @param newTag the ETag; null for a server without them */
    public void has(byte[] newFile, String newTag) {
        file = newFile;
        tag = newTag;
    }

    /** @param date null for a server that does not tell; without an ETag too, it knows neither ranges nor conditions */
    public void wasModified(String date) {
        lastModified = date;
    }

    /** Answers one request otherwise; several in turn. */
    public ReleaseServer once(HttpHandler handler) {
        once.add(handler);
        return this;
    }

    /** Answers one request with a status only. */
    public ReleaseServer onceStatus(int status) {
        return once(exchange -> exchange.sendResponseHeaders(status, -1));
    }

    /** Announces the whole file once, and closes the connection after some of it. */
    public ReleaseServer onceBreakingAfter(int bytes) {
        return once(exchange -> sendSome(exchange, bytes));
    }

    /** Announces the whole file once, and sends nothing more after some of it, until the test ends. */
    public ReleaseServer onceStallingAfter(int bytes) {
        return once(exchange -> {
            sendSome(exchange, bytes);
            awaitEnd();
        });
    }

    /** Never answers one request. */
    public ReleaseServer onceSilent() {
        return once(exchange -> awaitEnd());
    }

    /** The head of an answer with the whole file; for a handler that sends it in its own way. */
    public OutputStream head(HttpExchange exchange) throws IOException {
        describe(exchange);
        exchange.sendResponseHeaders(200, file.length);
        return exchange.getResponseBody();
    }

    private void sendSome(HttpExchange exchange, int bytes) throws IOException {
        OutputStream body = head(exchange);
        body.write(file, 0, bytes);
        body.flush();
    }

    private void awaitEnd() {
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void wellBehaved(HttpExchange exchange) throws IOException {
        Headers asked = exchange.getRequestHeaders();
        String range = asked.getFirst("Range");
        if (lastModified != null && lastModified.equals(asked.getFirst("If-Modified-Since"))) {
            exchange.sendResponseHeaders(304, -1);
        } else if (range != null && asked.getFirst("If-Range").equals(tag == null ? lastModified : tag)) {
            sendFrom(exchange, Integer.parseInt(range.replaceAll("\\D", "")));
        } else {
            head(exchange).write(file);
        }
    }

    /** Sends the rest of the file, whether it is still the same or not. */
    public void sendFrom(HttpExchange exchange, int start) throws IOException {
        describe(exchange);
        if (start >= file.length) {
            exchange.getResponseHeaders().set("Content-Range", "bytes */" + file.length);
            exchange.sendResponseHeaders(416, -1);
            return;
        }
        exchange.getResponseHeaders().set("Content-Range", "bytes " + start + "-" + (file.length - 1) + "/" + file.length);
        exchange.sendResponseHeaders(206, file.length - start);
        exchange.getResponseBody().write(file, start, file.length - start);
    }

    private void describe(HttpExchange exchange) {
        Headers headers = exchange.getResponseHeaders();
        headers.set("Content-Type", "application/zip");
        if (tag != null) {
            headers.set("ETag", tag);
        }
        if (lastModified != null) {
            headers.set("Last-Modified", lastModified);
        }
    }

    private static String condition(Headers headers, String name) {
        return headers.containsKey(name) ? " " + name + ": " + headers.getFirst(name) : "";
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
    }
}
