package dev.hcpcs.loader;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hcpcs.lookup.Answer;
import dev.hcpcs.lookup.CodeEvent;
import dev.hcpcs.lookup.CodeHistory;
import dev.hcpcs.lookup.CodedField;
import dev.hcpcs.lookup.CodedValue;
import dev.hcpcs.lookup.DayView;
import dev.hcpcs.lookup.HcpcsCode;
import dev.hcpcs.lookup.HcpcsIndex;
import dev.hcpcs.lookup.RecordField;
import dev.hcpcs.lookup.Replacement;
import dev.hcpcs.lookup.Status;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every question on CMS's own releases, against a plain filter over the histories of all codes. */
class RealQuestionsTest {

    /** Replaced by Q2040, itself replaced by J0588, and reused for a thing that has nothing to do with it. */
    private static final String REFERS_TO_A_REUSED_CODE = "C9278";

    private static HcpcsIndex index;
    private static List<CodeHistory> histories;

    @BeforeAll
    static void load() throws IOException {
        RealReleases.assumePresent();
        index = ReleaseLoader.lenient().load(RealReleases.eight()).index();
        histories = index.codes().stream().map(index::history).toList();
    }

    private static Stream<LocalDate> dates() {
        return Stream.of("2000-01-01", "2011-12-31", "2016-01-01", "2018-12-31", "2019-01-01", "2020-09-30", "2025-11-01",
                "2030-01-01").map(LocalDate::parse);
    }

    private static List<Answer> naive(LocalDate date, Predicate<Answer> condition) {
        return histories.stream().map(history -> history.on(date)).filter(condition).toList();
    }

    private static void same(DayView view, Predicate<Answer> condition) {
        assertThat(view.stream().toList()).isEqualTo(naive(view.date(), condition));
    }

    @ParameterizedTest
    @MethodSource("dates")
    void codesAndStatuses(LocalDate date) {
        assertThat(histories).hasSizeGreaterThan(9_000);
        same(index.on(date), answer -> true);
        same(index.on(date).active(), answer -> answer.status() == Status.ACTIVE);
        same(index.on(date).withStatus(Status.TERMINATED, Status.WITHDRAWN),
                answer -> answer.status() == Status.TERMINATED || answer.status() == Status.WITHDRAWN);
        same(index.on(date).active().modifiers(), answer -> answer.status() == Status.ACTIVE && answer.code().isModifier());
        same(index.on(date).procedures(), answer -> !answer.code().isModifier());
    }

    @ParameterizedTest
    @MethodSource("dates")
    void prefixesAndRanges(LocalDate date) {
        Set<String> prefixes = new TreeSet<>();
        histories.stream().map(history -> history.code().value()).forEach(code -> {
            prefixes.add(code.substring(0, 1));
            prefixes.add(code.substring(0, 2));
        });
        prefixes.addAll(List.of("J93", "J938", "J9380"));
        for (String prefix : prefixes) {
            same(index.on(date).startingWith(prefix), answer -> answer.code().value().startsWith(prefix));
        }
        for (String[] range : new String[][] {{"J0000", "J0999"}, {"J9", "J9"}, {"A9", "JW"}, {"JA", "K0001"}, {"A0", "ZZ"}}) {
            same(index.on(date).between(range[0], range[1]), answer -> answer.code().value().compareTo(range[0]) >= 0
                    && answer.code().value().compareTo(range[1]) <= 0);
        }
    }

    @ParameterizedTest
    @MethodSource("dates")
    void everyValueOfEveryCodedField(LocalDate date) {
        for (CodedField field : CodedField.values()) {
            Set<String> values = new TreeSet<>();
            naive(date, answer -> true).forEach(answer -> field.recordField().values(answer.record())
                    .forEach(value -> values.add(value.toString())));
            for (String value : values) {
                same(index.on(date).where(field, value), answer -> (field == CodedField.ASC_PAYMENT_GROUP
                        ? answer.ascPaymentGroup().stream().toList() : field.recordField().values(answer.record()))
                        .contains(new CodedValue(field, value)));
            }
        }
    }

    @Test
    void whatHappened() {
        LocalDate from = LocalDate.of(2011, 12, 31);
        LocalDate to = LocalDate.of(2025, 10, 1);
        List<String> expected = new ArrayList<>();
        for (CodeHistory history : histories) {
            Answer before = history.on(from.minusDays(1));
            Answer now = history.on(from);
            for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1)) {
                Answer next = history.on(day.plusDays(1));
                for (CodeEvent.Kind kind : kinds(before, now, next)) {
                    expected.add(history.code() + " " + day + " " + kind);
                }
                before = now;
                now = next;
            }
        }

        List<CodeEvent> events = index.changes(from, to).stream().toList();
        assertThat(events.stream().map(event -> event.code() + " " + event.date() + " " + event.kind()).toList())
                .isEqualTo(expected);
        for (CodeEvent.Kind kind : CodeEvent.Kind.values()) {
            assertThat(index.changes(from, to).of(kind).stream().toList()).isNotEmpty()
                    .isEqualTo(events.stream().filter(event -> event.kind() == kind).toList());
        }
        assertThat(events).allSatisfy(event -> {
            assertThat(event.answer()).isEqualTo(index.lookup(event.code(), event.date()));
            assertThat(event.after().date()).isEqualTo(event.before().date().plusDays(1));
        });
    }

    private static Set<CodeEvent.Kind> kinds(Answer before, Answer now, Answer next) {
        Set<CodeEvent.Kind> kinds = EnumSet.noneOf(CodeEvent.Kind.class);
        boolean sameLife = before.version().life() == now.version().life();
        if (exists(now) && !exists(next)) {
            kinds.add(next.status() == Status.WITHDRAWN ? CodeEvent.Kind.WITHDRAWN : CodeEvent.Kind.TERMINATED);
        }
        if (exists(now) && exists(next) && now.version().life() != next.version().life()) {
            kinds.add(CodeEvent.Kind.TERMINATED);
        }
        if (exists(now) && (before.status() == Status.NOT_YET_EFFECTIVE || !sameLife)) {
            kinds.add(CodeEvent.Kind.ADDED);
        } else if (now.status() == Status.ACTIVE && before.status() != Status.ACTIVE) {
            kinds.add(CodeEvent.Kind.REACTIVATED);
        }
        if (sameLife && before.version() != now.version() && RecordField.differing(before.record(), now.record()).stream()
                .anyMatch(RecordField::isContent)) {
            kinds.add(CodeEvent.Kind.CHANGED);
        }
        return kinds;
    }

    private static boolean exists(Answer answer) {
        return answer.status() == Status.ACTIVE || answer.status() == Status.INDETERMINATE;
    }

    /** The active codes that can be reached from a code, whatever the path. */
    @ParameterizedTest
    @MethodSource("dates")
    void replacements(LocalDate date) {
        for (CodeHistory history : histories) {
            Replacement root = index.replacements(history.code(), date);
            Set<HcpcsCode> active = new HashSet<>();
            if (root.status() != Status.ACTIVE) {
                reach(history.on(date), date, new HashSet<>(), active);
            }
            if (!history.code().value().equals(REFERS_TO_A_REUSED_CODE)) {
                assertThat(root.usable().map(Answer::code)).as(root.reference()).containsExactlyInAnyOrderElementsOf(active);
            }
        }
    }

    @Test
    void whatCameOfACodeIsNotWhatItsReplacementWasReusedFor() {
        for (String date : List.of("2012-06-01", "2018-06-01", "2024-01-01")) {
            assertThat(index.replacements(REFERS_TO_A_REUSED_CODE, LocalDate.parse(date)).usable().map(Answer::code)).as(date)
                    .extracting(HcpcsCode::value).containsExactly("J0588");
        }
    }

    private static void reach(Answer answer, LocalDate date, Set<HcpcsCode> seen, Set<HcpcsCode> active) {
        if (answer.status() == Status.ACTIVE) {
            active.add(answer.code());
        } else if (answer.status() != Status.NOT_YET_EFFECTIVE && seen.add(answer.code())) {
            for (String reference : answer.record().crossReferences()) {
                index.findHistory(reference).ifPresent(next -> reach(next.on(date), date, seen, active));
            }
        }
    }

    @Test
    void allAreInOrder() {
        assertThat(index.on(LocalDate.of(2020, 1, 1)).stream().map(Answer::code)).isSorted()
                .containsExactlyElementsOf(index.codes());
        assertThat(index.changes(LocalDate.MIN, LocalDate.MAX).stream()).isSortedAccordingTo(
                Comparator.comparing(CodeEvent::code).thenComparing(CodeEvent::date));
    }
}
