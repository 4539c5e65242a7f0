package dev.hcpcs.lookup;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** When one code existed and what its attributes were, over all of its lives, as the loaded releases tell. */
public final class CodeHistory {

    private final HcpcsCode code;
    private final List<Period> periods;
    private final List<Version> versions;
    /** Last day of the latest loaded quarter, whether or not that release carries the code. */
    private final LocalDate lastLoadedDay;

    CodeHistory(HcpcsCode code, List<Period> periods, List<Version> versions, LocalDate lastLoadedDay) {
        this.code = code;
        this.periods = List.copyOf(periods);
        this.versions = List.copyOf(versions);
        this.lastLoadedDay = lastLoadedDay;
    }

    /**
     * What some releases tell of a code.
     *
     * @param releases in order of effective date, no two of one quarter
     * @return empty where none of them carries the code
     * @throws IllegalArgumentException if the releases are not in order
     */
    public static Optional<CodeHistory> of(HcpcsCode code, List<ReleaseContent> releases) {
        return of(code, releases, Companions.NONE);
    }

    static Optional<CodeHistory> of(HcpcsCode code, List<ReleaseContent> releases, Companions companions) {
        @Nullable Timeline timeline = null;
        @Nullable Release latest = null;
        for (ReleaseContent content : releases) {
            if (latest != null && content.release().compareTo(latest) <= 0) {
                throw new IllegalArgumentException(content.release() + " is not later than " + latest);
            }
            latest = content.release();
            Optional<HcpcsRecord> record = content.find(code);
            if (record.isPresent()) {
                timeline = timeline == null ? new Timeline(code) : timeline;
                timeline.sighted(latest, record.get());
            } else if (timeline != null) {
                timeline.missing(latest);
            }
        }
        return timeline == null || latest == null ? Optional.empty() : Optional.of(timeline.history(latest).with(companions));
    }

    private CodeHistory with(Companions companions) {
        List<NotOtherwiseClassifiedList> lists = companions.notOtherwiseClassified();
        return lists.isEmpty() ? this : new CodeHistory(code, periods, versions.stream()
                .map(version -> new Version(version.life(), version.start(), version.confirmedFrom(), version.basis(),
                        version.record(), version.releases(), NotOtherwiseClassified.of(this, version.life(), lists)))
                .toList(), lastLoadedDay);
    }

    /** The code. */
    public HcpcsCode code() {
        return code;
    }

    /** When the code existed: by start, never overlapping, at least one. */
    public List<Period> periods() {
        return periods;
    }

    /** What the attributes were: by start, each until the next one's, at least one. */
    public List<Version> versions() {
        return versions;
    }

    /** What the code was on a date; there is exactly one answer for every date. */
    public Answer on(LocalDate date) {
        Version version = versions.get(Math.max(0, lastStartingBy(date, versions, Version::start)));
        Status status = statusOn(date);
        return new Answer(date, status, evidence(date, status, version), version, version.record());
    }

    /** The life that a date falls into: the last one that begins on or before it; before the first, the first. */
    int lifeOn(LocalDate date) {
        return periods.get(Math.max(0, lastStartingBy(date, periods, Period::start))).life();
    }

    /**
     * The last day on which a version applied to the code while it existed: the day before the next version, or the code's last
     * day where that is earlier. It lies before the version's start where the code had ended by then.
     *
     * @return empty where the version applies still
     * @throws IllegalArgumentException if the version is not one of this history
     */
    public Optional<LocalDate> lastDay(Version version) {
        int place = versions.indexOf(version);
        if (place < 0) {
            throw new IllegalArgumentException(version + " is no version of " + code);
        }
        Optional<LocalDate> beforeNext = place + 1 < versions.size()
                ? Optional.of(versions.get(place + 1).start().minusDays(1)) : Optional.empty();
        int period = lastStartingBy(beforeNext.orElse(LocalDate.MAX), periods, Period::start);
        Optional<LocalDate> end = periods.get(Math.max(0, period)).end();
        return end.isPresent() && end.get().isBefore(beforeNext.orElse(LocalDate.MAX)) ? end : beforeNext;
    }

    private Status statusOn(LocalDate date) {
        int period = lastStartingBy(date, periods, Period::start);
        return period < 0 ? Status.NOT_YET_EFFECTIVE : periods.get(period).statusOn(date);
    }

    /**
     * Every day on which the answer may differ from that of the day before, in no order, some more than once; never empty.
     * The ASC payment group is apart: it begins on the {@linkplain HcpcsRecord#ascEffectiveDate date} of each version's record.
     */
    public List<LocalDate> daysOfChange() {
        List<LocalDate> days = new ArrayList<>();
        for (Period period : periods) {
            days.add(period.start());
            period.end().ifPresent(end -> days.add(end.plusDays(1)));
        }
        for (Version version : versions) {
            days.add(version.start());
            days.add(version.confirmedFrom());
            days.add(version.lastSeen().quarter().lastDay().plusDays(1));
        }
        days.add(lastLoadedDay.plusDays(1));
        return days;
    }

    private Evidence evidence(LocalDate date, Status status, Version version) {
        boolean confirmed = switch (status) {
            case ACTIVE -> !date.isBefore(version.confirmedFrom())
                    && !date.isAfter(version.lastSeen().quarter().lastDay());
            case TERMINATED, NOT_YET_EFFECTIVE -> !date.isAfter(lastLoadedDay);
            default -> false;
        };
        return confirmed ? Evidence.CONFIRMED : Evidence.ASSUMED;
    }

    /** The index of the last element that starts on or before the date, or -1. From the newest: there are few. */
    private static <T> int lastStartingBy(LocalDate date, List<T> ascending, Function<T, LocalDate> start) {
        int i = ascending.size() - 1;
        while (i >= 0 && start.apply(ascending.get(i)).isAfter(date)) {
            i--;
        }
        return i;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CodeHistory history && code.equals(history.code) && periods.equals(history.periods)
                && versions.equals(history.versions) && lastLoadedDay.equals(history.lastLoadedDay);
    }

    @Override
    public int hashCode() {
        return Objects.hash(code, periods, versions, lastLoadedDay);
    }

    @Override
    public String toString() {
        return code + " " + periods + " " + versions;
    }
}
