package dev.hcpcs.loader;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hcpcs.lookup.BulkLookup;
import dev.hcpcs.lookup.CodeHistory;
import dev.hcpcs.lookup.EarlierIndexes;
import dev.hcpcs.lookup.HcpcsCode;
import dev.hcpcs.lookup.HcpcsIndex;
import dev.hcpcs.lookup.Quarter;
import dev.hcpcs.lookup.ReleaseContent;
import dev.hcpcs.lookup.Status;
import dev.hcpcs.lookup.search.DescriptionSearch;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Many threads ask one index whatever can be asked, and get what one thread alone was answered. Asked are CMS's releases where
 * they are there, else the samples; for 10 seconds, or {@code -Dshared.seconds}.
 */
class SharedIndexTest {

    private static final Duration DURATION = Duration.ofSeconds(Integer.getInteger("shared.seconds", 10));
    private static final int THREADS = 16;
    private static final int QUESTIONS = 10_000;
    private static final int BULK = 40;
    private static final LocalDate FIRST_DAY = LocalDate.of(2008, 1, 1);
    private static final int DAYS = 365 * 20;

    /** All that threads share. */
    private record Shared(HcpcsIndex index, BulkLookup bulk, EarlierIndexes earlier, DescriptionSearch search) {

        static Shared of(HcpcsIndex index) {
            return new Shared(index, index.bulk(), EarlierIndexes.of(index), DescriptionSearch.of(index));
        }
    }

    private interface Question extends Function<Shared, Object> {
    }

    @Test
    void everyThreadGetsTheAnswersOfOneAlone() throws Exception {
        Path cms = RealReleases.cms(".");
        HcpcsIndex loaded = ReleaseLoader.lenient().load(cms.toFile().isDirectory() ? cms : Samples.FOLDER).index();
        List<Question> questions = new Questions(loaded, new Random(2026)).some();
        Shared alone = Shared.of(loaded);
        List<Object> expected = questions.stream().map(question -> question.apply(alone)).toList();
        // Not asked before, so that what is made when it is first asked is asked by all at once.
        Shared shared = Shared.of(opened(loaded));

        long end = System.nanoTime() + DURATION.toNanos();
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        List<Future<Long>> counts = IntStream.range(0, THREADS)
                .mapToObj(thread -> threads.submit(() -> ask(shared, questions, expected, new Random(thread), end))).toList();
        long compared = 0;
        for (Future<Long> count : counts) {
            compared += count.get();
        }
        threads.shutdown();

        System.out.printf(Locale.ROOT,
                "Shared index: %,d releases, %d threads, %d s, %,d answers to %,d questions, none differing%n",
                loaded.releases().size(), THREADS, DURATION.toSeconds(), compared, QUESTIONS);
        assertThat(compared).isGreaterThan(THREADS);
    }

    private static long ask(Shared shared, List<Question> questions, List<Object> expected, Random random, long end) {
        long asked = 0;
        while (System.nanoTime() < end) {
            int number = random.nextInt(questions.size());
            Object answer = questions.get(number).apply(shared);
            if (!answer.equals(expected.get(number))) {
                throw new AssertionError("question " + number + " was answered " + answer + ", and not " + expected.get(number));
            }
            asked++;
        }
        return asked;
    }

    private static HcpcsIndex opened(HcpcsIndex index) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        index.write(bytes);
        return HcpcsIndex.open(new ByteArrayInputStream(bytes.toByteArray()));
    }

    /** Random ones, of every kind that an index answers. */
    private static final class Questions {

        private final Random random;
        private final List<HcpcsCode> codes;
        private final List<Quarter> quarters;
        private final List<String> words;

        Questions(HcpcsIndex index, Random random) {
            this.random = random;
            codes = List.copyOf(index.codes());
            quarters = index.releases().stream().map(release -> release.quarter()).toList();
            words = index.contents().stream().map(ReleaseContent::records)
                    .flatMap(records -> Arrays.stream(records.get(records.size() / 2).longDescription().split("\\W+")))
                    .filter(word -> word.length() > 3).toList();
        }

        List<Question> some() {
            List<Question> questions = new ArrayList<>();
            for (int number = 0; number < QUESTIONS; number++) {
                questions.add(question(number));
            }
            return questions;
        }

        private Question question(int number) {
            String code = code();
            LocalDate date = date();
            LocalDate until = date.plusMonths(random.nextInt(18));
            Quarter quarter = any(quarters);
            String beginning = code.substring(0, 2);
            return switch (number % 14) {
                case 0 -> shared -> shared.index.status(code, date);
                case 1 -> shared -> shared.index.find(code, date);
                case 2 -> shared -> shared.index.findHistory(code);
                case 3 -> shared -> shared.index.findHistory(code).map(CodeHistory::daysOfChange);
                case 4 -> shared -> shared.index.replacements(code, date);
                case 5 -> shared -> shared.index.on(date).active().startingWith(beginning).stream().toList();
                case 6 -> shared -> shared.index.changes(date, until).startingWith(beginning).stream().toList();
                case 7 -> shared -> shared.index.find(code, date).flatMap(shared.index::findNotOtherwiseClassifiedList);
                case 8 -> shared -> shared.index.findHistory(code).flatMap(history -> shared.index.findProcessingNote(
                        history.versions().get(0)));
                case 9 -> shared -> shared.index.content(quarter).find(HcpcsCode.parse(code));
                case 10 -> shared -> shared.earlier.asKnownAt(quarter).find(code, date);
                case 11 -> {
                    String some = any(words) + " " + any(words);
                    yield shared -> shared.search.on(some, date, 5);
                }
                case 12 -> statusesInBulk();
                default -> versionsInBulk();
            };
        }

        private Question statusesInBulk() {
            String[] of = IntStream.range(0, BULK).mapToObj(claim -> random.nextInt(9) == 0 ? "Z9999" : code())
                    .toArray(String[]::new);
            LocalDate[] on = IntStream.range(0, BULK).mapToObj(claim -> date()).toArray(LocalDate[]::new);
            return shared -> {
                Status[] statuses = new Status[BULK];
                shared.bulk.status(of, on, statuses);
                return List.of(statuses);
            };
        }

        private Question versionsInBulk() {
            byte[] of = String.join("", IntStream.range(0, BULK).mapToObj(claim -> String.format("%-5s", code())).toList())
                    .getBytes(StandardCharsets.US_ASCII);
            int[] on = IntStream.range(0, BULK).map(claim -> (int) date().toEpochDay()).toArray();
            return shared -> {
                int[] versions = new int[BULK];
                shared.bulk.parallel().versions(of, on, versions);
                return Arrays.stream(versions).mapToObj(version -> version == BulkLookup.NO_VERSION ? Optional.empty()
                        : Optional.of(shared.bulk.versions().get(version))).toList();
            };
        }

        private String code() {
            return any(codes).value();
        }

        private LocalDate date() {
            return FIRST_DAY.plusDays(random.nextInt(DAYS));
        }

        private <T> T any(List<T> all) {
            return all.get(random.nextInt(all.size()));
        }
    }
}
