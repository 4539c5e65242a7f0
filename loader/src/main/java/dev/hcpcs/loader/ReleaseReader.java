package dev.hcpcs.loader;

import dev.hcpcs.lookup.HcpcsRecord;
import java.util.List;

/** Reads one release file into its records. */
final class ReleaseReader {

    private ReleaseReader() {
    }

    /**
     * Reads a file in the format that its name tells.
     *
     * @param diagnostics takes what is wrong; where there is an error, the records are not to be used
     */
    static List<HcpcsRecord> read(SourceFile file, Diagnostics diagnostics) {
        RecordAssembler assembler = new RecordAssembler(diagnostics);
        switch (new ReleaseName(file.name()).format().orElseThrow()) {
            case TEXT -> TextReader.read(file, assembler, diagnostics);
            case XLSX -> Workbooks.readXlsx(file, new SheetReader(file, "row", assembler, diagnostics), diagnostics);
            case XLS -> Workbooks.readXls(file, new SheetReader(file, "row", assembler, diagnostics), diagnostics);
            case CSV -> CsvSheet.read(file, new SheetReader(file, "line", assembler, diagnostics), diagnostics);
            case ZIP -> throw new IllegalArgumentException("a ZIP is opened before: " + file.title());
        }
        List<HcpcsRecord> records = assembler.finish();
        if (records.isEmpty() && diagnostics.errors().isEmpty()) {
            diagnostics.error(Place.file(file.title()), "", "holds no HCPCS record: it is empty, or no release");
        }
        return records;
    }
}
