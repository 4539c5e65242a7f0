package dev.hcpcs.loader.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hcpcs.loader.Diagnostic;
import dev.hcpcs.loader.LoadedReleases;
import dev.hcpcs.loader.ReleaseException;
import dev.hcpcs.lookup.Answer;
import dev.hcpcs.lookup.HcpcsCode;
import dev.hcpcs.lookup.HcpcsIndex;
import dev.hcpcs.lookup.SnapshotException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What every reader promises, whatever it is given: it returns something sound, or throws its documented exception, whose message
 * names the file and the place in it.
 */
final class ReaderPromise {

    private static final Pattern CODE = Pattern.compile("[A-Z]\\d{4}|[A-Z][A-Z0-9]");
    /** What is said of a file as a whole; anything else is somewhere in it. */
    private static final Pattern OF_THE_WHOLE_FILE = Pattern.compile("(cannot be read|is encrypted|holds no|has no header row"
            + "|has no column|has more than|is no (list|transaction report)|is a print|ends with|left out, because"
            + "|its name does not tell).*", Pattern.DOTALL);

    private static final int LONGEST_REASON = 1_000;

    /** A reader at work. */
    interface Reading<T> {
        T read() throws IOException;
    }

    private ReaderPromise() {
    }

    /**
     * Reads something.
     *
     * @param file the name that a refusal must have
     * @return empty where it was refused in the documented way
     */
    static <T> Optional<T> kept(String file, Reading<T> reading) throws IOException {
        try {
            return Optional.of(reading.read());
        } catch (ReleaseException e) {
            assertThat(e.getMessage().lines()).allSatisfy(line -> {
                assertThat(line).containsPattern(Pattern.quote(file) + "|^\\.\\.\\. and \\d+ more$");
                checkText(line);
            });
            checkDiagnostics(e.diagnostics());
        } catch (SnapshotException e) {
            assertThat(e.getMessage()).contains(file);
            checkText(e.getMessage());
        }
        return Optional.empty();
    }

    /** Reads releases, whose index then has to answer. */
    static Optional<LoadedReleases> keptByReleases(String file, Reading<LoadedReleases> reading) throws IOException {
        Optional<LoadedReleases> loaded = kept(file, reading);
        if (loaded.isPresent()) {
            checkDiagnostics(loaded.get().diagnostics());
            checkIndex(loaded.get().index());
        }
        return loaded;
    }

    static void checkDiagnostics(List<Diagnostic> diagnostics) {
        assertThat(diagnostics).allSatisfy(diagnostic -> {
            assertThat(diagnostic.file()).isNotBlank();
            assertThat(diagnostic.toString()).contains(diagnostic.file());
            checkText(diagnostic.toString());
            if (diagnostic.line() <= 0) {
                assertThat(diagnostic.problem()).matches(OF_THE_WHOLE_FILE);
            }
            if (diagnostic.problem().startsWith("cannot be read")) {
                assertThat(diagnostic.problem()).as("not at length").hasSizeLessThan(LONGEST_REASON);
            }
        });
    }

    /** One line, that says something. */
    private static void checkText(String message) {
        assertThat(message).doesNotContainPattern("[\\p{Cc}\u2028\u2029&&[^\t]]").doesNotContain("(null");
    }

    /** Every code is one and is answered, and no differently from the snapshot of the index. */
    static void checkIndex(HcpcsIndex index) throws IOException {
        ByteArrayOutputStream snapshot = new ByteArrayOutputStream();
        index.write(snapshot);
        HcpcsIndex reopened = HcpcsIndex.open(new ByteArrayInputStream(snapshot.toByteArray()));
        assertThat(reopened.contents()).isEqualTo(index.contents());
        assertThat(reopened.companions()).isEqualTo(index.companions());
        assertThat(index.codes()).isNotEmpty().isEqualTo(reopened.codes());
        for (HcpcsCode code : index.codes()) {
            assertThat(code.value()).matches(CODE);
            assertThat(reopened.history(code)).isEqualTo(index.history(code));
            for (LocalDate day : days(index, code)) {
                Answer answer = index.lookup(code, day);
                assertThat(index.status(code.value(), day)).isEqualTo(answer.status());
                assertThat(reopened.lookup(code, day)).hasToString(answer.toString());
            }
        }
    }

    private static List<LocalDate> days(HcpcsIndex index, HcpcsCode code) {
        List<LocalDate> days = new ArrayList<>(List.of(LocalDate.EPOCH, LocalDate.of(2026, 10, 1)));
        index.history(code).versions().stream().flatMap(version -> Stream.of(version.start().minusDays(1), version.start()))
                .forEach(days::add);
        return days;
    }
}
