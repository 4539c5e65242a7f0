package dev.hcpcs.loader.fetch;

import dev.hcpcs.loader.ReadLimit;
import dev.hcpcs.loader.ReadLimits;
import dev.hcpcs.loader.ReleaseException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Transfers a file into a {@link PartFile}. Bytes that are there already, from a transfer that broke off or from an earlier run,
 * are continued where the server can do that and still has the same file; else it starts over.
 */
final class Download {

    private static final int RETRIES = 3;

    private final Connection connection;
    private final Duration pause;
    private final FetchProgress progress;

    /** @param pause before a transfer that broke off is tried again */
    Download(Connection connection, Duration pause, FetchProgress progress) {
        this.connection = connection;
        this.pause = pause;
        this.progress = progress;
    }

    /**
     * Transfers a file, and goes on where the transfer breaks off.
     *
     * @param modifiedSince where given, nothing is transferred unless the file was modified since then
     * @return the last answer. By its status, the part is the whole file ({@link Answer#WHOLE}, {@link Answer#PARTIAL}), or there
     *         is nothing to transfer ({@link Answer#NOT_MODIFIED}, {@link Answer#NOT_FOUND}, {@link Answer#GONE})
     * @throws FetchException if the server refuses, does not answer, stalls, or keeps breaking off; what has come is kept
     * @throws IOException    if the part cannot be written
     */
    Answer run(URI address, PartFile part, Optional<Instant> modifiedSince) throws IOException {
        for (int retry = 1;; retry++) {
            try {
                return transfer(address, part, modifiedSince);
            } catch (BrokenTransferException e) {
                String broken = address + ": the transfer broke off after " + bytes(part.size()) + " (" + e.getMessage() + ")";
                if (retry > RETRIES) {
                    throw new FetchException(broken + ", " + RETRIES + " retries included; " + kept(part));
                }
                progress.brokeOff(broken + "; retry " + retry + " of " + RETRIES);
                sleep();
            }
        }
    }

    private Answer transfer(URI address, PartFile part, Optional<Instant> modifiedSince) throws IOException {
        Optional<String> validator = part.validator(address);
        HttpRequest.Builder request = HttpRequest.newBuilder(address).header("User-Agent", "hcpcs");
        if (validator.isPresent()) {
            request.header("Range", "bytes=" + part.size() + "-").header("If-Range", validator.get());
        } else if (modifiedSince.isPresent()) {
            request.header("If-Modified-Since", Answer.date(modifiedSince.get()));
        }
        HttpResponse<ResponseBytes> response = connection.send(request.build());
        Answer answer = Answer.of(response);
        try (ResponseBytes bytes = response.body()) {
            switch (answer.status()) {
                case Answer.WHOLE -> {
                    part.startOver(address, answer.validator());
                    receive(address, answer, bytes, part);
                }
                case Answer.PARTIAL, Answer.RANGE_NOT_SATISFIABLE -> {
                    if (validator.isEmpty()) {
                        throw refused(address, answer);
                    }
                    // Not every server that knows ranges knows the condition: it may be the rest of another file.
                    boolean same = answer.validator().isEmpty() || answer.validator().equals(validator);
                    if (!same || answer.start() != part.size()) {
                        part.startOver(address, Optional.empty());
                        return transfer(address, part, modifiedSince);
                    }
                    receive(address, answer, bytes, part);
                }
                case Answer.NOT_MODIFIED, Answer.NOT_FOUND, Answer.GONE -> { }
                default -> throw refused(address, answer);
            }
        }
        return answer;
    }

    private void receive(URI address, Answer answer, ResponseBytes bytes, PartFile part) throws IOException {
        checkSize(address, part, answer.total());
        progress.started(part.size(), answer.total());
        try {
            for (List<ByteBuffer> next = bytes.next(); !next.isEmpty(); next = bytes.next()) {
                part.append(next);
                checkSize(address, part, part.size());
                progress.received(part.size());
            }
        } catch (HttpTimeoutException e) {
            throw new FetchException(address + ": no byte came for " + connection.patience() + ", after " + bytes(part.size())
                    + "; " + kept(part));
        }
        if (answer.total() >= 0 && part.size() != answer.total()) {
            throw new BrokenTransferException("the file has " + bytes(answer.total()));
        }
    }

    private static void checkSize(URI address, PartFile part, long size) throws IOException {
        try {
            ReadLimits.configured().check(ReadLimit.ARCHIVE_BYTES, size, address.toString());
        } catch (ReleaseException e) {
            part.delete();
            throw new FetchException(e.getMessage());
        }
    }

    private static FetchException refused(URI address, Answer answer) {
        return new FetchException(address + ": HTTP " + answer.status() + (answer.location().isBlank() ? "" : " to "
                + answer.location()) + ", and no file; " + switch (answer.status() / 100) {
                    case 3 -> "redirects are followed to https only, and not for ever";
                    case 5 -> "try again later";
                    default -> answer.status() == Answer.PROXY_PASSWORD_REQUIRED
                            ? "the proxy asks for a password, which cannot be given here; download the file with a browser"
                            : "look whether a browser gets it from " + ReleaseAddress.PAGE;
                });
    }

    private static String kept(PartFile part) throws IOException {
        return part.size() == 0 ? "try again later"
                : "they are kept in " + part.path() + ", and the same command goes on from there where the server can";
    }

    private static String bytes(long number) {
        return String.format(Locale.ROOT, "%,d byte%s", number, number == 1 ? "" : "s");
    }

    private void sleep() throws InterruptedIOException {
        try {
            Thread.sleep(pause.toMillis());
        } catch (InterruptedException e) {
            throw Connection.interrupted();
        }
    }
}
