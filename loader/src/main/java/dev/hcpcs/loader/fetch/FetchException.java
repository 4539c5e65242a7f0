package dev.hcpcs.loader.fetch;

import java.io.IOException;

/** Thrown where a file cannot be fetched; the message says what the server answered, what is kept, and what to do. */
public sealed class FetchException extends IOException permits NotFetchedException {

    FetchException(String message) {
        super(message);
    }
}
