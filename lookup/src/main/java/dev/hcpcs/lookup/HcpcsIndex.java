package dev.hcpcs.lookup;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.OutputStream;
import java.io.Serializable;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * Every loaded release, ready to answer what a code was on a date.
 *
 * <p>Immutable, and safe to share between threads without further ado.
 *
 * <p>Each question comes in two forms. {@code find…} returns an empty {@link Optional} where there is nothing to tell,
 * the plain form throws and names the code and the date. {@link #status} has an answer for every text, so that a claim
 * with CPT lines needs neither.
 *
 * <pre>{@code
 * HcpcsIndex index = HcpcsIndex.open(Path.of("hcpcs.snapshot"));
 * Answer answer = index.lookup("Q4257", LocalDate.of(2024, 3, 1));
 * answer.status();                      // ACTIVE
 * answer.evidence();                    // ASSUMED
 * answer.record().pricingIndicators();  // [51]
 * }</pre>
 *
 * <p>Java serialization writes the index as its snapshot and opens it again on the other side, so that frameworks which spread
 * work over machines can take it along: once for each process, not with every task. What is damaged, or of another snapshot
 * format, is refused with an {@link InvalidObjectException} that has the message of the {@link SnapshotException}, so both
 * sides need one version of this library.
 */
public final class HcpcsIndex implements Serializable {

    /** In order of effective date. */
    private final List<Release> releases;
    /** Of the releases, in their order. */
    private final Supplier<List<ReleaseContent>> contents;
    private final Companions companions;
    private final AnswerTable answers;

    private HcpcsIndex(List<ReleaseContent> releases, Companions companions) {
        this(releases.stream().map(ReleaseContent::release).toList(), () -> releases, companions,
                AnswerTable.of(releases.stream().flatMap(content -> content.records().stream()).map(HcpcsRecord::code)
                        .sorted().distinct().map(code -> CodeHistory.of(code, releases, companions).orElseThrow()).toList()));
    }

    /**
     * @param releases in order of effective date
     * @param contents asked only when a question needs them
     * @param answers  those of the releases and companions
     */
    HcpcsIndex(List<Release> releases, Supplier<List<ReleaseContent>> contents, Companions companions, AnswerTable answers) {
        this.releases = List.copyOf(releases);
        this.contents = contents;
        this.companions = companions;
        this.answers = answers;
    }

    AnswerTable answers() {
        return answers;
    }

    /**
     * An index of releases, in any order.
     *
     * @throws IllegalArgumentException if there are none, or two of one quarter: which of two files is the release is
     *                                  for the caller to decide
     */
    public static HcpcsIndex of(Collection<ReleaseContent> releases) {
        return of(releases, Companions.NONE);
    }

    /**
     * An index of releases, in any order, and their companions.
     *
     * @throws IllegalArgumentException if there are no releases, or two of one quarter
     */
    public static HcpcsIndex of(Collection<ReleaseContent> releases, Companions companions) {
        if (releases.isEmpty()) {
            throw new IllegalArgumentException("an index needs at least one release");
        }
        Map<Quarter, ReleaseContent> byQuarter = new TreeMap<>();
        for (ReleaseContent content : releases) {
            ReleaseContent other = byQuarter.put(content.release().quarter(), content);
            if (other != null) {
                throw new IllegalArgumentException("two releases of one quarter: " + other.release() + " and "
                        + content.release());
            }
        }
        SharedValues values = new SharedValues();
        return new HcpcsIndex(byQuarter.values().stream().map(values::shareRecords).toList(), companions);
    }

    private static SortedSet<HcpcsCode> codes(List<ReleaseContent> releases) {
        SortedSet<HcpcsCode> codes = new TreeSet<>();
        releases.forEach(content -> content.records().forEach(record -> codes.add(record.code())));
        return codes;
    }

    /**
     * Opens a snapshot that {@link #write} made.
     *
     * @throws SnapshotException if the file is damaged, is no snapshot, or is of another version; nothing of it is used
     * @throws IOException       if the file cannot be read
     */
    public static HcpcsIndex open(Path snapshot) throws IOException {
        return Snapshot.open(snapshot);
    }

    /**
     * The same from a stream, for example of a class path resource; reads to its end and does not close it.
     *
     * @throws SnapshotException if the bytes are damaged, are no snapshot, or are of another version
     * @throws IOException       if the stream cannot be read
     */
    public static HcpcsIndex open(InputStream snapshot) throws IOException {
        return Snapshot.read(snapshot.readAllBytes(), "the snapshot");
    }

    /**
     * Whether a file begins as a snapshot does; {@link #open} tells whether it is a sound one.
     *
     * @throws IOException if the file cannot be read
     */
    public static boolean isSnapshot(Path file) throws IOException {
        return Snapshot.isSnapshot(file);
    }

    /**
     * Writes the releases as a snapshot for {@link #open}. The same releases give the same bytes.
     *
     * @throws IOException if the stream cannot be written; it is not closed
     */
    public void write(OutputStream snapshot) throws IOException {
        Snapshot.write(this, snapshot);
    }

    private Object writeReplace() throws IOException {
        return new SerializedIndex(this);
    }

    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw new InvalidObjectException("an index is serialized as its snapshot only");
    }

    /** The loaded releases, in order of effective date, at least one. */
    public List<Release> releases() {
        return releases;
    }

    /** The loaded releases with all of their records, in order of effective date, at least one. */
    public List<ReleaseContent> contents() {
        return contents.get();
    }

    /**
     * The release of a quarter with all of its records.
     *
     * @throws NoSuchElementException if no release of that quarter is loaded; the message names those that are
     */
    public ReleaseContent content(Quarter quarter) {
        return contents().stream().filter(content -> content.release().quarter().equals(quarter)).findFirst()
                .orElseThrow(() -> new NoSuchElementException("no release of " + quarter + " is loaded; loaded are "
                        + releases().stream().map(release -> release.quarter().toString()).toList()));
    }

    /** What is loaded of CMS's files beside the releases. */
    public Companions companions() {
        return companions;
    }

    /**
     * The processing note of a version in words, as of its {@linkplain Version#lastSeen last release}: the newest loaded file up
     * to that quarter that has the note tells, else the oldest later one.
     *
     * @return empty where the record names no note, or no loaded file has it
     */
    public Optional<ProcessingNote> findProcessingNote(Version version) {
        return version.record().processingNote()
                .flatMap(number -> companions.find(number, version.lastSeen().quarter()));
    }

    /**
     * The list that tells whether a code was {@linkplain Answer#notOtherwiseClassified not otherwise classified}: it need not be
     * of the date's own quarter, for CMS publishes them once in a while.
     *
     * @param answer of this index
     * @return empty where no loaded list tells
     */
    public Optional<Release> findNotOtherwiseClassifiedList(Answer answer) {
        return findHistory(answer.code()).flatMap(history -> NotOtherwiseClassified.teller(history, answer.date(),
                companions.notOtherwiseClassified()));
    }

    /** Every code and modifier that any loaded release carries, in order; a new set with each call. */
    public SortedSet<HcpcsCode> codes() {
        return Collections.unmodifiableSortedSet(codes(contents()));
    }

    /**
     * The status of a code on a date, whatever the text: {@link Status#UNKNOWN_CODE}, {@link Status#NOT_LEVEL_II} and
     * {@link Status#INVALID_CODE} tell apart what cannot be answered. Never throws for a text.
     *
     * @param code in any letter case, with or without surrounding blanks
     * @param date the date of service
     */
    public Status status(String code, LocalDate date) {
        int slot = CodeSlot.of(code);
        return slot == CodeSlot.NONE ? statusOfOddText(code, date) : answers.status(answers.row(slot), date);
    }

    private Status statusOfOddText(String text, LocalDate date) {
        requireNonNull(date, "date");
        String code = HcpcsCode.normalize(text);
        return switch (CodeForm.of(code)) {
            case PROCEDURE, MODIFIER -> answers.status(answers.row(CodeSlot.of(code)), date);
            case CPT, DENTAL -> Status.NOT_LEVEL_II;
            case INVALID -> Status.INVALID_CODE;
        };
    }

    /** The status of a code on a date; {@link Status#UNKNOWN_CODE} where no loaded release carries it. */
    public Status status(HcpcsCode code, LocalDate date) {
        requireNonNull(code, "code");
        return answers.status(answers.row(code.slot()), date);
    }

    /**
     * What a code was on a date.
     *
     * @param code in any letter case, with or without surrounding blanks
     * @param date the date of service
     * @throws InvalidCodeException if the text is no code, or is a CPT or dental code; its reason tells which
     * @throws UnknownCodeException if no loaded release carries the code
     */
    public Answer lookup(String code, LocalDate date) {
        int slot = CodeSlot.of(code);
        if (slot != CodeSlot.NONE) {
            int row = answers.row(slot);
            if (answers.isCode(row)) {
                return answers.answer(row, date);
            }
        }
        return lookup(HcpcsCode.parse(code), date);
    }

    /**
     * What a code was on a date.
     *
     * @throws UnknownCodeException if no loaded release carries the code
     */
    public Answer lookup(HcpcsCode code, LocalDate date) {
        return answers.answer(row(code, date), date);
    }

    private int row(HcpcsCode code, LocalDate date) {
        int row = answers.row(code.slot());
        if (!answers.isCode(row)) {
            throw new UnknownCodeException(code, ", so nothing is known of it on " + requireNonNull(date, "date"));
        }
        return row;
    }

    /** What a code was on a date; empty where the text is no HCPCS Level II code or no loaded release carries it. */
    public Optional<Answer> find(String code, LocalDate date) {
        int slot = CodeSlot.of(code);
        return slot == CodeSlot.NONE ? HcpcsCode.find(code).flatMap(parsed -> find(parsed, date)) : find(slot, date);
    }

    /** What a code was on a date; empty where no loaded release carries it. */
    public Optional<Answer> find(HcpcsCode code, LocalDate date) {
        return find(code.slot(), date);
    }

    private Optional<Answer> find(int slot, LocalDate date) {
        int row = answers.row(slot);
        return answers.isCode(row) ? Optional.of(answers.answer(row, date)) : Optional.empty();
    }

    /** What all codes were on a day, to choose from by status, code and fields. */
    public DayView on(LocalDate date) {
        return DayView.of(answers, date);
    }

    /**
     * What happened to all codes between two days, to choose from by kind, code and fields.
     *
     * @param from the first day, inclusive
     * @param to   the last day, inclusive
     * @throws IllegalArgumentException if {@code to} is before {@code from}
     */
    public CodeEvents changes(LocalDate from, LocalDate to) {
        return CodeEvents.of(answers, from, to);
    }

    /**
     * What became of a code: its cross references as of a date, followed from each code that is not active then.
     *
     * @param code in any letter case, with or without surrounding blanks
     * @throws InvalidCodeException if the text is no code, or is a CPT or dental code; its reason tells which
     * @throws UnknownCodeException if no loaded release carries the code
     */
    public Replacement replacements(String code, LocalDate date) {
        return replacements(HcpcsCode.parse(code), date);
    }

    /**
     * What became of a code: its cross references as of a date, followed from each code that is not active then.
     *
     * @throws UnknownCodeException if no loaded release carries the code
     */
    public Replacement replacements(HcpcsCode code, LocalDate date) {
        return new ReplacementSearch(this, date).of(code.value(), lookup(code, date));
    }

    /** Answers for whole columns of claim lines. It is made anew with each call: keep it. */
    public BulkLookup bulk() {
        return new BulkLookup(this);
    }

    /**
     * All that is known of a code over time.
     *
     * @param code in any letter case, with or without surrounding blanks
     * @throws InvalidCodeException if the text is no code, or is a CPT or dental code; its reason tells which
     * @throws UnknownCodeException if no loaded release carries the code
     */
    public CodeHistory history(String code) {
        return history(HcpcsCode.parse(code));
    }

    /**
     * All that is known of a code over time.
     *
     * @throws UnknownCodeException if no loaded release carries the code
     */
    public CodeHistory history(HcpcsCode code) {
        return findHistory(code).orElseThrow(() -> new UnknownCodeException(code, ""));
    }

    /** All that is known of a code over time; empty where the text is no HCPCS Level II code or no release carries it. */
    public Optional<CodeHistory> findHistory(String code) {
        return HcpcsCode.find(code).flatMap(this::findHistory);
    }

    /** All that is known of a code over time; empty where no loaded release carries it. */
    public Optional<CodeHistory> findHistory(HcpcsCode code) {
        return CodeHistory.of(code, contents(), companions);
    }

    /**
     * What was known when a release was the newest: an index of that release and the earlier ones alone. It is made anew with
     * each call, in the time of a build from records: keep it, or ask {@link EarlierIndexes}, which does.
     *
     * @throws NoSuchElementException if no release of that quarter is loaded; the message names those that are
     */
    public HcpcsIndex asKnownAt(Quarter quarter) {
        content(quarter);
        return new HcpcsIndex(contents().stream()
                .filter(content -> content.release().quarter().compareTo(quarter) <= 0).toList(), companions.upTo(quarter));
    }

    /** For example {@code 8 releases, 2012-JAN to 2025-OCT}. */
    @Override
    public String toString() {
        return releases.size() + " releases, " + releases.get(0).quarter() + " to "
                + releases.get(releases.size() - 1).quarter();
    }
}
