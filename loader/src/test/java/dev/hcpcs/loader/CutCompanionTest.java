package dev.hcpcs.loader;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hcpcs.loader.verify.Check;
import dev.hcpcs.loader.verify.Finding;
import dev.hcpcs.loader.verify.ReleaseVerifier;
import dev.hcpcs.lookup.Companions;
import dev.hcpcs.lookup.NotOtherwiseClassifiedList;
import dev.hcpcs.lookup.ProcessingNotes;
import dev.hcpcs.lookup.Quarter;
import dev.hcpcs.lookup.ReleaseContent;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** CMS's companions that end early, at every line and once within each. */
class CutCompanionTest {

    private static final String REFUSED = "refused";
    private static final String WARNED = "read with a warning";
    private static final String NOTHING_LOST = "without anything lost";
    private static final String FOUND = "found by the release";
    private static final String UNSEEN = "unseen";
    private static final Quarter QUARTER = Quarter.parse("2019-JAN");

    @BeforeEach
    void onlyWithRealReleases() {
        RealReleases.assumePresent();
    }

    @Test
    void listOfCodesThatIsCutIsFound() throws IOException {
        SourceFile list = file("2019-HCPCS-NOC-Codes.zip", "NOC_Codes_2019.prn");
        Damage damage = cut(list, file -> {
            Diagnostics diagnostics = new Diagnostics(file);
            Optional<NotOtherwiseClassifiedList> read = NotOtherwiseClassifiedReader.read(file, QUARTER, diagnostics);
            return new Read<>(read.map(NotOtherwiseClassifiedList::addedDates), diagnostics.all(),
                    read.map(each -> new Companions(List.of(each), List.of())));
        });

        assertThat(damage.count(FOUND)).isGreaterThan(50);
        assertThat(damage.count(UNSEEN)).isZero();
    }

    /** But for what is cut off between two lines of the last note that the release gives, or of a later one. */
    @Test
    void processingNotesThatAreCutAreFound() throws IOException {
        SourceFile notes = file("2019-Alpha-Numeric-HCPCS-File.zip", "proc_notes_2019.txt");
        Damage damage = cut(notes, file -> {
            Diagnostics diagnostics = new Diagnostics(file);
            Optional<ProcessingNotes> read = ProcessingNotesReader.read(file, QUARTER, diagnostics);
            return new Read<>(read.map(ProcessingNotes::texts), diagnostics.all(),
                    read.map(each -> new Companions(List.of(), List.of(each))));
        });

        assertThat(damage.count(FOUND)).isGreaterThan(500);
        assertThat(damage.count(UNSEEN)).isLessThan(10);
    }

    @Test
    void transactionReportThatIsCutIsFound() throws IOException {
        ReadFile release = release();
        SourceFile whole = file("2019-Alpha-Numeric-HCPCS-File.zip", "Changes_by_HCPCSCode.prn");
        List<Finding> before = findings(release, TransactionReportReader.read(whole));
        Damage damage = new Damage().cut(whole.bytes(), Damage.everyLine(whole.bytes(), 25), cut -> {
            try {
                TransactionReport report = TransactionReportReader.read(with(whole, cut));
                return report.actions().equals(TransactionReportReader.read(whole).actions()) ? NOTHING_LOST
                        : findings(release, report).equals(before) ? UNSEEN : FOUND;
            } catch (ReleaseException e) {
                return REFUSED;
            }
        });

        damage.print(whole.name());
        assertThat(damage.count(FOUND)).isGreaterThan(300);
        assertThat(damage.count(UNSEEN)).isZero();
    }

    /** @param content what answers come from; empty where the file is refused */
    private record Read<T>(Optional<T> content, List<Diagnostic> diagnostics, Optional<Companions> companions) {
    }

    private static <T> Damage cut(SourceFile whole, Function<SourceFile, Read<T>> reader) throws IOException {
        List<ReleaseContent> release = List.of(release().content());
        Read<T> before = reader.apply(whole);
        assertThat(before.diagnostics()).isEmpty();
        assertThat(CompanionEnd.early(release, before.companions().orElseThrow())).isEmpty();
        Damage damage = new Damage().cut(whole.bytes(), Damage.everyLine(whole.bytes(), 1), cut -> {
            Read<T> after = reader.apply(with(whole, cut));
            return after.content().isEmpty() ? REFUSED
                    : after.content().equals(before.content()) ? NOTHING_LOST
                    : !after.diagnostics().isEmpty() ? WARNED
                    : CompanionEnd.early(release, after.companions().orElseThrow()).isEmpty() ? UNSEEN : FOUND;
        });
        damage.print(whole.name());
        return damage;
    }

    private static List<Finding> findings(ReadFile release, TransactionReport report) {
        return ReleaseVerifier.verify(new ReadRelease(release, List.of()), Optional.of(report))
                .of(Check.ACTION_AGAINST_TRANSACTION_REPORT);
    }

    private static ReadFile release() throws IOException {
        return ReleaseReader.read(RealText.of("2019-Alpha-Numeric-HCPCS-File.zip").text(), QUARTER);
    }

    private static SourceFile file(String zip, String name) throws IOException {
        for (FoundFile found : FoundFile.within(RealReleases.cms(zip), new LoadBudget(ReadLimits.defaults()))) {
            if (found.location().endsWith(name)) {
                return found.read();
            }
        }
        throw new AssertionError(zip + " has no " + name);
    }

    private static SourceFile with(SourceFile whole, byte[] bytes) {
        return new SourceFile(whole.name(), whole.container(), whole.location(), bytes, whole.limits());
    }
}
