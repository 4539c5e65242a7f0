package dev.hcpcs.loader.change;

import dev.hcpcs.lookup.Basis;
import dev.hcpcs.lookup.CodeHistory;
import dev.hcpcs.lookup.HcpcsCode;
import dev.hcpcs.lookup.HcpcsIndex;
import dev.hcpcs.lookup.HcpcsRecord;
import dev.hcpcs.lookup.Period;
import dev.hcpcs.lookup.Quarter;
import dev.hcpcs.lookup.RecordField;
import dev.hcpcs.lookup.Release;
import dev.hcpcs.lookup.ReleaseContent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Every code whose existence or content differs, or whose dates CMS corrected, between an older and a newer release.
 *
 * <p>The releases before the older one are what was known: they tell a code that is new from one that is
 * {@linkplain ChangeKind#RETURNED back} or {@linkplain ChangeKind#REUSED reused}. Immutable.
 */
public final class ReleaseChanges {

    private final List<Release> known;
    private final Release from;
    private final Release to;
    private final SortedMap<HcpcsCode, CodeChange> changes;
    /** In order of effective date: the known ones, the two compared ones, and all others of the indexes. */
    private final List<ReleaseContent> loaded;

    private ReleaseChanges(List<ReleaseContent> loaded, List<ReleaseContent> known, Release from, Release to,
            SortedMap<HcpcsCode, CodeChange> changes) {
        this.loaded = List.copyOf(loaded);
        this.known = known.stream().map(ReleaseContent::release).toList();
        this.from = from;
        this.to = to;
        this.changes = changes;
    }

    /**
     * Compares the newest releases of two indexes, as {@link #between(HcpcsIndex, Quarter, HcpcsIndex, Quarter)} does.
     *
     * @throws IllegalArgumentException if the newer index's newest release is not of a later quarter
     */
    public static ReleaseChanges between(HcpcsIndex older, HcpcsIndex newer) {
        return between(older, newest(older), newer, newest(newer));
    }

    /**
     * Compares two releases of one index.
     *
     * @throws IllegalArgumentException if the second quarter is not later than the first
     * @throws NoSuchElementException   if a release of either quarter is not loaded; the message names those that are
     */
    public static ReleaseChanges between(HcpcsIndex index, Quarter from, Quarter to) {
        return between(index, from, index, to);
    }

    /**
     * Compares a release of one index with a release of another. Whatever either index holds before the older release was
     * known; where both have a release of one quarter, that of the older index counts.
     *
     * @throws IllegalArgumentException if the second quarter is not later than the first
     * @throws NoSuchElementException   if a release of either quarter is not loaded; the message names those that are
     */
    public static ReleaseChanges between(HcpcsIndex older, Quarter from, HcpcsIndex newer, Quarter to) {
        ReleaseContent before = older.content(from);
        ReleaseContent after = newer.content(to);
        if (to.compareTo(from) <= 0) {
            throw new IllegalArgumentException("the newer release, " + after.release() + ", is not later than the older one, "
                    + before.release() + "; name the older one first, or state the quarters where there are several releases"
                    + " (--from, --to)");
        }
        SortedMap<Quarter, ReleaseContent> all = new TreeMap<>();
        newer.contents().forEach(content -> all.put(content.release().quarter(), content));
        older.contents().forEach(content -> all.put(content.release().quarter(), content));
        all.put(to, after);
        return between(List.copyOf(all.values()), List.copyOf(all.headMap(from).values()), before, after);
    }

    private static ReleaseChanges between(List<ReleaseContent> loaded, List<ReleaseContent> known, ReleaseContent older,
            ReleaseContent newer) {
        List<ReleaseContent> untilOlder = new ArrayList<>(known);
        untilOlder.add(older);
        List<ReleaseContent> withNewer = new ArrayList<>(untilOlder);
        withNewer.add(newer);
        SortedMap<HcpcsCode, CodeChange> changes = new TreeMap<>();
        Stream.of(older, newer).flatMap(content -> content.records().stream()).map(HcpcsRecord::code).distinct()
                .forEach(code -> change(CodeHistory.of(code, untilOlder), CodeHistory.of(code, withNewer).orElseThrow(),
                        older.find(code), newer.find(code)).ifPresent(change -> changes.put(code, change)));
        return new ReleaseChanges(loaded, known, older.release(), newer.release(), changes);
    }

    /** At least one of the two releases carries the code. */
    private static Optional<CodeChange> change(Optional<CodeHistory> was, CodeHistory is, Optional<HcpcsRecord> before,
            Optional<HcpcsRecord> after) {
        List<ChangeKind> kinds = new ArrayList<>();
        lifeChange(was, is, before.isPresent(), after.isPresent()).ifPresent(kinds::add);
        List<FieldChange> fields = before.isPresent() && after.isPresent()
                ? FieldChange.between(before.get(), after.get()) : List.of();
        boolean changed = fields.stream().anyMatch(change -> change.field().isContent());
        if (changed) {
            kinds.add(ChangeKind.CHANGED);
        }
        boolean silent = changed && is.versions().get(is.versions().size() - 1).basis() == Basis.OBSERVED;
        boolean redated = fields.stream().anyMatch(change -> change.field() == RecordField.ADDED_DATE
                || change.field() == RecordField.TERMINATION_DATE);
        return kinds.isEmpty() && !redated ? Optional.empty()
                : Optional.of(new CodeChange(is.code(), kinds, silent, fields, before, after));
    }

    private static Optional<ChangeKind> lifeChange(Optional<CodeHistory> was, CodeHistory is, boolean inOlder, boolean inNewer) {
        if (was.isEmpty()) {
            return Optional.of(ChangeKind.ADDED);
        }
        Period then = last(was.get());
        Period now = last(is);
        boolean wasOpen = then.end().isEmpty();
        if (!inNewer) {
            return Optional.of(wasOpen ? ChangeKind.WITHDRAWN : ChangeKind.DROPPED);
        }
        if (now.life() > then.life()) {
            return Optional.of(ChangeKind.REUSED);
        }
        if (!inOlder) {
            return Optional.of(ChangeKind.RETURNED);
        }
        if (now.end().isPresent()) {
            return wasOpen ? Optional.of(ChangeKind.TERMINATED) : Optional.empty();
        }
        boolean terminatedUnseen = is.periods().size() > was.get().periods().size();
        return wasOpen && !terminatedUnseen ? Optional.empty() : Optional.of(ChangeKind.REACTIVATED);
    }

    private static Period last(CodeHistory history) {
        return history.periods().get(history.periods().size() - 1);
    }

    private static Quarter newest(HcpcsIndex index) {
        return index.releases().get(index.releases().size() - 1).quarter();
    }

    /** The releases before the older one, in order of effective date; empty where none is loaded. */
    public List<Release> known() {
        return known;
    }

    /** The older release. */
    public Release from() {
        return from;
    }

    /** The newer release. */
    public Release to() {
        return to;
    }

    /** Every release of either index, those between and after the compared ones among them; in order of effective date. */
    public List<Release> loaded() {
        return loaded.stream().map(ReleaseContent::release).toList();
    }

    /**
     * All that the {@linkplain #loaded loaded} releases tell of a code, by which a change shows in its whole history; empty where
     * none of them carries the code.
     */
    public Optional<CodeHistory> findHistory(HcpcsCode code) {
        return CodeHistory.of(code, loaded);
    }

    /** Those of the {@linkplain #loaded loaded} releases that carry a code, in order of effective date. */
    public List<Release> carrying(HcpcsCode code) {
        return loaded.stream().filter(content -> content.find(code).isPresent()).map(ReleaseContent::release).toList();
    }

    /** In order of code; without codes of which only the action or the action effective date moved. */
    public Collection<CodeChange> all() {
        return Collections.unmodifiableCollection(changes.values());
    }

    /** The codes with a change of a kind, in order of code. */
    public List<CodeChange> of(ChangeKind kind) {
        return changes.values().stream().filter(change -> change.is(kind)).toList();
    }

    /** How a code differs; empty where it does not. */
    public Optional<CodeChange> find(HcpcsCode code) {
        return Optional.ofNullable(changes.get(code));
    }

    /** How many codes have a change of each kind; every kind is there, in order. */
    public Map<ChangeKind, Integer> counts() {
        return counts(changes.values());
    }

    /** The same for every first letter of which a code has a change of any kind. */
    public SortedMap<String, Map<ChangeKind, Integer>> countsByLetter() {
        SortedMap<String, List<CodeChange>> byLetter = new TreeMap<>();
        changes.values().stream().filter(change -> !change.kinds().isEmpty()).forEach(change -> byLetter
                .computeIfAbsent(change.code().value().substring(0, 1), letter -> new ArrayList<>()).add(change));
        SortedMap<String, Map<ChangeKind, Integer>> counts = new TreeMap<>();
        byLetter.forEach((letter, ofLetter) -> counts.put(letter, counts(ofLetter)));
        return counts;
    }

    private static Map<ChangeKind, Integer> counts(Collection<CodeChange> changes) {
        Map<ChangeKind, Integer> counts = new EnumMap<>(ChangeKind.class);
        for (ChangeKind kind : ChangeKind.values()) {
            counts.put(kind, (int) changes.stream().filter(change -> change.is(kind)).count());
        }
        return counts;
    }
}
