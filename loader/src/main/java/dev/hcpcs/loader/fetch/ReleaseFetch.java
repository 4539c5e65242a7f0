package dev.hcpcs.loader.fetch;

import static java.util.Objects.requireNonNull;

import dev.hcpcs.loader.ReleaseQuarters;
import dev.hcpcs.loader.fetch.Fetched.Outcome;
import dev.hcpcs.lookup.Quarter;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * Fetches a quarter's release file into a folder, with its SHA-256 beside it:
 *
 * <pre>
 * october-2026-alpha-numeric-hcpcs-file.zip
 * october-2026-alpha-numeric-hcpcs-file.zip.sha256
 * </pre>
 *
 * <p>Nothing appears under that name that is not whole and a release of that quarter. The file's time is the server's, so that
 * the next fetch asks whether there is a later one. A fetch is immutable and can be used again.
 */
public final class ReleaseFetch {

    private final ReleaseAddress address;
    private final Duration timeout;
    private final Duration pause;
    private final FetchProgress progress;

    private ReleaseFetch(ReleaseAddress address, Duration timeout, Duration pause, FetchProgress progress) {
        this.address = address;
        this.timeout = timeout;
        this.pause = pause;
        this.progress = progress;
    }

    /** Fetches from an address, and waits at most 30 seconds for anything to happen. */
    public static ReleaseFetch from(ReleaseAddress address) {
        return new ReleaseFetch(requireNonNull(address, "address"), Duration.ofSeconds(30), Duration.ofSeconds(1),
                FetchProgress.NONE);
    }

    /** The same, with another limit to the wait for a connection, for an answer, and for each next byte. */
    public ReleaseFetch timeout(Duration limit) {
        return new ReleaseFetch(address, requireNonNull(limit, "limit"), pause, progress);
    }

    /** The same, telling how far it is. */
    public ReleaseFetch onProgress(FetchProgress listener) {
        return new ReleaseFetch(address, timeout, pause, requireNonNull(listener, "listener"));
    }

    /** The same, with another pause before a transfer that broke off is tried again. */
    ReleaseFetch pause(Duration between) {
        return new ReleaseFetch(address, timeout, between, progress);
    }

    /**
     * Fetches a quarter's file, unless it is there and the server has no other one.
     *
     * @param folder  made where it does not exist
     * @param replace whether a file that is there may be replaced by another one
     * @throws NotFetchedException      if the server has no such file, or another one than is there
     * @throws FetchException           if the file cannot be transferred, or what came is no release of that quarter
     * @throws IOException              if the folder or a file in it cannot be read or written
     * @throws IllegalArgumentException if the address names another quarter's file, or a proxy is named that is none, or the
     *                                  folder is another file
     */
    public Fetched fetch(Quarter quarter, Path folder, boolean replace) throws IOException {
        URI from = addressOf(quarter);
        KeptFile kept = new KeptFile(folder.resolve(ReleaseAddress.fileName(quarter)));
        Optional<String> present = kept.sha256();
        Optional<String> recorded = kept.recordedSha256();
        if (!replace && present.isPresent() && recorded.isPresent() && !recorded.equals(present)) {
            throw new NotFetchedException(kept.path() + " is not the file that was fetched: its SHA-256 is " + present.get()
                    + ", not " + recorded.get() + " as recorded in " + kept.checksum() + "; --replace fetches it again");
        }
        if (!Files.isDirectory(folder)) {
            if (Files.exists(folder)) {
                throw new IllegalArgumentException(folder + " is no folder");
            }
            Files.createDirectories(folder);
        }
        try (PartFile part = PartFile.of(kept.path())) {
            boolean known = !replace && present.isPresent() && recorded.equals(present);
            Answer answer = new Download(new Connection(timeout), pause, progress)
                    .run(from, part, known ? Optional.of(kept.lastModified()) : Optional.empty());
            return switch (answer.status()) {
                case Answer.NOT_FOUND, Answer.GONE -> throw new NotFetchedException(from + ": HTTP " + answer.status()
                        + "; there is no file of " + quarter + " yet, or it is named otherwise. " + ReleaseAddress.ADVICE);
                case Answer.NOT_MODIFIED -> new Fetched(Outcome.UNCHANGED, from, kept.path(), present.orElseThrow());
                default -> keep(part, quarter, from, answer, kept, present, replace);
            };
        }
    }

    /** Before anything is sent: a name that tells another quarter is a mistake. */
    private URI addressOf(Quarter quarter) {
        URI from = address.of(quarter);
        String name = from.getPath().substring(from.getPath().lastIndexOf('/') + 1);
        Optional<Quarter> told = ReleaseQuarters.ofName(name);
        if (told.isPresent() && !told.get().equals(quarter)) {
            throw new IllegalArgumentException(from + " is of " + told.get() + " by its name, not of " + quarter);
        }
        return from;
    }

    /** @param present the SHA-256 of the file that is there */
    private static Fetched keep(PartFile part, Quarter quarter, URI from, Answer answer, KeptFile kept, Optional<String> present,
            boolean replace) throws IOException {
        try {
            ReleaseCheck.check(part.path(), quarter, from, answer);
            String sha256 = KeptFile.sha256(part.path());
            if (present.equals(Optional.of(sha256))) {
                kept.record(sha256, answer.lastModified());
                return new Fetched(Outcome.UNCHANGED, from, kept.path(), sha256);
            }
            if (present.isPresent() && !replace) {
                throw new NotFetchedException(from + " is another file than " + kept.path() + ", which stays: its SHA-256 is "
                        + sha256 + ", not " + present.get() + "; --replace takes it instead");
            }
            kept.become(part, sha256, answer.lastModified());
            return new Fetched(present.isPresent() ? Outcome.REPLACED : Outcome.DOWNLOADED, from, kept.path(), sha256);
        } finally {
            part.delete();
        }
    }
}
