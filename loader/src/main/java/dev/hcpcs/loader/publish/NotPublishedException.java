package dev.hcpcs.loader.publish;

import java.io.IOException;

/** Thrown where a snapshot is left as it is; the message says why and what to do. */
public final class NotPublishedException extends IOException {

    NotPublishedException(String message) {
        super(message);
    }
}
