package dev.hcpcs.loader.fetch;

import java.io.IOException;

/** Thrown where a connection broke off; another one may go on from there. */
final class BrokenTransferException extends IOException {

    BrokenTransferException(String message) {
        super(message);
    }

    BrokenTransferException(Throwable cause) {
        super(cause.getMessage() == null ? cause.toString() : cause.getMessage(), cause);
    }
}
