package dev.hcpcs.loader.cli;

import dev.hcpcs.loader.verify.Check;
import dev.hcpcs.loader.verify.Finding;
import dev.hcpcs.loader.verify.Finding.Severity;
import dev.hcpcs.loader.verify.Verification;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.Help.TextTable;

/** Verifications as people read them: for each release what was read, the findings of each check, and the verdict. */
final class VerifyText {

    /** Of a group, so many findings are told in full; of the others the codes. */
    private static final int IN_FULL = 10;
    /** Where a whole column is at fault, its codes are all there are. */
    private static final int CODES = 200;

    private final Verification verification;
    private final StringBuilder text = new StringBuilder();

    private VerifyText(Verification verification) {
        this.verification = verification;
    }

    static String write(List<Verification> verifications) {
        return verifications.stream().map(each -> new VerifyText(each).write()).collect(Collectors.joining("\n"));
    }

    private String write() {
        List<String> files = verification.files();
        text.append(verification.release()).append('\n');
        text.append("  file     ").append(files.get(0)).append('\n');
        text.append("  SHA-256  ").append(verification.release().sha256()).append('\n');
        text.append("  against  ").append(files.size() == 1 ? "no other file" : String.join("\n           ",
                files.subList(1, files.size()))).append('\n');
        text.append(String.format(Locale.ROOT, "  records  %,d: %s, %s\n", verification.records(),
                Numbers.count(verification.procedures(), "procedure"), Numbers.count(verification.modifiers(), "modifier")));
        for (Check check : Check.values()) {
            writeCheck(check);
        }
        text.append('\n').append(verification.isVerified() ? "VERIFIED" : "NOT VERIFIED").append("  ")
                .append(verification.release().quarter()).append(": ").append(counts(verification.findings())).append('\n');
        return text.toString();
    }

    private void writeCheck(Check check) {
        List<Finding> findings = verification.of(check);
        String title = check.title().substring(0, 1).toUpperCase(Locale.ROOT) + check.title().substring(1);
        String notMade = verification.notMade().get(check);
        text.append('\n').append(title).append(": ")
                .append(notMade == null ? counts(findings) : "not made, because " + notMade).append('\n');
        // Errors first; what is the same but for the code is one group.
        Map<List<Object>, List<Finding>> groups = findings.stream().sorted(Comparator.comparing(Finding::severity))
                .collect(Collectors.groupingBy(finding -> List.of(finding.severity(), finding.field(), finding.message()),
                        LinkedHashMap::new, Collectors.toList()));
        groups.values().forEach(this::writeGroup);
    }

    private void writeGroup(List<Finding> group) {
        TextTable table = TextTables.table(9, 7);
        Finding first = group.get(0);
        String title = (first.field().isEmpty() ? "" : first.field() + " ") + first.message();
        table.addRowValues("  " + first.severity().name().toLowerCase(Locale.ROOT),
                String.format(Locale.ROOT, "%,d", group.size()), title);
        int inFull = group.size() > IN_FULL && first.severity() == Severity.REMARK ? 0 : Math.min(group.size(), IN_FULL);
        group.subList(0, inFull).forEach(finding -> table.addRowValues("", "", "  " + line(finding)));
        List<Finding> others = group.subList(inFull, group.size());
        if (!others.isEmpty()) {
            List<String> codes = others.stream().map(Finding::code).distinct().toList();
            table.addRowValues("", "", "  " + codes.stream().limit(CODES).collect(Collectors.joining(" "))
                    + (codes.size() > CODES ? " ..." : ""));
        }
        text.append(TextTables.lines(table));
    }

    /** The header has named the file already. */
    private String line(Finding finding) {
        String place = finding.place().replace(verification.files().get(0) + " ", "");
        return (finding.code().isEmpty() ? "" : String.format(Locale.ROOT, "%-5s  ", finding.code()))
                + (finding.value().isEmpty() && finding.against().isEmpty() ? "" : TextTables.orNone(finding.value())
                        + (finding.against().isEmpty() ? "" : " against " + finding.against()) + "  ") + "(" + place + ")";
    }

    private static String counts(List<Finding> findings) {
        long errors = findings.stream().filter(finding -> finding.severity() == Severity.ERROR).count();
        return findings.isEmpty() ? "nothing found"
                : Numbers.count(errors, "error") + ", " + Numbers.count(findings.size() - errors, "remark");
    }
}
