package dev.hcpcs.loader;

import dev.hcpcs.lookup.Quarter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the name of a file tells: whether it can be a release, of which quarter, which version of it, in which format.
 *
 * <pre>
 * 12anweb.txt                                 2012-JAN
 * HCPC17_CONTR_ANWEB.txt                      2017-JAN
 * HCPC2020_APRIL_ANWEB_w_disclaimer_v5.xlsx   2020-APR, version 5
 * HCPC2026_JAN_ANWEB_12082025.txt             2026-JAN, of 8 December 2025
 * october-2026-alpha-numeric-hcpcs-file.zip   2026-OCT
 * </pre>
 */
final class ReleaseName {

    enum Format {
        /** Fixed-width text: preferred, because CMS's workbooks lose single values. */
        TEXT,
        XLSX,
        XLS,
        CSV,
        ZIP
    }

    private static final Pattern FOUR_DIGIT_YEAR = Pattern.compile("(?<!\\d)(20\\d\\d)(?!\\d)");
    private static final Pattern TWO_DIGIT_YEAR = Pattern.compile("(?:hcpcs?|^)(\\d\\d)(?=_|an)");
    private static final Pattern MONTH =
            Pattern.compile("(?<![a-z])(jan|apr|jul|oct)(?:uary|il|y|ober)?(?=v\\d|[^a-z]|$)");
    private static final Pattern VERSION = Pattern.compile("(?:anweb|jan|apr|jul|oct|(?<![a-z]))v(\\d{1,4})(?!\\d)");
    private static final Pattern DATE_YEAR_LAST = Pattern.compile("(?<!\\d)(\\d\\d)[-_.]?(\\d\\d)[-_.]?(20\\d\\d)(?!\\d)");
    private static final Pattern DATE_YEAR_FIRST = Pattern.compile("(?<!\\d)(20\\d\\d)[-_.]?(\\d\\d)[-_.]?(\\d\\d)(?!\\d)");
    private static final String TRANSACTION_REPORT = "(?<![a-z])trans|changes[ _-]?by";
    private static final Pattern IS_TRANSACTION_REPORT = Pattern.compile(TRANSACTION_REPORT);
    private static final String NOT_OTHERWISE_CLASSIFIED = "(?<![a-z])noc(?![a-z])|(?<![a-z])noc[ _-]?code";
    private static final Pattern IS_NOT_OTHERWISE_CLASSIFIED = Pattern.compile(NOT_OTHERWISE_CLASSIFIED);
    private static final String PROCESSING_NOTES = "proc(?:essing)?[ _-]?note";
    private static final Pattern IS_PROCESSING_NOTES = Pattern.compile(PROCESSING_NOTES);
    private static final String CORRECTIONS = "correction";
    private static final Pattern COMPANION = Pattern.compile(TRANSACTION_REPORT + "|" + NOT_OTHERWISE_CLASSIFIED + "|"
            + PROCESSING_NOTES + "|" + CORRECTIONS + "|(?<![a-z])read[ _-]?me|hcpcread|record[ _-]?layout|(?<![a-z])index"
            + "|table[ _-]of[ _-]drugs");
    private static final Pattern RELEASE = Pattern.compile("anweb|(?<![a-z])a-n(?![a-z])");
    private static final Pattern RESEMBLES_RELEASE = Pattern.compile("hcpcs?(?![a-z])");
    /** What macOS and office programs leave beside a file: not for people, and no release. */
    private static final Pattern BY_PRODUCT = Pattern.compile("(\\._|~\\$).*");

    /** Until here a file without a month is the annual one of January; later ones are quarterly, and name theirs. */
    private static final int LAST_YEAR_WITHOUT_MONTHS = 2020;

    private final String name;

    ReleaseName(String name) {
        this.name = name.toLowerCase(Locale.ROOT);
    }

    /** Whether the file is something that a program left beside a real one. */
    boolean isByProduct() {
        return BY_PRODUCT.matcher(name).matches();
    }

    /** Empty for a file of another kind. */
    Optional<Format> format() {
        return Optional.ofNullable(switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "txt" -> Format.TEXT;
            case "xlsx" -> Format.XLSX;
            case "xls" -> Format.XLS;
            case "csv" -> Format.CSV;
            case "zip" -> Format.ZIP;
            default -> null;
        });
    }

    /** The format of a companion, which CMS also prints as {@code .prn}; empty for a file that can be none. */
    Optional<Format> companionFormat() {
        return name.endsWith(".prn") ? Optional.of(Format.TEXT) : format().filter(format -> format != Format.ZIP);
    }

    /** Whether it is one of the files that come with a release, such as a transaction report. */
    boolean isCompanion() {
        return COMPANION.matcher(name).find();
    }

    /** Whether it is named as CMS names the transaction reports that come with releases. */
    boolean isTransactionReport() {
        return IS_TRANSACTION_REPORT.matcher(name).find();
    }

    /** Whether it is named as CMS names its lists of codes that are not otherwise classified. */
    boolean isNotOtherwiseClassifiedList() {
        return IS_NOT_OTHERWISE_CLASSIFIED.matcher(name).find();
    }

    /** Whether it is named as CMS names its processing notes. */
    boolean isProcessingNotes() {
        return IS_PROCESSING_NOTES.matcher(name).find();
    }

    /** Whether it is named as CMS names the corrections of a release. */
    boolean isCorrections() {
        return name.contains(CORRECTIONS);
    }

    /** Whether it is named as CMS names releases. */
    boolean isRelease() {
        return !isCompanion() && RELEASE.matcher(name).find();
    }

    /** Whether it could well be a release: named after HCPCS and a quarter, but not as CMS does. */
    boolean resemblesRelease() {
        return !isCompanion() && !isRelease() && RESEMBLES_RELEASE.matcher(name).find() && quarter().isPresent();
    }

    /** Empty where the name tells no year, more than one, or a year with quarterly files but no quarter. */
    Optional<Quarter> quarter() {
        Set<String> years = all(FOUR_DIGIT_YEAR, withoutDates());
        if (years.isEmpty()) {
            all(TWO_DIGIT_YEAR, name).forEach(year -> years.add("20" + year));
        }
        Set<String> months = all(MONTH, name);
        if (years.size() != 1 || months.size() > 1) {
            return Optional.empty();
        }
        int year = Integer.parseInt(years.iterator().next());
        if (months.isEmpty()) {
            return year <= LAST_YEAR_WITHOUT_MONTHS ? Optional.of(new Quarter(year, 1)) : Optional.empty();
        }
        return Optional.of(new Quarter(year, List.of("jan", "apr", "jul", "oct").indexOf(months.iterator().next()) + 1));
    }

    /** The quarter; that of its ZIP's name where this alone names the month, or the file's own does not tell. */
    Optional<Quarter> quarterWithin(ReleaseName zip) {
        Optional<Quarter> quarter = quarter();
        if (quarter.isEmpty() && !namesMonth()) {
            return zip.quarter();
        }
        boolean zipIsMoreExact = !namesMonth() && zip.namesMonth()
                && zip.quarter().map(Quarter::year).equals(quarter.map(Quarter::year));
        return zipIsMoreExact ? zip.quarter() : quarter;
    }

    /** Whether it names a month, right or wrong. */
    private boolean namesMonth() {
        return MONTH.matcher(name).find();
    }

    /** The day a version was made is no year of a release. */
    private String withoutDates() {
        return DATE_YEAR_FIRST.matcher(DATE_YEAR_LAST.matcher(name).replaceAll("")).replaceAll("");
    }

    private static Set<String> all(Pattern pattern, String name) {
        Set<String> found = new TreeSet<>();
        Matcher matcher = pattern.matcher(name);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }

    /** Orders the versions of one release: by its number (1 where it has none), then by its date (earliest where none). */
    String version() {
        Matcher number = VERSION.matcher(name);
        Matcher yearLast = DATE_YEAR_LAST.matcher(name);
        Matcher yearFirst = DATE_YEAR_FIRST.matcher(name);
        String date = yearLast.find() ? yearLast.group(3) + yearLast.group(1) + yearLast.group(2)
                : yearFirst.find() ? yearFirst.group(1) + yearFirst.group(2) + yearFirst.group(3) : "";
        return String.format(Locale.ROOT, "%04d %s", number.find() ? Integer.parseInt(number.group(1)) : 1, date);
    }
}
