package dev.hcpcs.lookup;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InvalidObjectException;
import java.io.Serializable;

/**
 * What Java serialization writes in the place of an index: its snapshot, which is small, is checked when it is read, and does not
 * depend on the fields of any class.
 */
final class SerializedIndex implements Serializable {

    private static final long serialVersionUID = 1;

    private final byte[] snapshot;

    SerializedIndex(HcpcsIndex index) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        index.write(bytes);
        this.snapshot = bytes.toByteArray();
    }

    private Object readResolve() throws InvalidObjectException {
        // A forged stream may leave the field out.
        byte[] bytes = snapshot == null ? new byte[0] : snapshot;
        try {
            return Snapshot.read(bytes, "the serialized index");
        } catch (SnapshotException e) {
            InvalidObjectException invalid = new InvalidObjectException(e.getMessage());
            invalid.initCause(e);
            throw invalid;
        }
    }
}
