package dev.hcpcs.loader.fetch;

/** Thrown where all went well, but the answer is no: there is no file of the quarter, or another one than is kept. */
public final class NotFetchedException extends FetchException {

    NotFetchedException(String message) {
        super(message);
    }
}
