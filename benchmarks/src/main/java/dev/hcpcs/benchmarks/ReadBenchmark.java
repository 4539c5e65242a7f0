package dev.hcpcs.benchmarks;

import dev.hcpcs.loader.LoadedReleases;
import dev.hcpcs.loader.ReleaseLoader;
import dev.hcpcs.lookup.HcpcsIndex;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler.SheetContentsHandler;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.xml.sax.InputSource;
import org.xml.sax.XMLReader;

/**
 * Reading releases and opening snapshots, each beside the least it could take.
 *
 * <p>Workload: the 2016 text, the 2020 October workbook, and all eight releases, in {@code ../shared/cms}.
 *
 * <pre>{@code
 * mvn -q -B package -DskipTests && java -jar benchmarks/target/benchmarks.jar ReadBenchmark
 * }</pre>
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 4, time = 3)
public class ReadBenchmark {

    private Path text;
    private Path workbook;
    private Path all;
    private Path snapshot;

    /** Finds the releases and writes a snapshot of them. */
    @Setup
    public void prepare() throws IOException {
        all = Releases.real(".").orElseThrow(() -> new IllegalStateException("needs the releases in ../shared/cms"));
        text = all.resolve("2016/HCPC2016_CONTR_ANWEB.txt");
        workbook = all.resolve("HCPC2020_OCT_ANWEB.xlsx");
        snapshot = Files.createTempFile("hcpcs", ".snapshot");
        Files.write(snapshot, Releases.snapshot());
    }

    /** Removes the snapshot. */
    @TearDown
    public void clean() throws IOException {
        Files.delete(snapshot);
    }

    /** The least for a text: its lines. */
    @Benchmark
    public List<String> readAllLines() throws IOException {
        return Files.readAllLines(text, StandardCharsets.ISO_8859_1);
    }

    /** A text to records. */
    @Benchmark
    public LoadedReleases readText() throws IOException {
        return ReleaseLoader.lenient().load(text);
    }

    /** The least for a workbook: a pass of POI's event reader over its first sheet. */
    @Benchmark
    public long passOverWorkbook() throws Exception {
        Cells cells = new Cells();
        try (OPCPackage opened = OPCPackage.open(workbook.toFile(), PackageAccess.READ)) {
            XSSFReader parts = new XSSFReader(opened);
            try (InputStream sheet = parts.getSheetsData().next()) {
                XMLReader xml = XMLHelper.newXMLReader();
                xml.setContentHandler(new XSSFSheetXMLHandler(parts.getStylesTable(),
                        new ReadOnlySharedStringsTable(opened), cells, false));
                xml.parse(new InputSource(sheet));
            }
        }
        return cells.count;
    }

    /** A workbook to records. */
    @Benchmark
    public LoadedReleases readWorkbook() throws IOException {
        return ReleaseLoader.lenient().load(workbook);
    }

    /** An index from eight releases' texts and workbooks. */
    @Benchmark
    public HcpcsIndex build() throws IOException {
        return ReleaseLoader.lenient().load(all).index();
    }

    /** The same index from its snapshot. */
    @Benchmark
    public HcpcsIndex open() throws IOException {
        return HcpcsIndex.open(snapshot);
    }

    private static final class Cells implements SheetContentsHandler {

        private long count;

        @Override
        public void startRow(int row) {
            // only cells are counted
        }

        @Override
        public void endRow(int row) {
            // only cells are counted
        }

        @Override
        public void cell(String reference, String value, XSSFComment comment) {
            count++;
        }
    }
}
