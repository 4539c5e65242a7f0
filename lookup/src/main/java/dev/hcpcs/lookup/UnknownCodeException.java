package dev.hcpcs.lookup;

/** Thrown by the get forms of {@link HcpcsIndex} for a well-formed code that no loaded release carries. */
public final class UnknownCodeException extends RuntimeException {

    private final HcpcsCode code;

    UnknownCodeException(HcpcsCode code, String question) {
        super("no loaded release carries the code " + code + question);
        this.code = code;
    }

    /** The code that no loaded release carries. */
    public HcpcsCode code() {
        return code;
    }
}
