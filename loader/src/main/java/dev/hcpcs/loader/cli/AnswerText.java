package dev.hcpcs.loader.cli;

import dev.hcpcs.loader.change.FieldChange;
import dev.hcpcs.lookup.Answer;
import dev.hcpcs.lookup.CodeHistory;
import dev.hcpcs.lookup.CodedValue;
import dev.hcpcs.lookup.Evidence;
import dev.hcpcs.lookup.HcpcsRecord;
import dev.hcpcs.lookup.Period;
import dev.hcpcs.lookup.ProcessingNote;
import dev.hcpcs.lookup.RecordField;
import dev.hcpcs.lookup.Release;
import dev.hcpcs.lookup.Status;
import dev.hcpcs.lookup.Version;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import picocli.CommandLine.Help.TextTable;

/** Answers as people read them. */
final class AnswerText {

    private AnswerText() {
    }

    /** One line. {@code history} is asked only where the answer needs it, because finding it takes longer than the answer. */
    static String status(Answer answer, Supplier<CodeHistory> history) {
        Version version = answer.version();
        HcpcsRecord record = answer.record();
        return answer.code() + " on " + answer.date() + ": " + answer.status() + since(answer, history) + " ("
                + answer.evidence() + "), version from "
                + version.start() + " (" + version.basis() + "), pricing "
                + TextTables.orNone(RecordField.PRICING_INDICATORS.text(record)) + ", coverage "
                + TextTables.orNone(RecordField.COVERAGE.text(record)) + ": " + record.shortDescription();
    }

    /** The day that a code which did not exist on the date began or ended. */
    static String since(Answer answer, Supplier<CodeHistory> history) {
        return switch (answer.status()) {
            case NOT_YET_EFFECTIVE -> " before " + period(answer.date(), history.get()).start();
            case TERMINATED, WITHDRAWN -> period(answer.date(), history.get()).end().map(end -> " after " + end).orElse("");
            default -> "";
        };
    }

    /** The last period that started by the date, or the first. */
    private static Period period(LocalDate date, CodeHistory history) {
        Period last = history.periods().get(0);
        for (Period period : history.periods()) {
            last = period.start().isAfter(date) ? last : period;
        }
        return last;
    }

    /**
     * The whole record, every code explained.
     *
     * @param note the record's processing note in words
     * @param list the list that tells whether the code was not otherwise classified
     */
    static String show(Answer answer, CodeHistory history, Optional<ProcessingNote> note, Optional<Release> list,
            Release latest) {
        HcpcsRecord record = answer.record();
        Version version = answer.version();
        TextTable table = TextTables.table(28, 12);
        List<String> blank = new ArrayList<>();
        for (RecordField field : RecordField.values()) {
            List<?> values = field == RecordField.ASC_PAYMENT_GROUP
                    ? answer.ascPaymentGroup().stream().toList() : field.values(record);
            if (values.isEmpty()) {
                blank.add(field.title());
            }
            boolean first = true;
            for (Object value : values) {
                String title = first ? capital(field.title()) : "";
                if (value instanceof CodedValue coded) {
                    table.addRowValues(title, coded.code(), coded.label().orElse("(not in CMS's record layout)"));
                    coded.heading().ifPresent(heading -> table.addRowValues("", "", "- under " + heading));
                } else if (field == RecordField.PROCESSING_NOTE && note.isPresent()) {
                    table.addRowValues(title, value.toString(), note.get().text());
                } else {
                    addWide(table, title, value.toString());
                }
                first = false;
            }
        }
        answer.notOtherwiseClassified().ifPresent(value -> table.addRowValues("Not otherwise classified", value ? "yes" : "no",
                list.map(of -> "by CMS's list of " + of.quarter()).orElse("")));
        return record.code() + "  " + record.shortDescription() + "\n\n"
                + "On " + answer.date() + "  " + answer.status() + since(answer, () -> history) + ", "
                + answer.evidence() + reason(answer, latest) + "\n"
                + "Version from   " + version.start() + ", " + version.basis() + ", carried by " + releases(version) + "\n"
                + "Existed        " + history.periods().stream().map(AnswerText::period).collect(Collectors.joining("; "))
                + "\n\n" + TextTables.lines(table) + "\n" + TextTables.lines(blank(blank));
    }

    private static TextTable blank(List<String> titles) {
        TextTable table = TextTables.table(28, 12);
        if (!titles.isEmpty()) {
            table.addRowValues("Blank", "", String.join(", ", titles));
        }
        return table;
    }

    /** Periods and versions, each with what it rests on. */
    static String history(CodeHistory history, List<Release> loaded) {
        StringBuilder text = new StringBuilder();
        text.append(history.code()).append("  ").append(Numbers.count(loaded.size(), "release")).append(" loaded, ")
                .append(loaded.get(0).quarter()).append(" to ").append(loaded.get(loaded.size() - 1).quarter());
        text.append("\n\nPeriods\n");
        for (Period period : history.periods()) {
            text.append("  ").append(period(period))
                    .append(reused(history) ? "  (life " + period.life() + ")" : "").append('\n');
        }
        text.append(notOtherwiseClassified(history)).append("\nVersions\n");
        Version before = null;
        for (Version version : history.versions()) {
            text.append("  from ").append(version.start()).append("  ").append(version.basis()).append(", carried by ")
                    .append(releases(version)).append(confirmed(version));
            if (before == null || before.life() != version.life()) {
                text.append(before == null ? "" : "\n    a new life of the code").append('\n')
                        .append(TextTables.indented(version.record().longDescription()));
            } else {
                text.append('\n').append(TextTables.changes(
                        FieldChange.ofContentBetween(before.record(), version.record())));
            }
            before = version;
        }
        return text.toString().stripTrailing();
    }

    /** What is told of each life; blank where no list tells anything. */
    private static String notOtherwiseClassified(CodeHistory history) {
        String told = history.versions().stream().filter(version -> version.notOtherwiseClassified().first().isPresent())
                .map(version -> (reused(history) ? "in life " + version.life() + ": " : "") + version.notOtherwiseClassified())
                .distinct().collect(Collectors.joining("\n"));
        return told.isEmpty() ? "" : "\nNot otherwise classified\n" + told.indent(2);
    }

    private static boolean reused(CodeHistory history) {
        return history.periods().get(history.periods().size() - 1).life() > 1;
    }

    private static String period(Period period) {
        return period.start() + period.end().map(end -> " to " + end).orElse(" on") + "  " + period.during()
                + (period.end().isPresent() && period.after() == Status.WITHDRAWN ? ", then WITHDRAWN" : "");
    }

    private static String releases(Version version) {
        return version.releases().stream().map(release -> release.quarter().toString()).collect(Collectors.joining(", "));
    }

    private static String confirmed(Version version) {
        LocalDate through = version.lastSeen().quarter().lastDay();
        return version.confirmedFrom().isAfter(through) ? "" : "; confirmed " + version.confirmedFrom() + " to " + through;
    }

    /** Why an answer is only assumed. */
    private static String reason(Answer answer, Release latest) {
        if (answer.evidence() == Evidence.CONFIRMED) {
            return "";
        }
        LocalDate through = answer.version().lastSeen().quarter().lastDay();
        return ": " + switch (answer.status()) {
            case ACTIVE -> answer.date().isAfter(through)
                    ? "the last loaded release that says so is of " + answer.version().lastSeen().quarter()
                    : "the loaded releases state these attributes from " + answer.version().confirmedFrom() + " on only";
            case INDETERMINATE -> "terminated and reactivated at a time that no loaded release tells";
            case WITHDRAWN -> "CMS dropped the code without terminating it";
            default -> "the latest loaded release is of " + latest.quarter();
        };
    }

    /** A text that needs no explanation begins where the codes stand. */
    private static void addWide(TextTable table, String title, String value) {
        table.addRowValues(title, value.length() < 12 ? value : "", value.length() < 12 ? "" : value);
    }

    private static String capital(String title) {
        return Character.toUpperCase(title.charAt(0)) + title.substring(1);
    }
}
