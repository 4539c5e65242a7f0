package dev.hcpcs.loader;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The record layout: where each field stands in the fixed-width text, and what CMS has called its column in workbooks.
 *
 * <p>Positions are 1-based and those of the first occurrence, as CMS's record layout prints them; further occurrences
 * follow without a gap. Column names are compared without regard to case, blanks, underscores and hyphens; {@code #} is
 * the number of the occurrence, from 1. The first name is the one used since 2016, then come those of 2013 and 2012.
 */
enum Field {
    CODE("code", 1, 5, 1, "HCPC", "HCPCS", "HCPCS CODE"),
    SEQUENCE_NUMBER("sequence number", 6, 5, 1, "SEQNUM"),
    RECORD_IDENTIFICATION("record identification", 11, 1, 1, "RECID", "RIC"),
    LONG_DESCRIPTION("long description", 12, 80, 1, "LONG DESCRIPTION"),
    SHORT_DESCRIPTION("short description", 92, 28, 1, "SHORT DESCRIPTION"),
    PRICING_INDICATOR("pricing indicator", 120, 2, 4, "PRICE#", "PI#"),
    MULTIPLE_PRICING_INDICATOR("multiple pricing indicator", 128, 1, 1, "MULT_PI", "MPI", "MULTIPLE PI"),
    COVERAGE_ISSUES_MANUAL("CIM reference", 129, 6, 3, "CIM#"),
    MEDICARE_CARRIERS_MANUAL("MCM reference", 147, 8, 3, "MCM#"),
    STATUTE("statute", 171, 10, 1, "STATUTE"),
    LAB_CERTIFICATION("lab certification", 181, 3, 8, "LABCERT#", "LAB CERT#"),
    CROSS_REFERENCE("cross reference", 205, 5, 5, "XREF#"),
    COVERAGE("coverage", 230, 1, 1, "COV", "COVERAGE"),
    ASC_PAYMENT_GROUP("ASC payment group", 231, 2, 1, "ASC_GRP", "ASC", "ASC PAY GRP", "ASC GROUP"),
    ASC_EFFECTIVE_DATE("ASC effective date", 233, 8, 1, "ASC_DT", "ASC DATE", "ASC EFF DT", "ASC EFF DATE",
            "ASC PAY GRP EFF DATE"),
    MOG_PAYMENT_GROUP("MOG payment group", 241, 3, 1, "OPPS", "MOG", "MOG GRP", "MOG GROUP", "MOG PAY GRP"),
    MOG_PAYMENT_POLICY_INDICATOR("MOG payment policy indicator", 244, 1, 1, "OPPS_PI", "MOG PI", "MOG IND", "MOG PAY PI",
            "MOG PAY IND"),
    MOG_EFFECTIVE_DATE("MOG effective date", 245, 8, 1, "OPPS_DT", "MOG DT", "MOG DATE", "MOG EFF DT",
            "MOG EFF DATE"),
    PROCESSING_NOTE("processing note", 253, 4, 1, "PROCNOTE"),
    BETOS("BETOS", 257, 3, 1, "BETOS"),
    TYPE_OF_SERVICE("type of service", 261, 1, 5, "TOS#"),
    ANESTHESIA_BASE_UNITS("anesthesia base units", 266, 3, 1, "ANEST_BU", "ANES BU", "ANES BASE UNITS",
            "ANEST BASE UNITS", "ANESTHESIA BASE UNITS", "BASE UNITS"),
    ADDED_DATE("added date", 269, 8, 1, "ADD DT", "CODE ADD DATE"),
    ACTION_EFFECTIVE_DATE("action effective date", 277, 8, 1, "ACT EFF DT", "ACTION EFF DATE"),
    TERMINATION_DATE("termination date", 285, 8, 1, "TERM DT", "TERM DATE"),
    ACTION("action", 293, 1, 1, "ACTION CD", "ACTION CODE");

    /** Last position of a record's last field; the rest of a line is filler. */
    static final int LAST_POSITION = ACTION.end();

    private static final Pattern IGNORED = Pattern.compile("[\\s\\u00a0_-]");
    /** Every name that a column has, without what is ignored: every row above the header is held against all of them. */
    private static final Map<String, Occurrence> BY_COLUMN = Stream.of(values()).flatMap(Field::named).distinct()
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private final String title;
    private final int begin;
    private final int width;
    private final int occurrences;
    private final List<String> columns;

    Field(String title, int begin, int width, int occurrences, String... columns) {
        this.title = title;
        this.begin = begin;
        this.width = width;
        this.occurrences = occurrences;
        this.columns = List.of(columns);
    }

    /** The name used in messages. */
    String title() {
        return title;
    }

    /** Characters of one occurrence. */
    int width() {
        return width;
    }

    int occurrences() {
        return occurrences;
    }

    /** Position of the first character of an occurrence (from 0), 1-based. */
    int begin(int occurrence) {
        return begin + occurrence * width;
    }

    /** Position of the last character of the last occurrence, 1-based. */
    int end() {
        return begin + occurrences * width - 1;
    }

    /** The name of an occurrence's column (from 0) in workbooks since 2016. */
    String column(int occurrence) {
        return numbered(columns.get(0), occurrence);
    }

    /**
     * What a column of a workbook holds.
     *
     * @param number from 0
     */
    record Occurrence(Field field, int number) {
    }

    /** What a column's header names; empty where that is no field. */
    static Optional<Occurrence> of(String header) {
        return Optional.ofNullable(BY_COLUMN.get(plain(header)));
    }

    private Stream<Map.Entry<String, Occurrence>> named() {
        return IntStream.range(0, occurrences).boxed().flatMap(number -> columns.stream()
                .map(column -> Map.entry(plain(numbered(column, number)), new Occurrence(this, number))));
    }

    private static String numbered(String column, int occurrence) {
        return column.replace("#", Integer.toString(occurrence + 1));
    }

    private static String plain(String header) {
        return IGNORED.matcher(header).replaceAll("").toUpperCase(Locale.ROOT);
    }
}
