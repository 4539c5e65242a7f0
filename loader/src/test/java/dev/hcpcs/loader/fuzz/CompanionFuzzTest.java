package dev.hcpcs.loader.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.hcpcs.loader.ReleaseLoader;
import dev.hcpcs.loader.TransactionReport;
import dev.hcpcs.loader.correction.CorrectionList;
import dev.hcpcs.loader.correction.CorrectionReader;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever bytes the files beside a release have. */
class CompanionFuzzTest {

    private static final String RELEASE = "HCPC2026_JAN_ANWEB.txt";
    private static final byte[] TEXT = Seeds.texts().get(0);

    static List<byte[]> lists() {
        return List.of(Seeds.LIST);
    }

    @MethodSource("lists")
    @FuzzTest
    void listOfCodesNotOtherwiseClassified(byte[] list) throws IOException {
        readBesideRelease("NOC codes_JAN2026.txt", list);
    }

    static List<byte[]> csvLists() {
        return List.of(Seeds.LIST_CSV);
    }

    @MethodSource("csvLists")
    @FuzzTest
    void csvListOfCodesNotOtherwiseClassified(byte[] list) throws IOException {
        readBesideRelease("NOC codes_JAN2026.csv", list);
    }

    static List<byte[]> notes() {
        return List.of(Seeds.NOTES);
    }

    @MethodSource("notes")
    @FuzzTest
    void processingNotes(byte[] notes) throws IOException {
        readBesideRelease("proc_notes_JAN2026.txt", notes);
    }

    static List<byte[]> reports() {
        return List.of(Seeds.REPORT);
    }

    @MethodSource("reports")
    @FuzzTest
    void transactionReport(byte[] report) throws IOException {
        String name = "HCPC2026_JAN_Trans_Alpha.txt";
        try (WorkFolder folder = new WorkFolder()) {
            ReaderPromise.kept(name, () -> TransactionReport.read(folder.write(name, report)));
            folder.checkUntouched();
        }
    }

    static List<byte[]> corrections() {
        return List.of(Seeds.CORRECTIONS);
    }

    @MethodSource("corrections")
    @FuzzTest
    void corrections(byte[] corrections) throws IOException {
        readCorrections("HCPC2019_Corrections_ALPHA.prn", corrections);
    }

    static List<byte[]> csvCorrections() {
        return List.of(Seeds.CORRECTIONS_CSV);
    }

    @MethodSource("csvCorrections")
    @FuzzTest
    void csvCorrections(byte[] corrections) throws IOException {
        readCorrections("HCPC2019_Corrections_ALPHA.csv", corrections);
    }

    private static void readBesideRelease(String name, byte[] bytes) throws IOException {
        try (WorkFolder folder = new WorkFolder()) {
            folder.write(name, bytes);
            folder.write(RELEASE, TEXT);
            ReaderPromise.keptByReleases(name, () -> ReleaseLoader.lenient().load(folder.path()));
            folder.checkUntouched();
        }
    }

    private static void readCorrections(String name, byte[] bytes) throws IOException {
        try (WorkFolder folder = new WorkFolder()) {
            Optional<List<CorrectionList>> lists = ReaderPromise.kept(name,
                    () -> CorrectionReader.read(List.of(folder.write(name, bytes)), Optional.empty()));
            lists.ifPresent(read -> read.forEach(list -> ReaderPromise.checkDiagnostics(list.remarks())));
            folder.checkUntouched();
        }
    }
}
