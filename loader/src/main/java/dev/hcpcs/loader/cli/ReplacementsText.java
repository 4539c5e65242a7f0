package dev.hcpcs.loader.cli;

import dev.hcpcs.lookup.Answer;
import dev.hcpcs.lookup.HcpcsIndex;
import dev.hcpcs.lookup.Replacement;
import dev.hcpcs.lookup.Status;
import java.time.LocalDate;
import java.util.List;

/** What became of a code, each code below the one that refers to it. */
final class ReplacementsText {

    private ReplacementsText() {
    }

    static String write(Replacement root, HcpcsIndex index, LocalDate date) {
        StringBuilder text = new StringBuilder();
        add(root, 0, " on " + date, index, text);
        List<String> usable = root.usable().map(answer -> answer.code().value()).toList();
        return text.append('\n').append(root.status() == Status.ACTIVE ? root.reference() + " needs no replacement: it is active"
                : usable.isEmpty() ? "No replacement is known that was active on " + date
                : "Active on " + date + ": " + String.join(", ", usable)).toString();
    }

    private static void add(Replacement node, int depth, String on, HcpcsIndex index, StringBuilder text) {
        text.append("  ".repeat(depth)).append(depth == 0 ? "" : "-> ").append(node.reference()).append(on).append(": ")
                .append(node.status());
        node.answer().ifPresent(answer -> text.append(AnswerText.since(answer, () -> index.history(answer.code()))));
        text.append(node.answer().map(Answer::record).map(record -> ": " + record.shortDescription()).orElse(""))
                .append(node.end().map(ReplacementsText::reason).orElse("")).append('\n');
        node.references().forEach(each -> add(each, depth + 1, "", index, text));
    }

    private static String reason(Replacement.End end) {
        return switch (end) {
            case ACTIVE, NOT_YET_EFFECTIVE -> "";
            case NO_REFERENCES -> " (refers to no other code)";
            case CYCLE -> " (leads back to itself)";
            case REPEATED -> " (see above)";
            case UNKNOWN_CODE -> " (no loaded release carries it)";
            case NOT_LEVEL_II -> " (a CPT or dental code, which CMS's releases never carry)";
            case NO_CODE -> " (the text is no code)";
        };
    }
}
