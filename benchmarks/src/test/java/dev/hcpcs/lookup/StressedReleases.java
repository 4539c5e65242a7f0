package dev.hcpcs.lookup;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.IntStream;

/** Releases of one code, which says of which quarter it is, and questions about it. */
final class StressedReleases {

    static final Quarter FIRST = Quarter.parse("2026-JAN");
    private static final String CODE = "Q4257";
    private static final LocalDate DATE = LocalDate.of(2026, 12, 1);
    private static final byte[] OLD = snapshot(1);
    private static final byte[] NEW = snapshot(2);

    /** Kept, because loggers are collected with their levels. */
    private static final Logger LOG = Logger.getLogger(LiveIndex.class.getName());

    static {
        LOG.setLevel(Level.OFF);
    }

    private StressedReleases() {
    }

    /** Of so many quarters from the first on. */
    static HcpcsIndex index(int quarters) {
        return HcpcsIndex.of(IntStream.rangeClosed(1, quarters).mapToObj(StressedReleases::release).toList());
    }

    private static ReleaseContent release(int number) {
        return new ReleaseContent(new Release(new Quarter(2026, number), number + ".txt", "0".repeat(64)),
                List.of(HcpcsRecord.builder(HcpcsCode.parse(CODE)).longDescription("In quarter " + number)
                        .addedDate(Optional.of(LocalDate.of(2020, 1, 1))).build()));
    }

    private static byte[] snapshot(int quarters) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            index(quarters).write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** The index of one quarter, as it comes from a snapshot. */
    static HcpcsIndex opened() {
        try {
            return HcpcsIndex.open(new ByteArrayInputStream(OLD));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A live index that has opened one quarter, and whose file holds two by now. Its thread has looked at the file, and will not
     * again for a day.
     */
    static LiveIndex liveBeforeReload(Path file) {
        try {
            Files.write(file, OLD);
            LiveIndex live = LiveIndex.open(new SnapshotFile(file, Duration.ZERO), Duration.ofDays(1),
                    FolderWatch.none(file.getParent()));
            while (live.thread().getState() != Thread.State.TIMED_WAITING) {
                Thread.onSpinWait();
            }
            Path next = Files.write(Path.of(file + ".next"), NEW);
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
            return live;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file of its own for each live index. */
    static Path newFile() {
        try {
            return Files.createTempFile("stressed", ".snapshot");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void end(LiveIndex live, Path file) {
        live.close();
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How many quarters an index has; -1 where not all of it is of so many. */
    static int quarters(HcpcsIndex index) {
        int quarters = index.releases().size();
        Answer answer = index.lookup(CODE, DATE);
        boolean whole = answer.record().longDescription().equals("In quarter " + quarters)
                && index.status(CODE, DATE) == Status.ACTIVE && index.contents().size() == quarters
                && index.history(CODE).versions().size() == quarters && index.status("A0001", DATE) == Status.UNKNOWN_CODE;
        return whole ? quarters : -1;
    }

    static Status ask(LiveIndex live) {
        return live.status(CODE, DATE);
    }
}
