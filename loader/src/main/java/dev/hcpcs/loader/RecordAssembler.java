package dev.hcpcs.loader;

import dev.hcpcs.lookup.HcpcsCode;
import dev.hcpcs.lookup.HcpcsRecord;
import dev.hcpcs.lookup.InvalidCodeException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Joins the rows of each record: a first row with every field, then continuations with more long description.
 *
 * <p>The record identification is 3 for a procedure's first row and 4 for its continuations, 7 and 8 for a modifier's. A
 * sheet may lack it.
 */
final class RecordAssembler {

    private static final int SEQUENCE_STEP = 100;

    private final Diagnostics diagnostics;
    private final RecordParser parser;
    private final Map<HcpcsCode, Read> records = new LinkedHashMap<>();
    /** The record whose continuations may follow; null before the first. */
    private @Nullable Open open;

    RecordAssembler(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
        this.parser = new RecordParser(diagnostics);
    }

    /** Takes the next row that belongs to a record. */
    void row(SourceRow row) {
        String sequence = row.text(Field.SEQUENCE_NUMBER, 0);
        if (!sequence.isEmpty() && !Texts.isNumber(sequence.strip())) {
            diagnostics.field(row, Field.SEQUENCE_NUMBER, 0, sequence, "is not a number");
        }
        String identification = row.text(Field.RECORD_IDENTIFICATION, 0).strip();
        switch (identification) {
            case "3", "7", "" -> first(row, identification, sequence.strip());
            case "4", "8" -> continuation(row, sequence.strip());
            default -> diagnostics.error(row.place(Field.RECORD_IDENTIFICATION, 0), row.text(Field.CODE, 0).strip(),
                    "record identification '" + identification + "' is none of 3, 4, 7 and 8; get the file anew");
        }
    }

    /** The records, in order of the file. To be called after the last row. */
    Map<HcpcsCode, Read> finish() {
        close();
        return records;
    }

    private void first(SourceRow row, String identification, String sequence) {
        close();
        String code = row.text(Field.CODE, 0).strip();
        open = new Open(row, code, sequence);
        try {
            open.code = HcpcsCode.parse(code);
        } catch (InvalidCodeException e) {
            if (e.reason() == InvalidCodeException.Reason.MALFORMED) {
                diagnostics.error(row.place(Field.CODE, 0), "", (code.isEmpty() ? "the row has no code" : "code "
                        + e.getMessage()) + "; get the file anew");
            } else {
                diagnostics.warning(row.place(Field.CODE, 0), code, e.getMessage() + "; the record is left out");
            }
            return;
        }
        if (!identification.isEmpty() && identification.equals("7") != open.code.isModifier()) {
            diagnostics.field(row, Field.RECORD_IDENTIFICATION, 0, identification,
                    "does not go with a " + (open.code.isModifier() ? "modifier" : "procedure code"));
        }
    }

    private void continuation(SourceRow row, String sequence) {
        String code = row.text(Field.CODE, 0).strip();
        if (open == null || !open.codeText.equalsIgnoreCase(code)) {
            diagnostics.error(row.place(), code, "continues a description whose first line is missing"
                    + (open == null ? "" : "; the record before is " + open.codeText) + "; get the file anew");
            return;
        }
        if (Texts.isNumber(sequence) && Texts.isNumber(open.sequence)) {
            int step = Integer.parseInt(sequence) - Integer.parseInt(open.sequence);
            if (step <= 0) {
                diagnostics.error(row.place(Field.SEQUENCE_NUMBER, 0), code, "sequence number '" + sequence
                        + "' does not follow '" + open.sequence + "': lines are repeated or out of order; get the file anew");
                return;
            }
            if (step != SEQUENCE_STEP) {
                diagnostics.warning(row.place(Field.SEQUENCE_NUMBER, 0), code, "sequence number '" + sequence
                        + "' follows '" + open.sequence + "': part of the long description is missing between them");
            }
        }
        open.sequence = sequence;
        open.continueDescription(row.text(Field.LONG_DESCRIPTION, 0));
    }

    private void close() {
        if (open == null || open.code == null) {
            return;
        }
        HcpcsRecord record = parser.parse(open.code, open.row, open.longDescription());
        Read earlier = records.putIfAbsent(open.code, new Read(open.row.place(), record));
        if (earlier != null) {
            String where = " already stands in " + earlier.place.unit() + " " + earlier.place.number();
            if (earlier.record.equals(record)) {
                diagnostics.warning(open.row.place(), open.codeText, "the same record" + where);
            } else {
                diagnostics.error(open.row.place(), open.codeText, "another record of this code" + where
                        + ", and nothing tells which one is right; remove one of them");
            }
        }
        open = null;
    }

    /** A record and its first row. */
    record Read(Place place, HcpcsRecord record) {
    }

    /** A record under way. */
    private static final class Open {

        final SourceRow row;
        final String codeText;
        String sequence;
        /** Null where the record is left out. */
        @Nullable HcpcsCode code;
        private final String beginning;
        /** The description as far as it is known; null as long as it has one piece, as most have. */
        private @Nullable StringBuilder joined;

        Open(SourceRow row, String codeText, String sequence) {
            this.row = row;
            this.codeText = codeText;
            this.sequence = sequence;
            beginning = row.text(Field.LONG_DESCRIPTION, 0);
        }

        void continueDescription(String piece) {
            if (joined == null) {
                joined = new StringBuilder();
                append(joined, beginning);
            }
            append(joined, piece);
        }

        /**
         * A piece may have ended in a blank that trimming ate, so each is widened to its full width before the next: one
         * line's, or a multiple of it where a sheet has joined several.
         */
        private static void append(StringBuilder joined, String piece) {
            int width = Field.LONG_DESCRIPTION.width();
            joined.append(piece).append(" ".repeat(piece.isEmpty() ? width : Math.floorMod(-piece.length(), width)));
        }

        String longDescription() {
            return joined == null ? beginning : joined.toString();
        }
    }
}
