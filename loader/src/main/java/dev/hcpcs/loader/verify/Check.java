package dev.hcpcs.loader.verify;

/** What a release is verified by, in the order of a report. */
public enum Check {
    /** What the loader says of the release's files. */
    DIAGNOSTIC("diagnostics"),
    /** The release's file against the same release in other formats, field by field: mostly the text against the workbook. */
    TEXT_AGAINST_WORKBOOK("text against workbook"),
    /** The actions of the records against those that CMS's transaction report tells. */
    ACTION_AGAINST_TRANSACTION_REPORT("actions against transaction report"),
    /** Fields that every record has, and one has not. */
    BLANK_FIELD("blank fields"),
    /** Dates that contradict one another, or cannot be. */
    CONTRADICTING_DATES("contradicting dates"),
    /** Values of coded fields that CMS's record layout does not have. */
    UNKNOWN_VALUE("unknown values"),
    /** Cross references to what is no code, or none that can be billed. */
    DANGLING_CROSS_REFERENCE("cross references that lead nowhere");

    private final String title;

    Check(String title) {
        this.title = title;
    }

    /** Its name for people. */
    public String title() {
        return title;
    }
}
