package dev.hcpcs.lookup;

import java.io.IOException;

/** Thrown for a file that is no usable snapshot; the message names the file and says why, and nothing of it was used. */
public final class SnapshotException extends IOException {

    SnapshotException(String message) {
        super(message);
    }
}
