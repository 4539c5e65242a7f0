package dev.hcpcs.loader.cli;

import dev.hcpcs.loader.export.CodeSystemJson;
import dev.hcpcs.loader.export.CsvTable;
import dev.hcpcs.loader.export.ExportTable;
import dev.hcpcs.loader.export.JsonLines;
import dev.hcpcs.loader.export.ParquetTable;
import dev.hcpcs.lookup.HcpcsIndex;
import dev.hcpcs.lookup.Quarter;
import dev.hcpcs.lookup.ReleaseContent;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code hcpcs export}. */
@Command(name = "export", mixinStandardHelpOptions = true,
        customSynopsis = {"hcpcs export [-hV] --format=csv|jsonl|fhir|parquet [--release=QUARTER]",
            "           [--as-known-at=QUARTER] [--out=FILE] [--data PATH...]"},
        description = {"Writes everything for other programs: without --release the whole history, one row for each code and"
            + " stretch of days with one answer; with --release the records of that release as they are."})
final class ExportCommand implements Callable<Integer> {

    private enum Format {
        CSV, JSONL, FHIR, PARQUET
    }

    @Option(names = "--format", required = true, paramLabel = "csv|jsonl|fhir|parquet",
            description = "csv for a table, jsonl for a JSON object a line as 'show --format json' has it, fhir for"
            + " one release as a FHIR R4 CodeSystem, parquet for a table with typed columns, which needs --out")
    private Format format;

    @Option(names = "--release", paramLabel = "QUARTER", converter = QuarterConverter.class,
            description = "The release to write, for example 2025-OCT (default: the whole history; for fhir, the newest release)")
    private Quarter release;

    @Mixin
    private OutOption out;

    @Mixin
    private DataOptions data;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        if (!out.isGiven() && format == Format.PARQUET) {
            throw new ParameterException(spec.commandLine(), "a Parquet file is not for standard output; name a file with --out");
        }
        if (release != null && data.asKnownAt().filter(known -> known.compareTo(release) < 0).isPresent()) {
            throw new ParameterException(spec.commandLine(), "--release " + release + " is later than --as-known-at "
                    + data.asKnownAt().get() + ", when nothing of it was known; leave --as-known-at out");
        }
        out.check(data.paths());
        HcpcsIndex index = data.index();
        Optional<ReleaseContent> content = content(index);
        AtomicLong written = new AtomicLong();
        out.write(file -> written.set(content.isEmpty() ? writeHistory(index, file) : writeRelease(content.get(), index, file)));
        spec.commandLine().getErr().println("hcpcs: "
                + Numbers.count(written.get(), format == Format.FHIR ? "concept" : "row") + " of "
                + content.map(one -> one.release().toString()).orElse(index.toString()));
        return Hcpcs.DONE;
    }

    /** Empty where the history is meant. */
    private Optional<ReleaseContent> content(HcpcsIndex index) {
        if (release == null) {
            List<ReleaseContent> contents = index.contents();
            return format == Format.FHIR ? Optional.of(contents.get(contents.size() - 1)) : Optional.empty();
        }
        try {
            return Optional.of(index.content(release));
        } catch (NoSuchElementException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    private long writeHistory(HcpcsIndex index, OutputStream file) throws IOException {
        return switch (format) {
            case CSV -> CsvTable.write(ExportTable.history(index), file);
            case JSONL -> JsonLines.writeHistory(index,
                    answer -> AnswerJson.shown(answer, index.findProcessingNote(answer.version())), file);
            case PARQUET -> ParquetTable.write(ExportTable.history(index), file);
            case FHIR -> throw new IllegalStateException("a code system is of one release");
        };
    }

    private long writeRelease(ReleaseContent content, HcpcsIndex index, OutputStream file) throws IOException {
        return switch (format) {
            case CSV -> CsvTable.write(ExportTable.release(content), file);
            case JSONL -> JsonLines.writeRelease(content, AnswerJson::record, file);
            case PARQUET -> ParquetTable.write(ExportTable.release(content), file);
            case FHIR -> CodeSystemJson.write(content, index, file);
        };
    }
}
