package dev.hcpcs.lookup;

/**
 * Every rule of the page on effective dates that a release, or a question, can run into: what {@link NaiveModel} counts,
 * so that a run can tell that it tried them all. White space has no rule here: records hold it collapsed, so the model
 * never sees a difference in it.
 */
enum PageRule {
    CONTENT_LETTER_CASE("Content: letter case makes no difference"),
    CONTENT_ANESTHESIA_BASE_UNITS("Content: blank and zero anesthesia base units make no difference"),

    PERIODS_1_ADDED_DATE("Periods 1: first seen, starts on the added date"),
    PERIODS_1_ACTION_EFFECTIVE_DATE("Periods 1: first seen, starts on the action effective date"),
    PERIODS_1_RELEASE("Periods 1: first seen, starts with the release"),
    PERIODS_1_TERMINATED("Periods 1: first seen, ends on the termination date"),
    PERIODS_1_OPEN("Periods 1: first seen, open"),
    PERIODS_1_REACTIVATED("Periods 1: first seen reactivated, indeterminate until then"),
    PERIODS_2_TERMINATED("Periods 2: open before, a termination date closes"),
    PERIODS_2_ADDED_DATE_CORRECTED("Periods 2: open before, another added date replaces the start"),
    PERIODS_2_ADDED_DATE_OF_SEVERAL("Periods 2: open before, another added date leaves several periods alone"),
    PERIODS_2_REACTIVATED_UNSEEN("Periods 2: open before, reactivated unseen"),
    PERIODS_2_REACTIVATED_IN_TIME("Periods 2: open before, reactivated no later than the day after the quarter end"),
    PERIODS_3_NEW_LIFE("Periods 3: closed before, new life"),
    PERIODS_3_REACTIVATED_BY_ACTION("Periods 3: closed before, reactivated by R"),
    PERIODS_3_REACTIVATED_BY_DATE("Periods 3: closed before, reactivated by the action effective date alone"),
    PERIODS_3_FROM_ACTION_EFFECTIVE_DATE("Periods 3: reactivated from the action effective date"),
    PERIODS_3_FROM_RELEASE("Periods 3: reactivated from the release"),
    PERIODS_3_FROM_DAY_AFTER("Periods 3: reactivated from the day after T"),
    PERIODS_3_TAKEN_BACK("Periods 3: closed before, the termination is taken back"),
    PERIODS_3_REPLACED("Periods 3: closed before, another termination date"),
    PERIODS_3_UNCHANGED("Periods 3: closed before, the same termination date"),
    PERIODS_4_WITHDRAWN("Periods 4: missing while open, withdrawn"),
    PERIODS_4_LEFT_OUT_IN_ERROR("Periods 4: back after the withdrawal, open again"),
    PERIODS_4_NEW_LIFE("Periods 4: back after the withdrawal with a new life"),
    PERIODS_5_DROPPED("Periods 5: missing while closed"),

    VERSIONS_1_FROM_ACTION("Versions 1: first of a life, confirmed from the action effective date"),
    VERSIONS_1_FROM_START("Versions 1: first of a life, confirmed from the start"),
    VERSIONS_1_ACTION_BLANK("Versions 1: first of a life, action effective date blank"),
    VERSIONS_1_DISCONTINUED("Versions 1: first of a life, the action was the discontinuation"),
    VERSIONS_1_MOVED("Versions 1: first of a life, moved with the start"),
    VERSIONS_1_PAST_LATER_VERSIONS("Versions 1: first of a life, moved past later versions"),
    VERSIONS_2_EXTENDED("Versions 2: equal content extends"),
    VERSIONS_3_STATED("Versions 3: stated, later than every action effective date before"),
    VERSIONS_3_STATED_FIRST("Versions 3: stated, none before, later than the last release"),
    VERSIONS_3_OBSERVED("Versions 3: observed, the action effective date is not later"),
    VERSIONS_3_OBSERVED_FIRST("Versions 3: observed, none before, not later than the last release"),
    VERSIONS_3_OBSERVED_BLANK("Versions 3: observed, action effective date blank"),
    VERSIONS_3_REPLACES("Versions 3: replaces a version that is not the first of a life"),
    VERSIONS_3_REPLACES_FIRST("Versions 3: replaces the first of a life and takes over its start"),
    VERSIONS_3_REPLACES_LIVES("Versions 3: replaces the first versions of several lives"),

    STATUS_ACTIVE("Status: active"),
    STATUS_INDETERMINATE("Status: indeterminate"),
    STATUS_TERMINATED("Status: terminated"),
    STATUS_WITHDRAWN("Status: withdrawn"),
    STATUS_NOT_YET_EFFECTIVE("Status: not yet effective"),
    STATUS_UNKNOWN_CODE("Status: unknown code"),

    VERSION_LAST_STARTED("Version: the last that starts on or before the date"),
    VERSION_BEFORE_THE_FIRST("Version: before the first, the first"),

    ASC_FROM_ITS_DATE_ON("ASC payment group: from the ASC effective date on"),
    ASC_BEFORE_ITS_DATE("ASC payment group: hidden before the ASC effective date"),
    ASC_DATE_BLANK("ASC payment group: a blank ASC effective date hides nothing"),

    EVIDENCE_ACTIVE_CONFIRMED("Evidence: active, confirmed"),
    EVIDENCE_ACTIVE_BEFORE("Evidence: active, before the version is confirmed"),
    EVIDENCE_ACTIVE_PAST_LAST_SEEN("Evidence: active, past the quarter in which the version was last seen"),
    EVIDENCE_OTHER_CONFIRMED("Evidence: terminated or not yet effective, confirmed"),
    EVIDENCE_OTHER_PAST_LATEST("Evidence: terminated or not yet effective, past the latest loaded quarter"),
    EVIDENCE_ALWAYS_ASSUMED("Evidence: indeterminate or withdrawn");


    private final String onThePage;

    PageRule(String onThePage) {
        this.onThePage = onThePage;
    }

    @Override
    public String toString() {
        return onThePage;
    }
}
