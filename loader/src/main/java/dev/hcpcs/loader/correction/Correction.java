package dev.hcpcs.loader.correction;

import static java.util.Objects.requireNonNull;

import dev.hcpcs.lookup.HcpcsCode;
import dev.hcpcs.lookup.RecordField;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One row of a corrections list, in CMS's words.
 *
 * @param file          the file's name, behind that of its ZIP and {@code !} where it is in one
 * @param line          the row of the workbook or the line of the print, 1-based
 * @param place         file and row, as messages have them
 * @param code          as CMS writes it, in capitals; {@link #hcpcsCode} has it where it is one
 * @param action        what is to be done, in CMS's words; blank where CMS leaves it so, and its beginning where cut short
 * @param effective     since when, as CMS writes it, but in ISO form where it is a date; blank where CMS leaves it so,
 *                      and with {@code ...} behind it where it may be cut short
 * @param effectiveDate the same where it is a date
 * @param stated        what the columns say the record should have, in their order: several values as CMS separates them, an ASC
 *                      effective date in ISO form where it is a date, else as CMS writes it
 * @param comments      in CMS's words, with what stands in columns of unknown names behind them; blank where there are none
 * @param cutShort      whether the action and all that follows the date may be cut off
 */
public record Correction(String file, int line, String place, String code, String action, String effective,
        Optional<LocalDate> effectiveDate, Map<RecordField, String> stated, String comments, boolean cutShort) {

    /** Copies the stated values. */
    public Correction {
        requireNonNull(file, "file");
        requireNonNull(place, "place");
        requireNonNull(code, "code");
        requireNonNull(action, "action");
        requireNonNull(effective, "effective");
        requireNonNull(effectiveDate, "effectiveDate");
        requireNonNull(comments, "comments");
        stated = Collections.unmodifiableMap(new LinkedHashMap<>(stated));
    }

    /** The code or modifier that is corrected; empty where CMS's text is none of Level II. */
    public Optional<HcpcsCode> hcpcsCode() {
        return HcpcsCode.find(code);
    }
}
