package dev.hcpcs.loader;

import dev.hcpcs.lookup.HcpcsCode;
import dev.hcpcs.lookup.HcpcsRecord;
import dev.hcpcs.lookup.Quarter;
import dev.hcpcs.lookup.Release;
import dev.hcpcs.lookup.ReleaseContent;
import java.util.List;
import java.util.Map;

/** One release file as it was read, whole or not, and what is wrong with it. Immutable. */
public final class ReadFile {

    private final Release release;
    private final String title;
    private final Map<HcpcsCode, RecordAssembler.Read> records;
    private final List<Diagnostic> diagnostics;

    /** @param records not to be changed any more */
    ReadFile(Quarter quarter, SourceFile file, Map<HcpcsCode, RecordAssembler.Read> records, List<Diagnostic> diagnostics) {
        this.release = new Release(quarter, file.name(), file.sha256());
        this.title = file.title();
        this.records = records;
        this.diagnostics = List.copyOf(diagnostics);
    }

    /** The release that the file is, or is one format of. */
    public Release release() {
        return release;
    }

    /** The file's name, behind that of its ZIP and {@code !} where it is in one. */
    public String title() {
        return title;
    }

    /** The records that could be read, in order of the file. */
    public List<HcpcsRecord> records() {
        return records.values().stream().map(RecordAssembler.Read::record).toList();
    }

    /** What is wrong, in order of line. */
    public List<Diagnostic> diagnostics() {
        return diagnostics;
    }

    /** Those of the diagnostics that stop a load. */
    List<Diagnostic> errors() {
        return diagnostics.stream().filter(diagnostic -> diagnostic.severity() == Diagnostic.Severity.ERROR).toList();
    }

    /** Whether every record could be read; where not, no answer may come from the file. */
    public boolean isWhole() {
        return errors().isEmpty();
    }

    /**
     * What an index is made from.
     *
     * @throws IllegalStateException if the file is not {@linkplain #isWhole whole}
     */
    public ReleaseContent content() {
        if (!isWhole()) {
            throw new IllegalStateException(title + " could not be read whole");
        }
        return new ReleaseContent(release, records());
    }

    /** Where the record of a code begins, as messages have it: file and line. Blank where the file does not carry the code. */
    public String place(HcpcsCode code) {
        RecordAssembler.Read read = records.get(code);
        return read == null ? "" : read.place().toString();
    }
}
