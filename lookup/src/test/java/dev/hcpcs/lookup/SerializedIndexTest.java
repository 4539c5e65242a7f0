package dev.hcpcs.lookup;

import static dev.hcpcs.lookup.Releases.code;
import static dev.hcpcs.lookup.Releases.full;
import static dev.hcpcs.lookup.Releases.release;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamClass;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class SerializedIndexTest {

    private static final Companions COMPANIONS = new Companions(
            List.of(Releases.list("2026-JAN", "Q4257 2022-04-01"), Releases.list("2026-APR", "JW")),
            List.of(Releases.notes("2026-APR", "0042 SEE THE MANUAL.")));
    private static final HcpcsIndex INDEX = HcpcsIndex.of(List.of(
            release("2026-JAN", full("Q4257"), code("JW").says("Drug amount discarded").added("2003-01-01")),
            release("2026-APR", full("Q4257"), code("JW").says("Other").acted("R"))), COMPANIONS);

    @Test
    void holdsAllThatTheIndexTells() throws Exception {
        HcpcsIndex read = (HcpcsIndex) read(serialized(INDEX));

        assertThat(read.releases()).isEqualTo(INDEX.releases());
        assertThat(read.companions()).isEqualTo(COMPANIONS);
        assertThat(read.codes()).isEqualTo(INDEX.codes());
        for (HcpcsCode code : INDEX.codes()) {
            assertThat(read.history(code)).isEqualTo(INDEX.history(code));
        }
        assertThat(snapshot(read)).isEqualTo(snapshot(INDEX));
    }

    @Test
    void isTheSnapshotAndLittleElse() throws Exception {
        byte[] serialized = serialized(INDEX);

        assertThat(text(serialized)).contains(text(snapshot(INDEX)));
        assertThat(serialized.length - snapshot(INDEX).length).isLessThan(120);
    }

    @Test
    void isWrittenAndReadOnceWhereverItIsReferredTo() throws Exception {
        List<?> read = (List<?>) read(serialized(List.of(INDEX, INDEX)));

        assertThat(read.get(0)).isSameAs(read.get(1));
    }

    @Test
    void everyFlippedByteOfTheSnapshotIsRefusedWithItsMessage() throws Exception {
        byte[] serialized = serialized(INDEX);
        int begin = text(serialized).indexOf("HCPCSREF");
        for (int at = begin; at < begin + snapshot(INDEX).length; at++) {
            byte[] flipped = serialized.clone();
            flipped[at] ^= 1;

            assertThatThrownBy(() -> read(flipped)).as("byte %d", at - begin).isInstanceOf(InvalidObjectException.class)
                    .hasCauseInstanceOf(SnapshotException.class).hasMessageStartingWith("the serialized index ")
                    .hasMessageContaining(at - begin < 8 ? "is no HCPCS snapshot" : at - begin < 12 ? "its header announces"
                            : "is damaged: its checksum does not match");
        }
    }

    @Test
    void aStreamWithoutTheSnapshotIsRefused() throws Exception {
        byte[] renamed = text(serialized(INDEX)).replaceFirst("snapshot", "snapshat").getBytes(StandardCharsets.ISO_8859_1);

        assertThatThrownBy(() -> read(renamed)).isInstanceOf(InvalidObjectException.class)
                .hasMessageContaining("the serialized index is no HCPCS snapshot");
    }

    /** Whoever writes such a stream by hand gets no index without releases. */
    @Test
    void fieldsOfTheIndexItselfAreRefused() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes) {
            @Override
            protected void writeClassDescriptor(ObjectStreamClass described) throws IOException {
                super.writeClassDescriptor(ObjectStreamClass.lookup(HcpcsIndex.class));
            }
        }) {
            out.writeObject(new Forged());
        }

        assertThatThrownBy(() -> read(bytes.toByteArray())).isInstanceOf(InvalidObjectException.class)
                .hasMessage("an index is serialized as its snapshot only");
    }

    private static final class Forged implements java.io.Serializable {
    }

    private static Object read(byte[] serialized) throws IOException, ClassNotFoundException {
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(serialized))) {
            return in.readObject();
        }
    }

    private static byte[] serialized(Object value) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(value);
        }
        return bytes.toByteArray();
    }

    private static byte[] snapshot(HcpcsIndex index) throws IOException {
        ByteArrayOutputStream snapshot = new ByteArrayOutputStream();
        index.write(snapshot);
        return snapshot.toByteArray();
    }

    /** A character a byte. */
    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
