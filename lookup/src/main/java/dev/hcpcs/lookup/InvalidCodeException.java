package dev.hcpcs.lookup;

/** Thrown for a text that is no HCPCS Level II code; the message names the text and what was expected. */
public final class InvalidCodeException extends IllegalArgumentException {

    /** Why a text is no HCPCS Level II code. */
    public enum Reason {
        /** The text has the form of no code at all. */
        MALFORMED,
        /** A CPT code or modifier: HCPCS Level I, maintained by the American Medical Association. */
        CPT,
        /** A dental (CDT) code, maintained by the American Dental Association. */
        DENTAL
    }

    private final Reason reason;

    private InvalidCodeException(String message, Reason reason) {
        super(message);
        this.reason = reason;
    }

    static InvalidCodeException of(String text, CodeForm form) {
        return switch (form) {
            case CPT -> new InvalidCodeException("'" + text.strip() + "' is a CPT code (HCPCS Level I); only HCPCS Level II"
                    + " codes, which CMS publishes, can be looked up", Reason.CPT);
            case DENTAL -> new InvalidCodeException("'" + text.strip() + "' is a dental (CDT) code; only HCPCS Level II"
                    + " codes, which CMS publishes, can be looked up", Reason.DENTAL);
            default -> new InvalidCodeException("'" + text + "' is not a HCPCS code: a procedure code is a letter and four"
                    + " digits (Q4257), a modifier a letter and a letter or digit (JW)", Reason.MALFORMED);
        };
    }

    /** Why the text is no HCPCS Level II code. */
    public Reason reason() {
        return reason;
    }
}
