package dev.hcpcs.loader.correction;

import dev.hcpcs.lookup.CodedField;
import dev.hcpcs.lookup.CodedValue;
import dev.hcpcs.lookup.HcpcsCode;
import dev.hcpcs.lookup.RecordField;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What can safely be understood of CMS's words. A text is understood whole or not at all: what one half of it means may hang on
 * the other.
 *
 * <pre>
 * ADD CODE                                                 the release carries the code, added on the effective date
 * Removed in error - add back to file                      the release carries the code
 * Discontinue                                              terminated by the effective date
 * Change Cov to C and Price to 39                          a field has a value
 * Change Action code to "F" and add Action Effective date  the latter is the correction's own
 * Add "YY" ASC Ind                                         a field that holds one value has it
 * Remove "YY" ASC Ind and ASC Start date of 01/01/2019     a field does not have a value
 * </pre>
 */
final class ActionText {

    private static final Pattern ADD_CODE = Pattern.compile("add code");
    private static final Pattern ADD_BACK = Pattern.compile("(removed in error - )?add back( to file)?");
    private static final Pattern DISCONTINUE = Pattern.compile("discontinued?( code)?");
    private static final Pattern VERB = Pattern.compile("(change|add|remove) (.+)");
    /** A clause without a verb continues the one before it. */
    private static final Pattern BETWEEN_CLAUSES = Pattern.compile(",? and |[,;] ");
    private static final String VALUE = "(?:\"(?<quoted>[^\" ]+)\"|(?<plain>[a-z0-9]{1,5}|\\d\\d?/\\d\\d?/\\d{4}))";
    private static final Pattern CHANGE = Pattern.compile("(?<field>.+) to " + VALUE);
    private static final Pattern OF_VALUE = Pattern.compile("(?<field>.+) of " + VALUE);
    private static final Pattern VALUE_FIRST = Pattern.compile("\"(?<quoted>[^\" ]+)\" (?<plain>)(?<field>.+)");
    private static final Pattern STATUTE = Pattern.compile("statute (\\d\\S{0,9})");
    private static final Map<String, Named> FIELDS = Map.ofEntries(
            coded("cov", RecordField.COVERAGE, CodedField.COVERAGE), coded("coverage", RecordField.COVERAGE, CodedField.COVERAGE),
            coded("price", RecordField.PRICING_INDICATORS, CodedField.PRICING_INDICATOR),
            coded("pricing indicator", RecordField.PRICING_INDICATORS, CodedField.PRICING_INDICATOR),
            coded("betos", RecordField.BETOS, CodedField.BETOS),
            coded("tos", RecordField.TYPES_OF_SERVICE, CodedField.TYPE_OF_SERVICE),
            coded("asc ind", RecordField.ASC_PAYMENT_GROUP, CodedField.ASC_PAYMENT_GROUP),
            coded("action code", RecordField.ACTION, CodedField.ACTION),
            named("xref", RecordField.CROSS_REFERENCES, value -> HcpcsCode.find(value).isPresent()),
            named("xref code", RecordField.CROSS_REFERENCES, value -> HcpcsCode.find(value).isPresent()),
            named("asc date", RecordField.ASC_EFFECTIVE_DATE, value -> CorrectionDates.find(value).isPresent()),
            named("asc start date", RecordField.ASC_EFFECTIVE_DATE, value -> CorrectionDates.find(value).isPresent()));

    /**
     * A field that CMS names.
     *
     * @param canBe whether a word is one of its values: otherwise the sentence says something else, such as "to blank"
     */
    private record Named(RecordField field, Predicate<String> canBe) {
    }

    private ActionText() {
    }

    private static Map.Entry<String, Named> named(String name, RecordField field, Predicate<String> canBe) {
        return Map.entry(name, new Named(field, canBe));
    }

    private static Map.Entry<String, Named> coded(String name, RecordField field, CodedField values) {
        return named(name, field, value -> new CodedValue(values, value).label().isPresent());
    }

    /** What an action asks for, nothing where it is blank; empty where it is not understood. */
    static Optional<List<Expected>> understand(Correction correction) {
        String text = plain(correction.action());
        String effective = correction.effective();
        if (correction.cutShort()) {
            // Whatever follows, the code is to be there.
            return ADD_CODE.matcher(text).matches() ? Optional.of(List.of(Expected.carried())) : Optional.empty();
        }
        if (text.isEmpty()) {
            return Optional.of(List.of());
        }
        if (ADD_CODE.matcher(text).matches()) {
            return Optional.of(effective.isEmpty() ? List.of(Expected.carried())
                    : List.of(Expected.carried(), Expected.value(RecordField.ADDED_DATE, effective)));
        }
        if (ADD_BACK.matcher(text).matches()) {
            return Optional.of(List.of(Expected.carried()));
        }
        if (DISCONTINUE.matcher(text).matches()) {
            return Optional.of(List.of(Expected.terminated(effective)));
        }
        List<Expected> all = new ArrayList<>();
        String verb = "";
        for (String part : BETWEEN_CLAUSES.split(text)) {
            Matcher withVerb = VERB.matcher(part);
            boolean hasVerb = withVerb.matches();
            verb = hasVerb ? withVerb.group(1) : verb;
            Optional<Expected> expected = clause(verb, hasVerb ? withVerb.group(2) : part, effective);
            if (expected.isEmpty()) {
                return Optional.empty();
            }
            all.add(expected.get());
        }
        return Optional.of(all);
    }

    /** What comments ask for; empty where they are not understood. */
    static Optional<Expected> understandComments(String comments) {
        Matcher statute = STATUTE.matcher(plain(comments));
        return statute.matches() ? Optional.of(Expected.value(RecordField.STATUTE, statute.group(1))) : Optional.empty();
    }

    private static Optional<Expected> clause(String verb, String clause, String effective) {
        return switch (verb) {
            case "change" -> match(CHANGE, clause);
            case "add" -> clause.equals("action effective date")
                    ? Optional.of(Expected.value(RecordField.ACTION_EFFECTIVE_DATE, effective))
                    : match(VALUE_FIRST, clause).or(() -> match(OF_VALUE, clause))
                            .filter(expected -> !expected.field().orElseThrow().isList());
            case "remove" -> match(VALUE_FIRST, clause).or(() -> match(OF_VALUE, clause))
                    .map(expected -> Expected.removed(expected.field().orElseThrow(), expected.value()));
            default -> Optional.empty();
        };
    }

    private static Optional<Expected> match(Pattern pattern, String clause) {
        Matcher matcher = pattern.matcher(clause);
        Named named = matcher.matches() ? FIELDS.get(matcher.group("field")) : null;
        if (named == null) {
            return Optional.empty();
        }
        String value = (matcher.group("quoted") == null ? matcher.group("plain") : matcher.group("quoted"))
                .toUpperCase(Locale.ROOT);
        return Optional.of(value).filter(named.canBe())
                .map(known -> Expected.value(named.field(), CorrectionDates.iso(known)));
    }

    private static String plain(String text) {
        return Typography.plain(text).strip().toLowerCase(Locale.ROOT).replaceAll("\\.$", "");
    }
}
