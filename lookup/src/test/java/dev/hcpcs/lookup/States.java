package dev.hcpcs.lookup;

import static dev.hcpcs.lookup.Releases.code;
import static dev.hcpcs.lookup.Releases.index;
import static dev.hcpcs.lookup.Releases.release;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.zip.CRC32C;

/**
 * Snapshots that follow one another, state 0, 1, 2 and so on, each with answers of its own: which of the codes B0000 to B0011 are
 * terminated are the bits of the state's number, and every record's description names it.
 */
final class States {

    static final LocalDate DAY = LocalDate.of(2026, 6, 1);
    static final int BITS = 12;
    /** Of the records; those of the bits come first. */
    private static final String[] CODES = IntStream.range(0, 1_000).mapToObj("B%04d"::formatted).toArray(String[]::new);
    /** How many answers {@link #isWhole} asks for: status and record for each bit, and two of no record. */
    static final int ANSWERS = 2 * BITS + 2;
    /** Active in every state. */
    static final String NEVER_TERMINATED = Releases.BYSTANDER;

    private States() {
    }

    /** @param records how many the state has beside those of its bits */
    static byte[] snapshot(int state, int records) {
        Releases.Row[] rows = IntStream.range(0, BITS + records).mapToObj(number -> {
            Releases.Row row = code(CODES[number]).says(description(state) + CODES[number]).added("2020-01-01");
            return isSet(state, number) ? row.terminated("2026-01-31") : row;
        }).toArray(Releases.Row[]::new);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            index(release("2026-JAN", rows)).write(bytes);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return bytes.toByteArray();
    }

    static byte[] snapshot(int state) {
        return snapshot(state, 0);
    }

    private static boolean isSet(int state, int bit) {
        return bit < BITS && (state >> bit & 1) == 1;
    }

    /** How every description begins; of one length for all states, so that only the content tells the files apart. */
    private static String description(int state) {
        return "state %04d of ".formatted(state);
    }

    /** Which state answers. */
    static int number(HcpcsIndex index) {
        String description = index.lookup(CODES[0], DAY).record().longDescription();
        return Integer.parseInt(description.substring("state ".length(), "state 0000".length()));
    }

    /** Asks everything that a state is known by: wrong means that the index is none of one state. */
    static boolean isWhole(HcpcsIndex index, int state) {
        String description = description(state);
        for (int bit = 0; bit < BITS; bit++) {
            Answer answer = index.lookup(CODES[bit], DAY);
            Status expected = isSet(state, bit) ? Status.TERMINATED : Status.ACTIVE;
            if (answer.status() != expected || index.status(CODES[bit], DAY) != expected
                    || !answer.record().longDescription().startsWith(description)) {
                return false;
            }
        }
        return index.status("B9999", DAY) == Status.UNKNOWN_CODE && index.status("99213", DAY) == Status.NOT_LEVEL_II;
    }

    /** The ways in which a snapshot becomes none. */
    enum Fault {
        TRUNCATED("is cut short", sound -> Arrays.copyOf(sound, sound.length * 2 / 3)),
        FLIPPED("its checksum does not match", sound -> {
            byte[] flipped = sound.clone();
            flipped[sound.length / 2] ^= 0x10;
            return flipped;
        }),
        FOREIGN("is no HCPCS snapshot", sound -> "A1000 an ordinary text".getBytes(StandardCharsets.US_ASCII)),
        OF_ANOTHER_VERSION("is of snapshot format 99", sound -> {
            byte[] newer = sound.clone();
            ByteBuffer file = ByteBuffer.wrap(newer);
            file.putInt(Snapshot.ENVELOPE, 99);
            CRC32C checksum = new CRC32C();
            checksum.update(newer, Snapshot.ENVELOPE, newer.length - Snapshot.ENVELOPE);
            file.putInt(Snapshot.ENVELOPE - Integer.BYTES, (int) checksum.getValue());
            return newer;
        });

        final String message;
        private final UnaryOperator<byte[]> damage;

        Fault(String message, UnaryOperator<byte[]> damage) {
            this.message = message;
            this.damage = damage;
        }

        byte[] of(byte[] sound) {
            return damage.apply(sound);
        }
    }

    /** As a careful deployment does it: a finished file is renamed over the old one. */
    static void rename(byte[] content, Path file) throws IOException {
        Path next = Files.write(file.resolveSibling(file.getFileName() + ".next"), content);
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
