package dev.hcpcs.lookup;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Builds one code's history from what the releases say of it, one release after another.
 *
 * <p>A record states only CMS's <em>last</em> action, so the builder keeps two things in step. {@link Periods} are when
 * the code existed; a record may close, reopen, split or move them. {@link Versions} are what its attributes were; a
 * record extends the last version or starts a new one. A record is taken in that order, because the first version of a
 * life starts where its period does.
 *
 * <p>Call {@link #sighted} or {@link #missing} once for every loaded release, in order of effective date, from the first
 * release that carries the code on; then {@link #history}.
 */
final class Timeline {

    private final HcpcsCode code;
    private final Periods periods = new Periods();
    private final Versions versions = new Versions();
    /** The last release that carried the code. */
    private @Nullable Release lastCarrier;
    /** The latest action effective date that a release has stated for the code so far; null while none has. */
    private @Nullable LocalDate latestAction;

    Timeline(HcpcsCode code) {
        this.code = code;
    }

    /** A release carries the code. */
    void sighted(Release release, HcpcsRecord record) {
        Sighting sighting = new Sighting(release, record);
        if (lastCarrier == null) {
            periods.firstSeen(sighting);
            versions.beginLife(sighting, periods.startOfLife());
        } else if (periods.beginsNewLife(sighting)) {
            periods.beginLife(sighting);
            versions.beginLife(sighting, periods.startOfLife());
        } else {
            periods.seenAgain(sighting, lastCarrier.quarter().lastDay());
            versions.moveStartOfLife(periods.startOfLife());
            versions.seenAgain(sighting, latestAction != null ? latestAction : lastCarrier.quarter().effectiveDate());
        }
        lastCarrier = release;
        if (sighting.action != null && (latestAction == null || sighting.action.isAfter(latestAction))) {
            latestAction = sighting.action;
        }
    }

    /** A release does not carry the code, although an earlier one did. */
    void missing(Release release) {
        periods.missing(release.quarter().effectiveDate());
    }

    CodeHistory history(Release latestLoaded) {
        return new CodeHistory(code, periods.build(), versions.build(), latestLoaded.quarter().lastDay());
    }

    /** What one release says that matters for the timeline; a blank date is null. */
    private static final class Sighting {

        final Release release;
        final HcpcsRecord record;
        final LocalDate effective;
        final @Nullable LocalDate added;
        final @Nullable LocalDate action;
        final @Nullable LocalDate terminated;
        final boolean reactivated;

        Sighting(Release release, HcpcsRecord record) {
            this.release = release;
            this.record = record;
            effective = release.quarter().effectiveDate();
            added = record.addedDate().orElse(null);
            action = record.actionEffectiveDate().orElse(null);
            terminated = record.terminationDate().orElse(null);
            reactivated = record.action().filter(code -> code.code().equals("R")).isPresent();
        }
    }

    /** When the code existed. */
    private static final class Periods {

        private static final class Span {

            final int life;
            LocalDate start;
            /** Last day, inclusive; null while open. */
            @Nullable LocalDate end;
            Status during = Status.ACTIVE;
            Status after = Status.TERMINATED;

            Span(int life, LocalDate start, @Nullable LocalDate end) {
                this.life = life;
                this.start = start;
                this.end = end;
            }
        }

        private final List<Span> spans = new ArrayList<>();
        private int life = 1;
        /** How many periods there have been, those among them that others have hidden since. */
        private int periodsEver = 0;

        private Span last() {
            return spans.get(spans.size() - 1);
        }

        LocalDate startOfLife() {
            return spans.stream().filter(span -> span.life == life).findFirst().orElseThrow().start;
        }

        void firstSeen(Sighting seen) {
            LocalDate start = seen.added != null ? seen.added : seen.action != null ? seen.action : seen.effective;
            add(new Span(life, start, seen.terminated));
            if (seen.reactivated && seen.action != null && seen.action.isAfter(start)) {
                last().during = Status.INDETERMINATE;
                last().end = seen.action.minusDays(1);
                add(new Span(life, seen.action, seen.terminated));
            }
        }

        /** CMS reuses codes: an added date after the end is another thing under the same code. */
        boolean beginsNewLife(Sighting seen) {
            LocalDate terminated = last().end;
            return terminated != null && seen.added != null && seen.added.isAfter(terminated);
        }

        void beginLife(Sighting seen) {
            life++;
            add(new Span(life, requireNonNull(seen.added), seen.terminated));
        }

        void seenAgain(Sighting seen, LocalDate lastDayOfLastCarrier) {
            LocalDate terminated = last().end;
            if (terminated != null && last().after == Status.TERMINATED) {
                seenAfterTermination(seen, terminated);
                return;
            }
            // Withdrawn and back with no new life: CMS had left the code out in error.
            last().end = null;
            last().after = Status.TERMINATED;
            seenWhileOpen(seen, lastDayOfLastCarrier);
        }

        private void seenWhileOpen(Sighting seen, LocalDate lastDayOfLastCarrier) {
            if (seen.added != null && periodsEver == 1) {
                last().start = seen.added;
            }
            if (seen.reactivated && seen.action != null && seen.action.isAfter(lastDayOfLastCarrier.plusDays(1))) {
                last().end = lastDayOfLastCarrier;
                Span unknown = new Span(life, lastDayOfLastCarrier.plusDays(1), seen.action.minusDays(1));
                unknown.during = Status.INDETERMINATE;
                add(unknown);
                add(new Span(life, seen.action, null));
            }
            last().end = seen.terminated;
        }

        private void seenAfterTermination(Sighting seen, LocalDate terminated) {
            if (seen.terminated != null) {
                last().end = seen.terminated;
            } else if (seen.reactivated || seen.action != null && seen.action.isAfter(terminated)) {
                LocalDate reactivated = seen.action != null ? seen.action : seen.effective;
                LocalDate next = terminated.plusDays(1);
                add(new Span(life, reactivated.isAfter(next) ? reactivated : next, null));
            } else {
                last().end = null;
            }
        }

        void missing(LocalDate effective) {
            if (last().end == null) {
                last().end = effective.minusDays(1);
                last().after = Status.WITHDRAWN;
            }
        }

        /** CMS's dates may run backwards: a new period ends earlier ones the day before, and hides those that start later. */
        private void add(Span span) {
            spans.removeIf(earlier -> !earlier.start.isBefore(span.start));
            if (!spans.isEmpty()) {
                LocalDate end = last().end;
                last().end = end == null || !end.isBefore(span.start) ? span.start.minusDays(1) : end;
            }
            spans.add(span);
            periodsEver++;
        }

        List<Period> build() {
            return spans.stream()
                    .map(span -> new Period(span.life, span.start, Optional.ofNullable(span.end), span.during, span.after))
                    .toList();
        }
    }

    /** What the code's attributes were. */
    private static final class Versions {

        private static final class Stage {

            final int life;
            LocalDate start;
            /** First day on which a release states the attributes; may lie before the start. */
            final LocalDate confirmedFrom;
            final Basis basis;
            boolean opensLife;
            HcpcsRecord record;
            final List<Release> releases = new ArrayList<>();

            Stage(int life, LocalDate start, LocalDate confirmedFrom, Basis basis, Sighting seen) {
                this.life = life;
                this.start = start;
                this.confirmedFrom = confirmedFrom;
                this.basis = basis;
                this.record = seen.record;
                this.releases.add(seen.release);
            }

            void carriedBy(Sighting seen) {
                record = seen.record;
                releases.add(seen.release);
            }
        }

        private final List<Stage> stages = new ArrayList<>();
        private int life = 0;

        private Stage last() {
            return stages.get(stages.size() - 1);
        }

        void beginLife(Sighting seen, LocalDate start) {
            life++;
            // Where the action was the discontinuation itself, its date says nothing of the attributes before it.
            LocalDate confirmedFrom = seen.action != null
                    && (seen.terminated == null || !seen.action.isAfter(seen.terminated)) ? seen.action : seen.effective;
            Stage stage = new Stage(life, start, confirmedFrom, Basis.STATED, seen);
            stage.opensLife = true;
            stages.removeIf(earlier -> !earlier.start.isBefore(start));
            stages.add(stage);
        }

        /** The period's start was corrected; what no longer lies in the life goes. */
        void moveStartOfLife(LocalDate start) {
            int first = 0;
            while (!(stages.get(first).life == life && stages.get(first).opensLife)) {
                first++;
            }
            while (first + 1 < stages.size() && !stages.get(first + 1).start.isAfter(start)) {
                stages.remove(first);
            }
            Stage opening = stages.get(first);
            opening.start = start;
            opening.opensLife = true;
            stages.removeIf(stage -> stage.life < life && !stage.start.isBefore(start));
        }

        /** @param latestAction a later action effective date than this one tells when the content changed */
        void seenAgain(Sighting seen, LocalDate latestAction) {
            if (RecordField.sameContent(last().record, seen.record)) {
                last().carriedBy(seen);
                return;
            }
            LocalDate action = seen.action;
            Stage stage = action != null && action.isAfter(latestAction)
                    ? new Stage(life, action, action, Basis.STATED, seen)
                    : new Stage(life, seen.effective, seen.effective, Basis.OBSERVED, seen);
            LocalDate start = stage.start;
            while (!stages.isEmpty() && !last().start.isBefore(start)) {
                Stage replaced = stages.remove(stages.size() - 1);
                if (replaced.opensLife && replaced.life == life) {
                    stage.opensLife = true;
                    stage.start = replaced.start;
                }
            }
            stages.add(stage);
        }

        List<Version> build() {
            return stages.stream()
                    .map(stage -> new Version(stage.life, stage.start,
                            stage.confirmedFrom.isBefore(stage.start) ? stage.start : stage.confirmedFrom,
                            stage.basis, stage.record, stage.releases, NotOtherwiseClassified.UNKNOWN))
                    .toList();
        }
    }
}
