package dev.hcpcs.loader.evidence;

import dev.hcpcs.lookup.Evidence;
import dev.hcpcs.lookup.RecordField;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Every answer that the left-out release contradicts, as CSV. */
final class LeftOutMisses {

    private static final CSVFormat FORMAT = CSVFormat.DEFAULT.builder().setRecordSeparator('\n')
            .setHeader("left_out", "code", "evidence", "wrong", "stated", "answered", "other_releases").get();

    private LeftOutMisses() {
    }

    static void write(Path file, List<LeftOutRelease> releases) throws IOException {
        Files.createDirectories(file.getParent());
        try (CSVPrinter csv = new CSVPrinter(Files.newBufferedWriter(file), FORMAT)) {
            for (LeftOutRelease release : releases) {
                for (Evidence evidence : Evidence.values()) {
                    for (LeftOutAnswer miss : release.wrongStatuses(evidence).toList()) {
                        print(csv, release, miss, "status", miss.statedStatus().name(), miss.answer().status().name(),
                                miss.judgeStatus());
                    }
                    for (LeftOutAnswer miss : release.wrongContents(evidence).toList()) {
                        for (RecordField field : miss.differingContent()) {
                            print(csv, release, miss, field.title(), field.text(miss.stated()),
                                    field.text(miss.answer().record()), miss.judgeContent());
                        }
                    }
                }
            }
        }
    }

    private static void print(CSVPrinter csv, LeftOutRelease release, LeftOutAnswer miss, String wrong, String stated,
            String answered, Judgement judgement) throws IOException {
        csv.printRecord(release.quarter(), miss.answer().code(), miss.answer().evidence(), wrong, stated, answered,
                judgement.title().toLowerCase(Locale.ROOT));
    }
}
