package dev.hcpcs.lookup;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What CMS publishes beside its releases and an index can hold: lists of codes that are not otherwise classified, and processing
 * notes. Their quarters need not be those of releases.
 *
 * @param notOtherwiseClassified in order of quarter, each quarter once
 * @param processingNotes        in order of quarter, each quarter once
 */
public record Companions(List<NotOtherwiseClassifiedList> notOtherwiseClassified, List<ProcessingNotes> processingNotes) {

    /** None of either. */
    public static final Companions NONE = new Companions(List.of(), List.of());

    /**
     * Copies and sorts the lists.
     *
     * @throws IllegalArgumentException if two lists, or two files of notes, are of one quarter
     */
    public Companions {
        notOtherwiseClassified = sorted(notOtherwiseClassified, NotOtherwiseClassifiedList::file);
        processingNotes = sorted(processingNotes, ProcessingNotes::file);
    }

    private static <T> List<T> sorted(List<T> companions, Function<T, Release> file) {
        List<T> sorted = new ArrayList<>(companions);
        sorted.sort((one, other) -> file.apply(one).compareTo(file.apply(other)));
        for (int i = 1; i < sorted.size(); i++) {
            if (file.apply(sorted.get(i - 1)).compareTo(file.apply(sorted.get(i))) == 0) {
                throw new IllegalArgumentException("two companions of one kind and quarter: " + file.apply(sorted.get(i - 1))
                        + " and " + file.apply(sorted.get(i)));
            }
        }
        return List.copyOf(sorted);
    }

    /** The files of both kinds, in order of quarter within each. */
    public List<Release> files() {
        return Stream.concat(notOtherwiseClassified.stream().map(NotOtherwiseClassifiedList::file),
                processingNotes.stream().map(ProcessingNotes::file)).toList();
    }

    /** Those of a quarter and the earlier ones: what was known then. */
    public Companions upTo(Quarter quarter) {
        return new Companions(
                notOtherwiseClassified.stream().filter(list -> list.file().quarter().compareTo(quarter) <= 0).toList(),
                processingNotes.stream().filter(notes -> notes.file().quarter().compareTo(quarter) <= 0).toList());
    }

    /** These and others; of one quarter and kind, the other one counts. */
    public Companions with(Companions others) {
        List<Quarter> lists = others.notOtherwiseClassified.stream().map(list -> list.file().quarter()).toList();
        List<Quarter> notes = others.processingNotes.stream().map(each -> each.file().quarter()).toList();
        return new Companions(
                Stream.concat(notOtherwiseClassified.stream().filter(list -> !lists.contains(list.file().quarter())),
                        others.notOtherwiseClassified.stream()).toList(),
                Stream.concat(processingNotes.stream().filter(each -> !notes.contains(each.file().quarter())),
                        others.processingNotes.stream()).toList());
    }

    /**
     * A note in words: as the newest file up to a quarter that has it says; where none has, the oldest later one.
     *
     * @param quarter that of the release whose record names the note
     * @return empty where no file has the number
     */
    Optional<ProcessingNote> find(String number, Quarter quarter) {
        Optional<ProcessingNote> found = Optional.empty();
        for (ProcessingNotes notes : processingNotes) {
            String text = notes.texts().get(number);
            boolean later = notes.file().quarter().compareTo(quarter) > 0;
            if (text != null && (found.isEmpty() || !later)) {
                found = Optional.of(new ProcessingNote(number, text, notes.file()));
            }
        }
        return found;
    }
}
