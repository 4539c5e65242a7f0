package dev.hcpcs.loader.cli;

import dev.hcpcs.lookup.Answer;
import dev.hcpcs.lookup.HcpcsIndex;
import dev.hcpcs.lookup.Status;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;

/**
 * Answers the lines of a CSV, one by one, so that memory does not grow with their number.
 *
 * <pre>
 * claim,code,date        →  claim,code,date,status,evidence,effective_from,…
 * 17,Q4257,2024-03-01       17,Q4257,2024-03-01,ACTIVE,ASSUMED,2022-04-01,…
 * </pre>
 */
final class ClaimsCheck {

    /** Not a {@link Status}: the index never sees such a line. */
    private static final String INVALID_DATE = "INVALID_DATE";

    private final HcpcsIndex index;
    private final AnswerColumns columns = new AnswerColumns();
    private final String name;
    private final String codeColumn;
    private final String dateColumn;
    /** How many lines have each status, in an array, so that no number is made for each line. */
    private final Map<String, long[]> counts = new HashMap<>();
    private final List<String> remarks = new ArrayList<>();
    private boolean surplus;

    /** @param name the file's name, for messages */
    ClaimsCheck(HcpcsIndex index, String name, String codeColumn, String dateColumn) {
        this.index = index;
        this.name = name;
        this.codeColumn = codeColumn;
        this.dateColumn = dateColumn;
    }

    /**
     * Reads all lines and writes each with its answer.
     *
     * @throws IllegalArgumentException if the input is no CSV with these columns
     */
    void answer(InputStream claims, OutputStream answers) throws IOException {
        // A decoder of its own, because that of a charset would replace bytes which are not UTF-8 without a word.
        Reader reader = new BufferedReader(new InputStreamReader(claims, StandardCharsets.UTF_8.newDecoder()));
        CSVPrinter out = Csv.WRITE.print(new BufferedWriter(new OutputStreamWriter(answers, StandardCharsets.UTF_8)));
        try {
            answer(Csv.READ.parse(withoutByteOrderMark(reader)), out);
        } catch (CharacterCodingException e) {
            throw notUtf8();
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof CharacterCodingException) {
                throw notUtf8();
            }
            if (!(e.getCause() instanceof CSVException)) {
                throw e.getCause();
            }
            throw new IllegalArgumentException(name + " is no readable CSV behind line " + (lines() + 1) + ", where a"
                    + " quote is misplaced or not closed", e);
        }
        out.flush();
    }

    private IllegalArgumentException notUtf8() {
        return new IllegalArgumentException(name + " is no CSV in UTF-8: the fault is behind line " + (lines() + 1)
                + "; save it as UTF-8 (for example: iconv -f WINDOWS-1252 -t UTF-8)");
    }

    private void answer(CSVParser lines, CSVPrinter out) throws IOException {
        List<String> header = null;
        int code = -1;
        int date = -1;
        for (CSVRecord line : lines) {
            if (header == null) {
                header = line.toList();
                code = column(header, codeColumn, "--code");
                date = column(header, dateColumn, "--date");
                printLine(out, line, header.size(), String.join(",", AnswerColumns.NAMES));
                remarkRepeatedNames(header);
                continue;
            }
            answer(line, code, date, header.size(), lines, out);
        }
        if (header == null) {
            throw new IllegalArgumentException(name + " is empty: it needs a header row with the columns " + codeColumn
                    + " and " + dateColumn);
        }
    }

    private void answer(CSVRecord line, int codeColumn, int dateColumn, int width, CSVParser lines, CSVPrinter out)
            throws IOException {
        String code = value(line, codeColumn);
        String date = value(line, dateColumn);
        LocalDate day = DateConverter.find(date).orElse(null);
        Answer answer = day == null ? null : index.find(code, day).orElse(null);
        String status = answer == null ? statusWithoutAnswer(code, day) : answer.status().name();
        remark(status, line, lines.getCurrentLineNumber(), date, width);
        printLine(out, line, width, answer == null ? columns.of(status) : columns.of(answer));
    }

    private void remark(String status, CSVRecord line, long number, String date, int width) {
        long[] count = counts.computeIfAbsent(status, unseen -> new long[1]);
        count[0]++;
        if (count[0] == 1 && status.equals(INVALID_DATE)) {
            remarks.add("line " + number + " is the first without a valid date (YYYY-MM-DD or YYYYMMDD): '" + date + "'");
        }
        if (line.size() > width && !surplus) {
            surplus = true;
            remarks.add("line " + number + " is the first with more values than the header, " + line.size() + " instead of "
                    + width + "; what is too much stands behind the answer");
        }
    }

    private void remarkRepeatedNames(List<String> header) {
        List<String> repeated = AnswerColumns.NAMES.stream().filter(header::contains).toList();
        if (!repeated.isEmpty()) {
            remarks.add(name + " has columns that the answer has too: " + String.join(", ", repeated) + "; the answer's are the"
                    + " last ones");
        }
    }

    private int column(List<String> header, String column, String option) {
        List<Integer> found = new ArrayList<>();
        for (int i = 0; i < header.size(); i++) {
            if (header.get(i).strip().equalsIgnoreCase(column.strip())) {
                found.add(i);
            }
        }
        if (found.size() != 1) {
            boolean otherSeparator = header.size() == 1 && header.get(0).matches(".*[;\t|].*");
            throw new IllegalArgumentException(name + " has " + (found.isEmpty() ? "no column" : "more than one column") + " '"
                    + column + "'; it has " + String.join(", ", header) + (otherSeparator
                    ? "; its values must be separated by commas" : "; " + option + " names the column"));
        }
        return found.get(0);
    }

    private static String value(CSVRecord line, int column) {
        return column < line.size() ? line.get(column) : "";
    }

    /** The answer stands in its columns, whether a line is shorter or longer than the header. */
    private static void printLine(CSVPrinter out, CSVRecord line, int width, String answer) throws IOException {
        for (int column = 0; column < width; column++) {
            out.print(value(line, column));
        }
        out.getOut().append(Csv.WRITE.getDelimiterString()).append(answer);
        for (int column = width; column < line.size(); column++) {
            out.print(line.get(column));
        }
        out.println();
    }

    /** @param day null where the line has none */
    private String statusWithoutAnswer(String code, LocalDate day) {
        Status status = index.status(code, day == null ? LocalDate.EPOCH : day);
        return day == null && status.isAnswered() ? INVALID_DATE : status.name();
    }

    private static Reader withoutByteOrderMark(Reader reader) throws IOException {
        reader.mark(1);
        if (reader.read() != '\ufeff') {
            reader.reset();
        }
        return reader;
    }

    private long lines() {
        return counts.values().stream().mapToLong(count -> count[0]).sum();
    }

    /** What people should know of the answers: what was remarkable, and last how often each status was given. */
    List<String> remarks() {
        List<String> all = new ArrayList<>(remarks);
        all.add(Numbers.count(lines(), "line") + (counts.isEmpty() ? "" : ": ") + new TreeMap<>(counts).entrySet().stream()
                .map(count -> String.format(Locale.ROOT, "%,d %s", count.getValue()[0], count.getKey()))
                .collect(Collectors.joining(", ")));
        return all;
    }
}
