package dev.hcpcs.lookup;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The page on effective dates read a second time: one code's periods and versions in plain lists, searched from one end to
 * the other. It shares nothing with {@link Timeline} and {@link AnswerTable}, so that a misreading in one of them shows as
 * a difference. The headings and numbers in comments are the page's.
 */
final class NaiveModel {

    /** What the page answers; all but the status are null for a code that no release carries. */
    record Expected(Status status, Evidence evidence, HcpcsRecord record, LocalDate versionStart, Basis basis,
            CodedValue ascPaymentGroup) {

        @Override
        public String toString() {
            return record == null ? status.toString() : status + " " + evidence + ", version from " + versionStart + " "
                    + basis + ", ASC payment group " + ascPaymentGroup + ", record of " + Releases.words(record);
        }
    }

    private static final class ModelPeriod {
        private int life;
        private LocalDate start;
        /** Inclusive; null while open. */
        private LocalDate end;
        private boolean indeterminate;
        private boolean withdrawn;
    }

    private static final class ModelVersion {
        private int life;
        private LocalDate start;
        private LocalDate confirmedFrom;
        private Basis basis;
        private HcpcsRecord record;
        private Quarter lastSeen;
        private boolean firstOfLife;
    }

    private final Consumer<PageRule> reached;
    private final List<ModelPeriod> periods = new ArrayList<>();
    private final List<ModelVersion> versions = new ArrayList<>();
    private final List<LocalDate> statedActionEffectiveDates = new ArrayList<>();
    /** The present one, counted from 1; 0 before the code is first seen. */
    private int life;
    private Quarter lastCarrier;
    private Quarter latestLoaded;

    /**
     * @param releases in order of effective date, at least one
     * @param reached  told of each rule as often as it applies
     */
    NaiveModel(List<ReleaseContent> releases, HcpcsCode code, Consumer<PageRule> reached) {
        this.reached = reached;
        for (ReleaseContent release : releases) {
            HcpcsRecord found = null;
            for (HcpcsRecord record : release.records()) {
                found = record.code().equals(code) ? record : found;
            }
            latestLoaded = release.release().quarter();
            if (found != null) {
                seen(latestLoaded, found);
            } else {
                missing(latestLoaded.effectiveDate());
            }
        }
    }

    private void seen(Quarter quarter, HcpcsRecord record) {
        boolean newLife = seenInPeriods(quarter.effectiveDate(), record);
        if (newLife) {
            firstVersionOfLife(quarter, record);
        } else {
            if (!startOfLife().equals(firstVersionOfPresentLife().start)) {
                moveFirstVersion(startOfLife());
            }
            if (content(record).equals(content(last(versions).record))) {
                extendLastVersion(quarter, record);
            } else {
                changedVersion(quarter, record);
            }
        }
        record.actionEffectiveDate().ifPresent(statedActionEffectiveDates::add);
        lastCarrier = quarter;
    }

    // Periods

    /** Whether a life of the code begins. */
    private boolean seenInPeriods(LocalDate effective, HcpcsRecord record) {
        if (periods.isEmpty()) {
            firstSeen(effective, record);
            return true;
        }
        ModelPeriod period = last(periods);
        if (period.end != null && isAfter(record.addedDate(), period.end)) {
            reached.accept(period.withdrawn ? PageRule.PERIODS_4_NEW_LIFE : PageRule.PERIODS_3_NEW_LIFE);
            life++;
            addPeriod(record.addedDate().get(), record.terminationDate().orElse(null));
            return true;
        }
        if (period.withdrawn) {
            reached.accept(PageRule.PERIODS_4_LEFT_OUT_IN_ERROR);
            period.withdrawn = false;
            period.end = null;
        }
        if (period.end == null) {
            seenWhileOpen(record);
        } else {
            seenWhileClosed(effective, record);
        }
        return false;
    }

    /** Periods, rule 1. */
    private void firstSeen(LocalDate effective, HcpcsRecord record) {
        life = 1;
        LocalDate start;
        if (record.addedDate().isPresent()) {
            reached.accept(PageRule.PERIODS_1_ADDED_DATE);
            start = record.addedDate().get();
        } else if (record.actionEffectiveDate().isPresent()) {
            reached.accept(PageRule.PERIODS_1_ACTION_EFFECTIVE_DATE);
            start = record.actionEffectiveDate().get();
        } else {
            reached.accept(PageRule.PERIODS_1_RELEASE);
            start = effective;
        }
        LocalDate end = record.terminationDate().orElse(null);
        reached.accept(end == null ? PageRule.PERIODS_1_OPEN : PageRule.PERIODS_1_TERMINATED);
        if (isReactivated(record) && isAfter(record.actionEffectiveDate(), start)) {
            reached.accept(PageRule.PERIODS_1_REACTIVATED);
            LocalDate reactivated = record.actionEffectiveDate().get();
            addPeriod(start, reactivated.minusDays(1)).indeterminate = true;
            addPeriod(reactivated, end);
        } else {
            addPeriod(start, end);
        }
    }

    /** Periods, rule 2. */
    private void seenWhileOpen(HcpcsRecord record) {
        ModelPeriod period = last(periods);
        LocalDate added = record.addedDate().orElse(period.start);
        if (periods.size() == 1 && !added.equals(period.start)) {
            reached.accept(PageRule.PERIODS_2_ADDED_DATE_CORRECTED);
            period.start = added;
        } else if (periods.size() > 1 && !record.addedDate().equals(last(versions).record.addedDate())) {
            reached.accept(PageRule.PERIODS_2_ADDED_DATE_OF_SEVERAL);
        }
        if (isReactivated(record) && isAfter(record.actionEffectiveDate(), lastCarrier.lastDay().plusDays(1))) {
            reached.accept(PageRule.PERIODS_2_REACTIVATED_UNSEEN);
            LocalDate reactivated = record.actionEffectiveDate().get();
            period.end = lastCarrier.lastDay();
            addPeriod(lastCarrier.lastDay().plusDays(1), reactivated.minusDays(1)).indeterminate = true;
            addPeriod(reactivated, null);
        } else if (isReactivated(record)) {
            reached.accept(PageRule.PERIODS_2_REACTIVATED_IN_TIME);
        }
        if (record.terminationDate().isPresent()) {
            reached.accept(PageRule.PERIODS_2_TERMINATED);
            last(periods).end = record.terminationDate().get();
        }
    }

    /** Periods, rule 3, where no new life opens. */
    private void seenWhileClosed(LocalDate effective, HcpcsRecord record) {
        ModelPeriod period = last(periods);
        LocalDate end = period.end;
        if (record.terminationDate().isPresent()) {
            reached.accept(record.terminationDate().get().equals(end)
                    ? PageRule.PERIODS_3_UNCHANGED : PageRule.PERIODS_3_REPLACED);
            period.end = record.terminationDate().get();
        } else if (isReactivated(record) || isAfter(record.actionEffectiveDate(), end)) {
            reached.accept(isReactivated(record)
                    ? PageRule.PERIODS_3_REACTIVATED_BY_ACTION : PageRule.PERIODS_3_REACTIVATED_BY_DATE);
            LocalDate start = record.actionEffectiveDate().orElse(effective);
            if (!start.isAfter(end)) {
                reached.accept(PageRule.PERIODS_3_FROM_DAY_AFTER);
                start = end.plusDays(1);
            } else {
                reached.accept(record.actionEffectiveDate().isPresent()
                        ? PageRule.PERIODS_3_FROM_ACTION_EFFECTIVE_DATE : PageRule.PERIODS_3_FROM_RELEASE);
            }
            addPeriod(start, null);
        } else {
            reached.accept(PageRule.PERIODS_3_TAKEN_BACK);
            period.end = null;
        }
    }

    /** Periods, rules 4 and 5. */
    private void missing(LocalDate effective) {
        if (periods.isEmpty()) {
            return;
        }
        ModelPeriod period = last(periods);
        if (period.end == null) {
            reached.accept(PageRule.PERIODS_4_WITHDRAWN);
            period.end = effective.minusDays(1);
            period.withdrawn = true;
        } else {
            reached.accept(PageRule.PERIODS_5_DROPPED);
        }
    }

    private ModelPeriod addPeriod(LocalDate start, LocalDate end) {
        ModelPeriod period = new ModelPeriod();
        period.life = life;
        period.start = start;
        period.end = end;
        periods.add(period);
        return period;
    }

    /**
     * The page says the period's start. Where dates run backwards, a later period of the life may start before the first one
     * and leaves no day of it; then it is that period's.
     */
    private LocalDate startOfLife() {
        LocalDate earliest = null;
        for (ModelPeriod period : periods) {
            if (period.life == life && (earliest == null || period.start.isBefore(earliest))) {
                earliest = period.start;
            }
        }
        return earliest;
    }

    private static boolean isReactivated(HcpcsRecord record) {
        return record.action().isPresent() && record.action().get().code().equals("R");
    }

    // Versions

    /** Versions, rule 1. */
    private void firstVersionOfLife(Quarter quarter, HcpcsRecord record) {
        LocalDate start = startOfLife();
        LocalDate confirmedFrom;
        if (record.actionEffectiveDate().isEmpty()) {
            reached.accept(PageRule.VERSIONS_1_ACTION_BLANK);
            confirmedFrom = quarter.effectiveDate();
        } else if (record.terminationDate().isPresent()
                && isAfter(record.actionEffectiveDate(), record.terminationDate().get())) {
            reached.accept(PageRule.VERSIONS_1_DISCONTINUED);
            confirmedFrom = quarter.effectiveDate();
        } else {
            confirmedFrom = record.actionEffectiveDate().get();
            reached.accept(confirmedFrom.isBefore(start) ? PageRule.VERSIONS_1_FROM_START : PageRule.VERSIONS_1_FROM_ACTION);
        }
        // Those of an earlier life that were still to come never came.
        versions.removeIf(version -> !version.start.isBefore(start));
        ModelVersion version = addVersion(quarter, record);
        version.start = start;
        version.confirmedFrom = confirmedFrom;
        version.basis = Basis.STATED;
        version.firstOfLife = true;
    }

    /**
     * Versions, rule 1 again: the first version of a life starts where the life does, also once that is another day.
     * Versions that this leaves no day are gone.
     */
    private void moveFirstVersion(LocalDate start) {
        reached.accept(PageRule.VERSIONS_1_MOVED);
        List<ModelVersion> earlierLives = new ArrayList<>();
        List<ModelVersion> presentLife = new ArrayList<>();
        for (ModelVersion version : versions) {
            if (version.life == life) {
                presentLife.add(version);
            } else if (version.start.isBefore(start)) {
                earlierLives.add(version);
            }
        }
        while (presentLife.size() > 1 && !presentLife.get(1).start.isAfter(start)) {
            reached.accept(PageRule.VERSIONS_1_PAST_LATER_VERSIONS);
            presentLife.remove(0);
        }
        presentLife.get(0).start = start;
        presentLife.get(0).firstOfLife = true;
        versions.clear();
        versions.addAll(earlierLives);
        versions.addAll(presentLife);
    }

    private ModelVersion firstVersionOfPresentLife() {
        for (ModelVersion version : versions) {
            if (version.life == life) {
                return version;
            }
        }
        throw new AssertionError("a life without a version");
    }

    /** Versions, rule 2. */
    private void extendLastVersion(Quarter quarter, HcpcsRecord record) {
        reached.accept(PageRule.VERSIONS_2_EXTENDED);
        ModelVersion version = last(versions);
        if (!record.longDescription().equals(version.record.longDescription())) {
            reached.accept(PageRule.CONTENT_LETTER_CASE);
        }
        if (!record.anesthesiaBaseUnits().equals(version.record.anesthesiaBaseUnits())) {
            reached.accept(PageRule.CONTENT_ANESTHESIA_BASE_UNITS);
        }
        version.record = record;
        version.lastSeen = quarter;
    }

    /** Versions, rule 3. */
    private void changedVersion(Quarter quarter, HcpcsRecord record) {
        boolean stated = isStated(record);
        LocalDate ownStart = stated ? record.actionEffectiveDate().get() : quarter.effectiveDate();
        LocalDate start = ownStart;
        int firstsReplaced = 0;
        List<ModelVersion> kept = new ArrayList<>();
        for (ModelVersion version : versions) {
            if (version.start.isBefore(ownStart)) {
                kept.add(version);
            } else if (version.firstOfLife) {
                // The last one counts, that of the present life.
                start = version.start;
                firstsReplaced++;
            } else {
                reached.accept(PageRule.VERSIONS_3_REPLACES);
            }
        }
        if (firstsReplaced > 0) {
            reached.accept(firstsReplaced > 1 ? PageRule.VERSIONS_3_REPLACES_LIVES : PageRule.VERSIONS_3_REPLACES_FIRST);
        }
        versions.clear();
        versions.addAll(kept);
        ModelVersion version = addVersion(quarter, record);
        version.start = start;
        version.confirmedFrom = ownStart;
        version.basis = stated ? Basis.STATED : Basis.OBSERVED;
        version.firstOfLife = firstsReplaced > 0;
    }

    private boolean isStated(HcpcsRecord record) {
        if (record.actionEffectiveDate().isEmpty()) {
            reached.accept(PageRule.VERSIONS_3_OBSERVED_BLANK);
            return false;
        }
        if (statedActionEffectiveDates.isEmpty()) {
            boolean later = isAfter(record.actionEffectiveDate(), lastCarrier.effectiveDate());
            reached.accept(later ? PageRule.VERSIONS_3_STATED_FIRST : PageRule.VERSIONS_3_OBSERVED_FIRST);
            return later;
        }
        boolean later = true;
        for (LocalDate stated : statedActionEffectiveDates) {
            later = later && isAfter(record.actionEffectiveDate(), stated);
        }
        reached.accept(later ? PageRule.VERSIONS_3_STATED : PageRule.VERSIONS_3_OBSERVED);
        return later;
    }

    private ModelVersion addVersion(Quarter quarter, HcpcsRecord record) {
        ModelVersion version = new ModelVersion();
        version.life = life;
        version.record = record;
        version.lastSeen = quarter;
        versions.add(version);
        return version;
    }

    /** What is compared of two records: see the term Content. */
    private static List<Object> content(HcpcsRecord record) {
        List<Object> content = new ArrayList<>();
        content.add(text(record.longDescription()));
        content.add(text(record.shortDescription()));
        content.add(codes(record.pricingIndicators()));
        content.add(code(record.multiplePricingIndicator()));
        content.add(texts(record.coverageIssuesManualReferences()));
        content.add(texts(record.medicareCarriersManualReferences()));
        content.add(record.statute().map(NaiveModel::text));
        content.add(codes(record.labCertifications()));
        content.add(texts(record.crossReferences()));
        content.add(code(record.coverage()));
        content.add(code(record.ascPaymentGroup()));
        content.add(record.ascEffectiveDate());
        content.add(code(record.mogPaymentGroup()));
        content.add(code(record.mogPaymentPolicyIndicator()));
        content.add(record.mogEffectiveDate());
        content.add(record.processingNote().map(NaiveModel::text));
        content.add(code(record.betos()));
        content.add(codes(record.typesOfService()));
        content.add(record.anesthesiaBaseUnits().orElse(0));
        return content;
    }

    private static List<String> codes(List<CodedValue> values) {
        return texts(values.stream().map(CodedValue::code).toList());
    }

    private static Optional<String> code(Optional<CodedValue> value) {
        return value.map(CodedValue::code).map(NaiveModel::text);
    }

    private static List<String> texts(List<String> texts) {
        return texts.stream().map(NaiveModel::text).toList();
    }

    private static String text(String text) {
        return text.replaceAll("[\\s\u00a0]+", " ").strip().toLowerCase(Locale.ROOT);
    }

    // The answer for a code on a date

    Expected on(LocalDate date) {
        if (periods.isEmpty()) {
            reached.accept(PageRule.STATUS_UNKNOWN_CODE);
            return new Expected(Status.UNKNOWN_CODE, null, null, null, null, null);
        }
        Status status = status(date);
        ModelVersion version = version(date);
        return new Expected(status, evidence(status, version, date), version.record, version.start, version.basis,
                ascPaymentGroup(version.record, date));
    }

    private Status status(LocalDate date) {
        ModelPeriod period = null;
        for (ModelPeriod each : periods) {
            period = each.start.isAfter(date) ? period : each;
        }
        if (period == null) {
            reached.accept(PageRule.STATUS_NOT_YET_EFFECTIVE);
            return Status.NOT_YET_EFFECTIVE;
        }
        if (period.end != null && date.isAfter(period.end)) {
            reached.accept(period.withdrawn ? PageRule.STATUS_WITHDRAWN : PageRule.STATUS_TERMINATED);
            return period.withdrawn ? Status.WITHDRAWN : Status.TERMINATED;
        }
        reached.accept(period.indeterminate ? PageRule.STATUS_INDETERMINATE : PageRule.STATUS_ACTIVE);
        return period.indeterminate ? Status.INDETERMINATE : Status.ACTIVE;
    }

    private ModelVersion version(LocalDate date) {
        ModelVersion version = null;
        for (ModelVersion each : versions) {
            version = each.start.isAfter(date) ? version : each;
        }
        reached.accept(version == null ? PageRule.VERSION_BEFORE_THE_FIRST : PageRule.VERSION_LAST_STARTED);
        return version == null ? versions.get(0) : version;
    }

    private Evidence evidence(Status status, ModelVersion version, LocalDate date) {
        boolean confirmed;
        switch (status) {
            case ACTIVE -> {
                boolean before = date.isBefore(version.confirmedFrom) || date.isBefore(version.start);
                boolean past = date.isAfter(version.lastSeen.lastDay());
                confirmed = !before && !past;
                reached.accept(confirmed ? PageRule.EVIDENCE_ACTIVE_CONFIRMED
                        : before ? PageRule.EVIDENCE_ACTIVE_BEFORE : PageRule.EVIDENCE_ACTIVE_PAST_LAST_SEEN);
            }
            case TERMINATED, NOT_YET_EFFECTIVE -> {
                confirmed = !date.isAfter(latestLoaded.lastDay());
                reached.accept(confirmed ? PageRule.EVIDENCE_OTHER_CONFIRMED : PageRule.EVIDENCE_OTHER_PAST_LATEST);
            }
            default -> {
                confirmed = false;
                reached.accept(PageRule.EVIDENCE_ALWAYS_ASSUMED);
            }
        }
        return confirmed ? Evidence.CONFIRMED : Evidence.ASSUMED;
    }

    private CodedValue ascPaymentGroup(HcpcsRecord record, LocalDate date) {
        if (record.ascPaymentGroup().isEmpty()) {
            return null;
        }
        if (record.ascEffectiveDate().isEmpty()) {
            reached.accept(PageRule.ASC_DATE_BLANK);
        } else if (date.isBefore(record.ascEffectiveDate().get())) {
            reached.accept(PageRule.ASC_BEFORE_ITS_DATE);
            return null;
        } else {
            reached.accept(PageRule.ASC_FROM_ITS_DATE_ON);
        }
        return record.ascPaymentGroup().get();
    }

    private static boolean isAfter(Optional<LocalDate> date, LocalDate other) {
        return date.isPresent() && date.get().isAfter(other);
    }

    private static <T> T last(List<T> list) {
        return list.get(list.size() - 1);
    }
}
