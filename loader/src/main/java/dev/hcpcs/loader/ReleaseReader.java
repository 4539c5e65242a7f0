package dev.hcpcs.loader;

import dev.hcpcs.lookup.HcpcsCode;
import dev.hcpcs.lookup.Quarter;
import java.util.Map;

/** Reads one release file into its records. */
final class ReleaseReader {

    private ReleaseReader() {
    }

    /** Reads a file in the format that its name tells. */
    static ReadFile read(SourceFile file, Quarter quarter) {
        Diagnostics diagnostics = new Diagnostics(file);
        RecordAssembler assembler = new RecordAssembler(diagnostics);
        switch (new ReleaseName(file.name()).format().orElseThrow()) {
            case TEXT -> TextReader.read(file, assembler, diagnostics);
            case XLSX -> Workbooks.readXlsx(file, new SheetReader(file, "row", assembler, diagnostics), diagnostics);
            case XLS -> Workbooks.readXls(file, new SheetReader(file, "row", assembler, diagnostics), diagnostics);
            case CSV -> CsvSheet.read(file, new SheetReader(file, "line", assembler, diagnostics), diagnostics);
            case ZIP -> throw new IllegalArgumentException("a ZIP is opened before: " + file.title());
        }
        Map<HcpcsCode, RecordAssembler.Read> records = assembler.finish();
        if (records.isEmpty() && diagnostics.errors().isEmpty()) {
            diagnostics.error(Place.file(file.title()), "", "holds no HCPCS record: it is empty, or no release");
        }
        return new ReadFile(quarter, file, records, diagnostics.all());
    }
}
