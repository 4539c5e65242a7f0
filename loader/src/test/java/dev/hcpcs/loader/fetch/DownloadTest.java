package dev.hcpcs.loader.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hcpcs.lookup.Quarter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Transfers that break off, stall or meet another file than before. */
class DownloadTest {

    private static final Quarter QUARTER = Quarter.parse("2026-JAN");
    private static final String NAME = "january-2026-alpha-numeric-hcpcs-file.zip";

    @TempDir
    private Path folder;
    private Duration timeout = Duration.ofSeconds(10);
    private final Recorder progress = new Recorder();
    private byte[] zip;
    private ReleaseServer server;

    @BeforeEach
    void start() throws IOException {
        zip = ReleaseServer.zip(ReleaseServer.JANUARY);
        server = new ReleaseServer(zip);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void brokenTransferGoesOnWhereItBroke() throws IOException {
        server.onceBreakingAfter(200);

        assertFetched(zip);

        assertThat(server.requests()).containsExactly("/" + NAME, "/" + NAME + " Range: bytes=200- If-Range: \"1\"");
        assertThat(progress.broken).singleElement().asString().contains("the transfer broke off after 200 bytes", "retry 1 of 3");
        assertThat(progress.started).containsExactly("0 of " + zip.length, "200 of " + zip.length);
    }

    @Test
    void connectionClosedBeforeAnAnswerIsTriedAgain() throws IOException {
        server.once(exchange -> { });
        assertFetched(zip);
    }

    @Test
    void transferThatKeepsBreakingIsKeptForTheNextRun() throws IOException {
        // The later ones answer the whole file to a question for its rest: what is there is dropped.
        server.onceBreakingAfter(100).onceBreakingAfter(200).onceBreakingAfter(150).onceBreakingAfter(250);

        assertThatThrownBy(this::fetch).isInstanceOf(FetchException.class).hasMessageContainingAll(
                "the transfer broke off after 250 bytes", "3 retries included; they are kept in ", NAME + ".part");
        assertThat(folder.resolve(NAME + ".part")).hasSize(250);
        assertThat(folder.resolve(NAME)).doesNotExist();

        assertFetched(zip);
        assertThat(server.requests().get(4)).contains("Range: bytes=250-");
    }

    @Test
    void serverWithoutRangesStartsOver() throws IOException {
        server.has(zip, null);
        server.wasModified(null);
        server.onceBreakingAfter(200);

        assertFetched(zip);

        assertThat(server.requests()).containsExactly("/" + NAME, "/" + NAME);
        assertThat(progress.started).containsExactly("0 of " + zip.length, "0 of " + zip.length);
    }

    @Test
    void lastModifiedServesWhereThereIsNoStrongTag() throws IOException {
        server.has(zip, "W/\"1\"");
        server.onceBreakingAfter(200);
        assertFetched(zip);
        assertThat(server.requests().get(1)).endsWith("If-Range: Mon, 08 Dec 2025 10:00:00 GMT");
    }

    @Test
    void fileThatChangedMeanwhileStartsOver() throws IOException {
        byte[] later = ReleaseServer.zip("HCPC2026_JAN_ANWEB_v2.txt");
        server.once(exchange -> {
            server.head(exchange).write(zip, 0, 200);
            server.has(later, "\"2\"");
        });
        assertFetched(later);
    }

    @Test
    void restOfAnotherFileIsNotTakenForTheRestOfThisOne() throws IOException {
        byte[] later = ReleaseServer.zip("HCPC2026_JAN_ANWEB_v2.txt");
        server.once(exchange -> {
            server.head(exchange).write(zip, 0, 200);
            server.has(later, "\"2\"");
        }).once(exchange -> server.sendFrom(exchange, 200));

        assertFetched(later);
        assertThat(server.requests()).hasSize(3).last().isEqualTo("/" + NAME);
    }

    @Test
    void partThatIsLongerThanTheFileStartsOver() throws IOException {
        leavePart(zip.length + 10, "http://127.0.0.1:" + server.port() + "/" + NAME);
        assertFetched(zip);
        assertThat(server.requests()).hasSize(2);
    }

    @Test
    void partOfAnotherAddressIsNotContinued() throws IOException {
        leavePart(100, "https://elsewhere.example/" + NAME);
        assertFetched(zip);
        assertThat(server.requests()).containsExactly("/" + NAME);
    }

    private void leavePart(int bytes, String address) throws IOException {
        Files.write(folder.resolve(NAME + ".part"), new byte[bytes]);
        Files.writeString(folder.resolve(NAME + ".part.from"), address + "\n\"1\"\n");
    }

    @Test
    void stalledTransferEndsAndIsKept() throws IOException {
        server.onceStallingAfter(300);
        timeout = Duration.ofSeconds(1);

        assertThatThrownBy(this::fetch).isInstanceOf(FetchException.class).hasMessageContainingAll(
                "no byte came for 1 s, after 300 bytes; they are kept in ", ", and the same command goes on from there");
        assertThat(folder.resolve(NAME + ".part")).hasSize(300);

        assertFetched(zip);
        assertThat(server.requests().get(1)).contains("Range: bytes=300-");
    }

    @Test
    void silentServerIsNotWaitedForLong() {
        server.onceSilent();
        timeout = Duration.ofSeconds(1);
        assertThatThrownBy(this::fetch).isInstanceOf(FetchException.class).hasMessageContaining("no answer within 1 s");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void slowTransferMayTakeLongerThanTheTimeout() throws IOException {
        timeout = Duration.ofSeconds(2);
        server.once(exchange -> {
            OutputStream body = server.head(exchange);
            for (int from = 0; from < zip.length; from += 200) {
                body.write(zip, from, Math.min(200, zip.length - from));
                body.flush();
                sleep(600);
            }
        });

        assertFetched(zip);

        assertThat(progress.received).contains(200L, 400L, (long) zip.length).isSorted();
    }

    @Test
    void endlessFileIsRefused() {
        server.once(exchange -> {
            exchange.sendResponseHeaders(200, 1L << 40);
            exchange.getResponseBody().write(zip);
        });
        assertThatThrownBy(this::fetch).hasMessageContaining("has more than 268,435,456 bytes");
        assertThat(folder).isEmptyDirectory();
    }

    private Fetched fetch() throws IOException {
        return ReleaseFetch.from(new ReleaseAddress(server.address())).timeout(timeout).pause(Duration.ZERO)
                .onProgress(progress).fetch(QUARTER, folder, false);
    }

    /** Whole, and nothing else is left. */
    private void assertFetched(byte[] expected) throws IOException {
        assertThat(fetch().file()).hasBinaryContent(expected);
        assertThat(folder).isDirectoryNotContaining("glob:**.part*");
    }

    private static void sleep(int milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static final class Recorder implements FetchProgress {

        private final List<String> started = new ArrayList<>();
        private final List<Long> received = new ArrayList<>();
        private final List<String> broken = new ArrayList<>();

        @Override
        public void started(long bytes, long total) {
            started.add(bytes + " of " + total);
        }

        @Override
        public void received(long bytes) {
            received.add(bytes);
        }

        @Override
        public void brokeOff(String message) {
            broken.add(message);
        }
    }
}
