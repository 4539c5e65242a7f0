package dev.hcpcs.loader.evidence;

import dev.hcpcs.lookup.Answer;
import dev.hcpcs.lookup.Evidence;
import dev.hcpcs.lookup.HcpcsCode;
import dev.hcpcs.lookup.HcpcsIndex;
import dev.hcpcs.lookup.HcpcsRecord;
import dev.hcpcs.lookup.Quarter;
import dev.hcpcs.lookup.ReleaseContent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A release left out of an index, and what the index answers on the release's effective date for each of its codes.
 *
 * @param quarter     that of the release
 * @param isInner     whether there are releases before and after it
 * @param answers     for the codes that the other releases know
 * @param unknown     how many codes they do not know
 * @param stillToCome how many records were left aside because their action takes effect later
 */
record LeftOutRelease(Quarter quarter, boolean isInner, List<LeftOutAnswer> answers, int unknown, int stillToCome) {

    /** Leaves each of the releases out once, in order of effective date. */
    static List<LeftOutRelease> each(List<ReleaseContent> releases) {
        return releases.stream().map(leftOut -> leaveOut(leftOut, releases)).toList();
    }

    private static LeftOutRelease leaveOut(ReleaseContent leftOut, List<ReleaseContent> releases) {
        int place = releases.indexOf(leftOut);
        List<ReleaseContent> before = releases.subList(0, place);
        List<ReleaseContent> after = releases.subList(place + 1, releases.size());
        HcpcsIndex others = HcpcsIndex.of(Stream.concat(before.stream(), after.stream()).toList());
        LocalDate date = leftOut.release().quarter().effectiveDate();
        List<LeftOutAnswer> answers = new ArrayList<>();
        int unknown = 0;
        int stillToCome = 0;
        for (HcpcsRecord stated : leftOut.records()) {
            Optional<Answer> answer = others.find(stated.code(), date);
            if (LeftOutAnswer.isActionStillToCome(stated, date)) {
                stillToCome++;
            } else if (answer.isEmpty()) {
                unknown++;
            } else {
                answers.add(new LeftOutAnswer(stated, records(stated.code(), before), records(stated.code(), after),
                        answer.get()));
            }
        }
        return new LeftOutRelease(leftOut.release().quarter(), !before.isEmpty() && !after.isEmpty(), answers, unknown,
                stillToCome);
    }

    private static List<HcpcsRecord> records(HcpcsCode code, List<ReleaseContent> releases) {
        return releases.stream().flatMap(release -> release.find(code).stream()).toList();
    }

    Stream<LeftOutAnswer> answers(Evidence evidence) {
        return answers.stream().filter(answer -> answer.answer().evidence() == evidence);
    }

    Stream<LeftOutAnswer> wrongStatuses(Evidence evidence) {
        return answers(evidence).filter(Predicate.not(LeftOutAnswer::isStatusRight));
    }

    Stream<LeftOutAnswer> contents(Evidence evidence) {
        return answers(evidence).filter(LeftOutAnswer::isContentStated);
    }

    Stream<LeftOutAnswer> wrongContents(Evidence evidence) {
        return contents(evidence).filter(Predicate.not(LeftOutAnswer::isContentRight));
    }
}
