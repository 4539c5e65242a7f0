package dev.hcpcs.loader.cli;

import dev.hcpcs.loader.change.ChangeKind;
import dev.hcpcs.loader.change.CodeChange;
import dev.hcpcs.loader.change.FieldChange;
import dev.hcpcs.loader.change.ReleaseChanges;
import java.io.IOException;
import java.io.StringWriter;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVPrinter;

/**
 * Changes as a table: one line per code and changed field. A code that only one release carries has one line, without a
 * field; several kinds are separated by one blank.
 *
 * <pre>
 * code,kind,silent,field,old,new
 * JZ,added,false,,,
 * Q4257,changed,false,coverage,C,D
 * </pre>
 */
final class DiffCsv {

    private DiffCsv() {
    }

    static String write(ReleaseChanges changes) throws IOException {
        StringWriter text = new StringWriter();
        CSVPrinter csv = Csv.WRITE.print(text);
        csv.printRecord("code", "kind", "silent", "field", "old", "new");
        for (CodeChange change : changes.all()) {
            String kinds = change.kinds().stream().map(ChangeKind::key).collect(Collectors.joining(" "));
            if (change.fields().isEmpty()) {
                csv.printRecord(change.code(), kinds, change.silent(), "", "", "");
            }
            for (FieldChange field : change.fields()) {
                csv.printRecord(change.code(), kinds, change.silent(), field.field().key(), field.before(), field.after());
            }
        }
        return text.toString();
    }
}
