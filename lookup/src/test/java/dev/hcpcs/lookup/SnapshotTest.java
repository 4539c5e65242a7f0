package dev.hcpcs.lookup;

import static dev.hcpcs.lookup.Releases.code;
import static dev.hcpcs.lookup.Releases.full;
import static dev.hcpcs.lookup.Releases.index;
import static dev.hcpcs.lookup.Releases.release;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.zip.CRC32C;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SnapshotTest {

    /** Positions: 8 bytes of magic, then length and checksum of all that follows: version and body. */
    private static final int LENGTH = 8;
    private static final int CHECKSUM = 12;
    private static final int VERSION = 16;
    private static final int BODY = 20;

    private static final Companions COMPANIONS = new Companions(
            List.of(Releases.list("2026-JAN", "Q4257 2022-04-01"), Releases.list("2026-APR", "JW")),
            List.of(Releases.notes("2026-APR", "0042 SEE THE MANUAL.")));
    private static final HcpcsIndex INDEX = HcpcsIndex.of(List.of(
            release("2026-JAN", full("Q4257"), code("JW").says("Drug amount discarded \u2013 \u00b5g")
            .added("2003-01-01")),
            release("2026-APR", full("Q4257"), code("JW").says("Other").acted("R"))), COMPANIONS);
    private static final byte[] SNAPSHOT = bytes(INDEX);

    @TempDir
    private Path folder;

    @Test
    void holdsEveryFieldOfEveryRecord() throws IOException {
        HcpcsIndex opened = open(SNAPSHOT);

        assertThat(opened.releases()).isEqualTo(INDEX.releases());
        assertThat(opened.companions()).isEqualTo(COMPANIONS);
        assertThat(opened.codes()).isEqualTo(INDEX.codes());
        for (HcpcsCode code : INDEX.codes()) {
            assertThat(opened.history(code)).isEqualTo(INDEX.history(code));
        }
        assertThat(opened.history("Q4257").versions().get(0).record()).isEqualTo(full("Q4257").record());
    }

    @Test
    void theSameReleasesGiveTheSameBytes() throws IOException {
        assertThat(bytes(open(SNAPSHOT))).isEqualTo(SNAPSHOT);
    }

    @Test
    void aViewOfAnEarlierTimeIsWrittenWithoutWhatCameLater() throws IOException {
        HcpcsIndex then = open(bytes(INDEX.asKnownAt(Quarter.parse("2026-JAN"))));

        assertThat(then.releases()).isEqualTo(INDEX.releases().subList(0, 1));
        assertThat(then.history("JW").versions()).hasSize(1);
        assertThat(then.companions()).isEqualTo(COMPANIONS.upTo(Quarter.parse("2026-JAN")));
    }

    @Test
    void opensFromAFile() throws IOException {
        assertThat(HcpcsIndex.open(file(SNAPSHOT)).history("JW")).isEqualTo(INDEX.history("JW"));
    }

    @Test
    void theCallersStreamsStayOpen() throws IOException {
        AtomicBoolean closed = new AtomicBoolean();
        INDEX.write(new ByteArrayOutputStream() {
            @Override
            public void close() {
                closed.set(true);
            }
        });
        HcpcsIndex.open(new ByteArrayInputStream(SNAPSHOT) {
            @Override
            public void close() {
                closed.set(true);
            }
        });

        assertThat(closed).isFalse();
    }

    @Test
    void isToldFromOtherFilesByItsFirstBytes() throws IOException {
        assertThat(HcpcsIndex.isSnapshot(file(SNAPSHOT))).isTrue();
        assertThat(HcpcsIndex.isSnapshot(file(Arrays.copyOf(SNAPSHOT, 8)))).isTrue();
        assertThat(HcpcsIndex.isSnapshot(file(Arrays.copyOf(SNAPSHOT, 7)))).isFalse();
        assertThat(HcpcsIndex.isSnapshot(file(new byte[0]))).isFalse();
        assertThat(HcpcsIndex.isSnapshot(file(ascii("A1000 an ordinary text")))).isFalse();
    }

    @Test
    void everyTruncationIsRefused() throws IOException {
        for (int length = 0; length < SNAPSHOT.length; length++) {
            byte[] cut = Arrays.copyOf(SNAPSHOT, length);
            Path file = file(cut);
            String problem = length < LENGTH ? "is no HCPCS snapshot" : "is cut short";

            assertThatThrownBy(() -> open(cut)).as("first %d bytes", length).isInstanceOf(SnapshotException.class)
                    .hasMessageContaining(problem);
            assertThatThrownBy(() -> HcpcsIndex.open(file)).as("first %d bytes of a file", length)
                    .isInstanceOf(SnapshotException.class).hasMessageStartingWith(file + " " + problem);
        }
        System.out.printf("TRUNCATED a snapshot of %,d bytes to every length, as stream and as file: all refused%n",
                SNAPSHOT.length);
    }

    /** Each of its bits, and all of them. */
    @Test
    void everyFlippedByteIsRefused() throws IOException {
        for (int at = 0; at < SNAPSHOT.length; at++) {
            String problem = at < LENGTH ? "is no HCPCS snapshot"
                    : at < CHECKSUM ? "its header announces" : "its checksum does not match";
            byte[] flipped = SNAPSHOT.clone();
            for (int bits : new int[] {0x01, 0x02, 0x04, 0x08, 0x10, 0x20, 0x40, 0x80, 0xff}) {
                flipped[at] = (byte) (SNAPSHOT[at] ^ bits);

                assertThatThrownBy(() -> open(flipped)).as("byte %d", at).isInstanceOf(SnapshotException.class)
                        .hasMessageContaining(problem);
            }
            Path file = file(flipped);
            assertThatThrownBy(() -> HcpcsIndex.open(file)).as("byte %d of a file", at).isInstanceOf(SnapshotException.class)
                    .hasMessageContaining(problem);
        }
        System.out.printf("FLIPPED every byte of a snapshot of %,d, each in 9 ways: all refused%n", SNAPSHOT.length);
    }

    @Test
    void bytesAfterTheEndAreRefused() {
        byte[] longer = Arrays.copyOf(SNAPSHOT, SNAPSHOT.length + 1);
        int length = SNAPSHOT.length - VERSION;

        assertThatThrownBy(() -> open(longer)).isInstanceOf(SnapshotException.class)
                .hasMessageContaining("has bytes after its end")
                .hasMessageContaining(length + " bytes, " + (length + 1) + " follow");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "HCPCSRE", "hcpcsref", "A1000 an ordinary text file of some length"})
    void foreignFilesAreRefused(String content) {
        assertThatThrownBy(() -> open(ascii(content))).isInstanceOf(SnapshotException.class)
                .hasMessageContaining("is no HCPCS snapshot").hasMessageContaining("HCPCSREF");
    }

    @ParameterizedTest
    @CsvSource({"4, newer, use a newer version of this library", "99, newer, use a newer version of this library",
        "2, older, build it again from its releases", "0, older, build it again from its releases"})
    void otherVersionsAreRefused(int version, String age, String remedy) {
        byte[] other = forged(snapshot -> snapshot.putInt(VERSION, version));

        assertThatThrownBy(() -> open(other)).isInstanceOf(SnapshotException.class)
                .hasMessageContaining("is of snapshot format " + version + ", " + age + " than format 3")
                .hasMessageContaining(remedy);
    }

    @Test
    void anAbsurdCountIsRefusedAlthoughTheChecksumMatches() {
        byte[] forged = forged(snapshot -> snapshot.putInt(BODY, -1));

        assertThatThrownBy(() -> open(forged)).isInstanceOf(SnapshotException.class)
                .hasMessageContaining("broken although its checksum matches")
                .hasCauseInstanceOf(RuntimeException.class);
    }

    @Test
    void aReferenceToNothingIsRefusedAlthoughTheChecksumMatches() {
        byte[] forged = forged(snapshot -> snapshot.putInt(SNAPSHOT.length - 4, 1_000_000));

        assertThatThrownBy(() -> open(forged)).isInstanceOf(SnapshotException.class)
                .hasMessageContaining("broken although its checksum matches").hasMessageContaining("1000000");
    }

    @Test
    void aRecordThatAReleaseCarriesTwiceIsRefusedAlthoughTheChecksumMatches() {
        int carried = carriedByTheFirstRelease();
        byte[] forged = forged(snapshot -> snapshot.putInt(carried + 2 * Integer.BYTES,
                snapshot.getInt(carried + Integer.BYTES)));

        assertThatThrownBy(() -> open(forged)).isInstanceOf(SnapshotException.class)
                .hasMessageContaining("broken although its checksum matches").hasMessageContaining("records out of order: ");
    }

    @Test
    void anEmptyReleaseIsRefusedAlthoughTheChecksumMatches() {
        int carried = carriedByTheFirstRelease();
        int records = ByteBuffer.wrap(SNAPSHOT).getInt(carried);
        byte[] forged = forged(without(SNAPSHOT, carried + Integer.BYTES, records * Integer.BYTES),
                snapshot -> snapshot.putInt(carried, 0));

        assertThatThrownBy(() -> open(forged)).isInstanceOf(SnapshotException.class)
                .hasMessageContaining("broken although its checksum matches").hasMessageContaining("a release without records");
    }

    @Test
    void anAnswerOfAnotherCodeIsRefusedAlthoughTheChecksumMatches() {
        int last = SNAPSHOT.length - 3 * Integer.BYTES;
        byte[] forged = forged(snapshot -> snapshot.putInt(last, snapshot.getInt(last) + 1));

        assertThatThrownBy(() -> open(forged)).isInstanceOf(SnapshotException.class).hasMessageContaining("of another code");
    }

    @Test
    void aListThatIsTooLongIsNotWritten() {
        HcpcsRecord.Builder record = HcpcsRecord.builder(HcpcsCode.parse("A0001"))
                .crossReferences(Collections.nCopies(65_536, "A0002"));

        assertThatThrownBy(() -> bytesOf(record)).isInstanceOf(IOException.class)
                .hasMessage("a list of 65536 values is too long for a snapshot: A0002, A0002, ...");
    }

    @Test
    void codesOfTheLastLetterSurviveTheTrip() throws IOException {
        HcpcsIndex index = index(release("2026-JAN", code("JZ"), code("Z9999"), code("ZZ")));

        assertThat(open(bytes(index)).codes()).isEqualTo(index.codes()).contains(HcpcsCode.parse("JZ"));
    }

    @Test
    void whatEndsWithinItsHeaderIsToldFromWhatEndsBehindIt() {
        assertThatThrownBy(() -> open(Arrays.copyOf(SNAPSHOT, BODY - 1))).hasMessageContaining("it ends within its header");
        assertThatThrownBy(() -> open(Arrays.copyOf(SNAPSHOT, BODY)))
                .hasMessageContaining("its header announces " + (SNAPSHOT.length - VERSION) + " bytes, 4 follow");
    }

    @Test
    void aTextThatIsTooLongIsNotWritten() {
        assertThatThrownBy(() -> bytesOf(HcpcsRecord.builder(HcpcsCode.parse("A0001")).longDescription("x".repeat(65_536))))
                .isInstanceOf(IOException.class)
                .hasMessage("a text of 65536 bytes is too long for a snapshot: '" + "x".repeat(40) + "...'");
    }

    @Test
    void nothingStaysInTheStreamThatIsWrittenTo() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        INDEX.write(new BufferedOutputStream(bytes, 2 * SNAPSHOT.length));

        assertThat(bytes.toByteArray()).isEqualTo(SNAPSHOT);
    }

    /** It stands in front of procedures, and has the first place behind all of them. */
    @Test
    void theFirstOfAllModifiersSurvivesTheTrip() throws IOException {
        HcpcsIndex index = HcpcsIndex.of(List.of(release("2020-JAN", code("A0"), code("A0001"), code("A1"))));

        assertThat(open(bytes(index)).contents()).isEqualTo(index.contents());
    }

    @Test
    void theLongestTextAndListSurviveTheTrip() throws IOException {
        HcpcsRecord.Builder longest = HcpcsRecord.builder(HcpcsCode.parse("A0001")).longDescription("x".repeat(65_535))
                .crossReferences(Collections.nCopies(65_535, "A0002"));

        assertThat(open(bytesOf(longest)).contents().get(0).records()).containsExactly(longest.build());
    }

    private static byte[] bytesOf(HcpcsRecord.Builder record) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        HcpcsIndex.of(List.of(new ReleaseContent(new Release(Quarter.parse("2020-JAN"), "long.txt", "0".repeat(64)),
                List.of(record.build())))).write(bytes);
        return bytes.toByteArray();
    }

    /** Each list in turn holds what another kind of list may. */
    @Test
    void aListOfTheWrongKindIsRefusedAlthoughTheChecksumMatches() {
        Object[] fields = full("Q4257").record().fields();
        int lists = 0;
        for (int field = 0; field < fields.length; field++) {
            if (fields[field] instanceof List<?> list) {
                lists++;
                Object alien = list.get(0) instanceof CodedValue ? "text" : new CodedValue(CodedField.BETOS, "O1E");
                byte[] forged = forged(fields, field, List.of(alien));
                byte[] forgedBehind = forged(fields, field, List.of(list.get(0), alien));
                assertThatThrownBy(() -> open(forged))
                        .isInstanceOf(SnapshotException.class)
                        .hasMessageContaining("broken although its checksum matches").hasMessageContaining("ClassCastException");
                assertThatThrownBy(() -> open(forgedBehind))
                        .isInstanceOf(SnapshotException.class)
                        .hasMessageContaining("broken although its checksum matches").hasMessageContaining("several kinds of values");
            }
        }
        assertThat(lists).isEqualTo(6);
    }

    private static byte[] forged(Object[] fields, int field, List<?> list) {
        Object[] wrong = fields.clone();
        wrong[field] = list;
        return bytes(HcpcsIndex.of(List.of(new ReleaseContent(INDEX.releases().get(0), List.of(new HcpcsRecord(wrong))))));
    }

    @Test
    void twoReleasesOfOneQuarterAreRefusedAlthoughTheChecksumMatches() {
        Release release = INDEX.releases().get(0);
        ReleaseContent content = INDEX.contents().get(0);
        byte[] forged = bytes(new HcpcsIndex(List.of(release, release), () -> List.of(content, content), Companions.NONE,
                HcpcsIndex.of(List.of(content)).answers()));

        assertThatThrownBy(() -> open(forged)).isInstanceOf(SnapshotException.class)
                .hasMessageContaining("broken although its checksum matches").hasMessageContaining("releases out of order");
    }

    @Test
    void messagesNameTheFile() throws IOException {
        Path damaged = file(Arrays.copyOf(SNAPSHOT, 100));

        assertThatThrownBy(() -> HcpcsIndex.open(damaged)).isInstanceOf(SnapshotException.class)
                .hasMessageStartingWith(damaged + " is cut short");
    }

    @Test
    void aMissingFileIsNoDamagedOne() {
        assertThatThrownBy(() -> HcpcsIndex.open(folder.resolve("nowhere"))).isInstanceOf(NoSuchFileException.class);
    }

    /** The numbers stand in files, so they may not change within a version of the format. */
    @Test
    void numbersOfStatusesAndFieldsAreThoseOfTheFormat() {
        assertThat(Status.values()).startsWith(Status.ACTIVE, Status.TERMINATED, Status.WITHDRAWN, Status.INDETERMINATE,
                Status.NOT_YET_EFFECTIVE, Status.UNKNOWN_CODE);
        assertThat(CodedField.values()).containsExactly(CodedField.PRICING_INDICATOR, CodedField.MULTIPLE_PRICING_INDICATOR,
                CodedField.LAB_CERTIFICATION, CodedField.COVERAGE, CodedField.ASC_PAYMENT_GROUP, CodedField.MOG_PAYMENT_GROUP,
                CodedField.MOG_PAYMENT_POLICY_INDICATOR, CodedField.BETOS, CodedField.TYPE_OF_SERVICE, CodedField.ACTION);
    }

    @Test
    void statusesSurviveTheTrip() throws IOException {
        assertThat(open(SNAPSHOT).lookup("Q4257", LocalDate.of(2026, 7, 1)).status()).isEqualTo(Status.TERMINATED);
    }

    /** Where the number of its records stands, behind effective date, name and SHA-256. */
    private static int carriedByTheFirstRelease() {
        ByteBuffer snapshot = ByteBuffer.wrap(SNAPSHOT);
        int at = BODY;
        while (snapshot.getInt(at) != PackedDate.of(LocalDate.of(2026, 1, 1)) || snapshot.getInt(at - Integer.BYTES) != 2) {
            at++;
        }
        return at + 3 * Integer.BYTES;
    }

    private static byte[] without(byte[] bytes, int from, int count) {
        byte[] shorter = Arrays.copyOf(bytes, bytes.length - count);
        System.arraycopy(bytes, from + count, shorter, from, shorter.length - from);
        return shorter;
    }

    /** Changed, and given the checksum of what it became. */
    private static byte[] forged(Consumer<ByteBuffer> change) {
        return forged(SNAPSHOT.clone(), change);
    }

    private static byte[] forged(byte[] forged, Consumer<ByteBuffer> change) {
        ByteBuffer snapshot = ByteBuffer.wrap(forged);
        change.accept(snapshot);
        CRC32C checksum = new CRC32C();
        checksum.update(forged, VERSION, forged.length - VERSION);
        snapshot.putInt(LENGTH, forged.length - VERSION);
        snapshot.putInt(CHECKSUM, (int) checksum.getValue());
        return forged;
    }

    private static HcpcsIndex open(byte[] snapshot) throws IOException {
        return HcpcsIndex.open(new ByteArrayInputStream(snapshot));
    }

    private static byte[] bytes(HcpcsIndex index) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            index.write(bytes);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return bytes.toByteArray();
    }

    private Path file(byte[] content) throws IOException {
        return Files.write(folder.resolve("hcpcs.snapshot"), content);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
