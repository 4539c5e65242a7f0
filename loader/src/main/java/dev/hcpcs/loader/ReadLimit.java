package dev.hcpcs.loader;

import java.util.Locale;

/**
 * A limit to what is read of a file that somebody else made, so that none can fill the memory or take for ever. Each is far
 * beyond every file of CMS's; {@link ReadLimits} sets others.
 */
public enum ReadLimit {

    /** Bytes of one ZIP, as it lies on the disk or is downloaded. */
    ARCHIVE_BYTES(256 << 20, "bytes"),
    /** Entries of one ZIP, or parts of one workbook ({@code .xlsx}, which is a ZIP). */
    ARCHIVE_ENTRIES(1_000, "entries"),
    /** How many ZIPs may lie within one another inside a ZIP; 0 opens no ZIP that lies in another one. */
    ARCHIVE_DEPTH(1, "levels of ZIPs within it"),
    /** Bytes that one compressed byte of a ZIP's entry or workbook's part may become, from 1 MiB on. */
    COMPRESSION_RATIO(100, "bytes for each compressed one"),
    /** Bytes of one file, uncompressed; of the parts of a workbook together, and characters of its sheet's cells together. */
    FILE_BYTES(64 << 20, "bytes"),
    /** Bytes of all files that are read at once, uncompressed. They are held in memory together. */
    LOAD_BYTES(1 << 30, "bytes"),
    /** Files and folders in one folder and its subfolders, those behind symbolic links included. */
    FOLDER_FILES(100_000, "files and folders"),
    /** Bytes of the parts of an {@code .xlsx} that describe it (content types, relations, styles), and before root elements. */
    WORKBOOK_DESCRIPTION_BYTES(4 << 20, "bytes"),
    /** Shared strings of an {@code .xlsx}. */
    SHARED_STRINGS(1_000_000, "shared strings"),
    /** Cells of an {@code .xls}, all sheets together, and the strings that they share. */
    XLS_CELLS(2_000_000, "cells and shared strings"),
    /** Columns of a sheet, as many as Excel allows, or of a CSV. */
    SHEET_COLUMNS(16_384, "columns"),
    /** Characters of one row of a CSV. */
    ROW_CHARACTERS(1 << 20, "characters"),
    /** Characters of one line of a list that is printed as text, such as a transaction report; releases have a fixed width. */
    LINE_CHARACTERS(2_000, "characters"),
    /** Characters of one cell, as many as Excel allows, or of one processing note. */
    CELL_CHARACTERS(32_767, "characters"),
    /** Diagnostics of one file; a file with more is refused. */
    FILE_DIAGNOSTICS(10_000, "diagnostics");

    /** How the names of the system properties begin. */
    static final String PROPERTIES = "hcpcs.limit.";

    private final int safe;
    private final String unit;

    ReadLimit(int safe, String unit) {
        this.safe = safe;
        this.unit = unit;
    }

    /** The default. */
    public long safe() {
        return safe;
    }

    /** The system property that sets another limit for the whole process, such as {@code hcpcs.limit.file-bytes}. */
    public String property() {
        return PROPERTIES + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * What messages say of what is beyond the limit, and what to do.
     *
     * @param value the limit that was set
     */
    String exceeded(long value) {
        return String.format(Locale.ROOT, "has more than %,d %s; if that is right and you trust the file, raise the limit"
                + " (java -D%s=%d)", value, unit, property(), 2 * value + (value == 0 ? 1 : 0));
    }
}
