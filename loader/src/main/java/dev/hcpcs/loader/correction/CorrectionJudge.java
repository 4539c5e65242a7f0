package dev.hcpcs.loader.correction;

import dev.hcpcs.lookup.HcpcsIndex;
import dev.hcpcs.lookup.HcpcsRecord;
import dev.hcpcs.lookup.RecordField;
import dev.hcpcs.lookup.Release;
import dev.hcpcs.lookup.ReleaseContent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Holds corrections against the releases of an index: the one that a list corrects, or where it is not loaded the next loaded
 * one. CMS's corrections reach the next release, so those after it are asked for what it does not contain.
 */
public final class CorrectionJudge {

    private final CorrectionList list;
    /** That of the list's quarter and those after it, in order. */
    private final List<ReleaseContent> releases;

    private CorrectionJudge(CorrectionList list, HcpcsIndex index) {
        this.list = list;
        this.releases = index.contents().stream()
                .filter(content -> content.release().quarter().compareTo(list.quarter()) >= 0).toList();
    }

    /** Judges every correction of a list. */
    public static JudgedList judge(CorrectionList list, HcpcsIndex index) {
        return new CorrectionJudge(list, index).judge();
    }

    private JudgedList judge() {
        return new JudgedList(list, releases.stream().map(ReleaseContent::release).findFirst(),
                list.corrections().stream().map(this::judge).toList());
    }

    private JudgedCorrection judge(Correction correction) {
        Optional<List<Expected>> action = ActionText.understand(correction);
        Optional<Expected> comments = ActionText.understandComments(correction.comments());
        List<String> toBeRead = new ArrayList<>();
        if (action.isEmpty()) {
            toBeRead.add(correction.action());
        }
        if (comments.isEmpty() && !correction.comments().isEmpty()) {
            toBeRead.add(correction.comments());
        }
        List<JudgedValue> values = new ArrayList<>();
        byField(action.orElse(List.of()), correction.stated(), comments).values()
                .forEach(expected -> values.add(judge(correction, expected)));
        List<Verdict> verdicts = new ArrayList<>(values.stream().map(JudgedValue::verdict).toList());
        if (!toBeRead.isEmpty() || correction.cutShort()) {
            verdicts.add(Verdict.CANNOT_BE_TOLD);
        }
        // An action that is not understood may ask for the contrary of what the columns show.
        Outcome outcome = action.isEmpty() ? Outcome.CANNOT_BE_TOLD : Outcome.of(verdicts);
        boolean carried = releases.stream().findFirst().flatMap(content -> record(correction, content)).isPresent();
        return new JudgedCorrection(correction, carried, values, toBeRead, outcome);
    }

    /** What is expected, once where the action says what a column states too. */
    private static Map<String, List<Expected>> byField(List<Expected> action, Map<RecordField, String> stated,
            Optional<Expected> comments) {
        Map<String, List<Expected>> byField = new LinkedHashMap<>();
        Stream.of(action.stream(), stated.entrySet().stream().map(each -> Expected.value(each.getKey(), each.getValue())),
                comments.stream()).flatMap(each -> each).forEach(expected -> {
                    List<Expected> same = byField.computeIfAbsent(expected.title(), title -> new ArrayList<>());
                    if (!same.contains(expected)) {
                        same.add(expected);
                    }
                });
        return byField;
    }

    /** @param all of one field, more than one where they contradict each other */
    private JudgedValue judge(Correction correction, List<Expected> all) {
        Expected expected = all.get(0);
        if (all.size() > 1) {
            return cannotBeTold(expected, "CMS says " + all.get(1) + " too");
        }
        if (correction.hcpcsCode().isEmpty()) {
            return cannotBeTold(expected, correction.code() + " is no HCPCS Level II code");
        }
        if (releases.isEmpty()) {
            return cannotBeTold(expected, "no release of " + list.quarter() + " or later is loaded");
        }
        ExpectedInRecord inRelease = inRecord(correction, expected, releases.get(0));
        Optional<Release> later = inRelease.verdict() == Verdict.CONTAINED ? Optional.empty()
                : releases.stream().skip(1).filter(content -> inRecord(correction, expected, content).verdict()
                        == Verdict.CONTAINED).map(ReleaseContent::release).findFirst();
        return new JudgedValue(expected, inRelease.verdict(), inRelease.has(), inRelease.reason(), later);
    }

    private ExpectedInRecord inRecord(Correction correction, Expected expected, ReleaseContent content) {
        return ExpectedInRecord.judge(expected, record(correction, content), correction,
                content.release().quarter().equals(list.quarter()));
    }

    private static Optional<HcpcsRecord> record(Correction correction, ReleaseContent content) {
        return correction.hcpcsCode().flatMap(content::find);
    }

    private static JudgedValue cannotBeTold(Expected expected, String reason) {
        return new JudgedValue(expected, Verdict.CANNOT_BE_TOLD, "", reason, Optional.empty());
    }
}
