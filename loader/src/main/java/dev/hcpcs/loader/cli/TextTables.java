package dev.hcpcs.loader.cli;

import dev.hcpcs.loader.change.FieldChange;
import java.util.List;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.Column;
import picocli.CommandLine.Help.Column.Overflow;
import picocli.CommandLine.Help.TextTable;

/** Tables of three columns for people to read; the last one wraps. */
final class TextTables {

    private static final int WIDTH = 110;

    private TextTables() {
    }

    /** An empty table whose last column is as wide as the first two leave it. */
    static TextTable table(int first, int second) {
        return TextTable.forColumns(Help.defaultColorScheme(Ansi.OFF), new Column(first, 0, Overflow.SPAN),
                new Column(second, 0, Overflow.SPAN), new Column(WIDTH - first - second, 0, Overflow.WRAP));
    }

    /** The table without the blanks that it fills its lines up with. */
    static String lines(TextTable table) {
        return table.toString().replaceAll("(?m) +$", "");
    }

    /** A text, indented and wrapped. */
    static String indented(String text) {
        TextTable table = table(4, 1);
        table.addRowValues("", "", text);
        return lines(table);
    }

    /** A text, wrapped, with a code before it. */
    static String headed(String code, String text) {
        TextTable table = table(5, 2);
        table.addRowValues(code, "", text);
        return lines(table);
    }

    /** Every field with the value that it had, and below it the value that it has. */
    static String changes(List<FieldChange> changes) {
        TextTable table = table(4, 28);
        for (FieldChange change : changes) {
            table.addRowValues("", change.field().title(), orNone(change.before()));
            table.addRowValues("", "", "-> " + orNone(change.after()));
        }
        return lines(table);
    }

    /** How a blank field is shown. */
    static String orNone(String text) {
        return text.isEmpty() ? "none" : text;
    }
}
