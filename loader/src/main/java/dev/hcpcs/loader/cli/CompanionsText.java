package dev.hcpcs.loader.cli;

import dev.hcpcs.lookup.Companions;
import dev.hcpcs.lookup.Release;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is loaded beside the releases, as people read it. */
final class CompanionsText {

    private CompanionsText() {
    }

    /** A line for each, for example {@code 2019-JAN (NOC_Codes_2019.xlsx): 138 codes not otherwise classified}. */
    static String lines(Companions companions) {
        return companions.files().stream().map(file -> line(companions, file) + "\n").collect(Collectors.joining());
    }

    /** @param file one of theirs */
    static String line(Companions companions, Release file) {
        return Stream.concat(
                companions.notOtherwiseClassified().stream().filter(list -> list.file().equals(file))
                        .map(list -> Numbers.count(list.addedDates().size(), "code") + " not otherwise classified"),
                companions.processingNotes().stream().filter(notes -> notes.file().equals(file))
                        .map(notes -> Numbers.count(notes.texts().size(), "processing note")))
                .map(what -> file + ": " + what).findFirst().orElseThrow();
    }
}
