package dev.hcpcs.lookup;

import static java.util.Objects.requireNonNull;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Writes the body of a {@link Snapshot}; {@link SnapshotReader} is its mirror. */
final class SnapshotWriter {

    /** What a value is, as its first byte. */
    static final int TEXT = 1;
    static final int CODE = 2;
    static final int CODED_VALUE = 3;
    static final int DATE = 4;
    static final int NUMBER = 5;
    static final int LIST = 6;
    /** Whether a life of a code is not otherwise classified, at its beginning. */
    static final int UNKNOWN = 0;
    static final int NO = 1;
    static final int YES = 2;

    private final DataOutputStream out;
    private final ByteArrayOutputStream valueBytes = new ByteArrayOutputStream();
    private final DataOutputStream values = new DataOutputStream(valueBytes);
    /** Every value so far with its number; numbers begin at 1, because 0 is a blank field. */
    private final Map<Object, Integer> numbers = new HashMap<>();

    SnapshotWriter(DataOutputStream out) {
        this.out = out;
    }

    void write(HcpcsIndex index) throws IOException {
        ByteArrayOutputStream recordBytes = new ByteArrayOutputStream();
        ByteArrayOutputStream releaseBytes = new ByteArrayOutputStream();
        ByteArrayOutputStream companionBytes = new ByteArrayOutputStream();
        Map<HcpcsRecord, Integer> records = new HashMap<>();
        writeRecords(index.contents(), records, new DataOutputStream(recordBytes), new DataOutputStream(releaseBytes));
        writeCompanions(index.companions(), new DataOutputStream(companionBytes));
        for (Version version : index.answers().versions()) {
            number(version.start());
            number(version.confirmedFrom());
        }

        out.writeInt(numbers.size());
        valueBytes.writeTo(out);
        out.writeInt(records.size());
        recordBytes.writeTo(out);
        out.writeInt(index.contents().size());
        releaseBytes.writeTo(out);
        companionBytes.writeTo(out);
        writeAnswers(index, records);
    }

    private void writeRecords(List<ReleaseContent> contents, Map<HcpcsRecord, Integer> records, DataOutputStream recordOut,
            DataOutputStream releaseOut) throws IOException {
        for (ReleaseContent content : contents) {
            writeFile(content.release(), releaseOut);
            releaseOut.writeInt(content.records().size());
            for (HcpcsRecord record : content.records()) {
                Integer number = records.get(record);
                if (number == null) {
                    number = records.size();
                    records.put(record, number);
                    for (Object field : record.fields()) {
                        recordOut.writeInt(field == null ? 0 : number(field));
                    }
                }
                releaseOut.writeInt(number);
            }
        }
    }

    private void writeFile(Release file, DataOutputStream to) throws IOException {
        to.writeInt(PackedDate.of(file.quarter().effectiveDate()));
        to.writeInt(number(file.name()));
        to.writeInt(number(file.sha256()));
    }

    private void writeCompanions(Companions companions, DataOutputStream to) throws IOException {
        to.writeInt(companions.notOtherwiseClassified().size());
        for (NotOtherwiseClassifiedList list : companions.notOtherwiseClassified()) {
            writeFile(list.file(), to);
            to.writeInt(list.addedDates().size());
            for (Map.Entry<HcpcsCode, Optional<LocalDate>> entry : list.addedDates().entrySet()) {
                to.writeInt(number(entry.getKey()));
                to.writeInt(entry.getValue().isPresent() ? number(entry.getValue().get()) : 0);
            }
        }
        to.writeInt(companions.processingNotes().size());
        for (ProcessingNotes notes : companions.processingNotes()) {
            writeFile(notes.file(), to);
            to.writeInt(notes.texts().size());
            for (Map.Entry<String, String> entry : notes.texts().entrySet()) {
                to.writeInt(number(entry.getKey()));
                to.writeInt(number(entry.getValue()));
            }
        }
    }

    private void writeAnswers(HcpcsIndex index, Map<HcpcsRecord, Integer> records) throws IOException {
        List<Release> releases = index.releases();
        AnswerTable answers = index.answers();
        List<List<Release>> carriers = Stream.of(answers.versions()).map(Version::releases).distinct().toList();
        out.writeInt(carriers.size());
        for (List<Release> of : carriers) {
            out.writeInt(of.size());
            for (Release release : of) {
                out.writeInt(releases.indexOf(release));
            }
        }
        Map<List<Release>, Integer> carrierNumbers = new HashMap<>();
        carriers.forEach(of -> carrierNumbers.put(of, carrierNumbers.size()));
        Map<NotOtherwiseClassified, Integer> classifiedNumbers = writeClassified(answers.versions());
        out.writeInt(answers.versions().length);
        for (Version version : answers.versions()) {
            out.writeInt(version.life());
            out.writeInt(known(version.start(), numbers));
            out.writeInt(known(version.confirmedFrom(), numbers));
            out.writeInt(version.basis() == Basis.STATED ? 0 : 1);
            out.writeInt(known(version.record(), records));
            out.writeInt(known(version.releases(), carrierNumbers));
            out.writeInt(known(version.notOtherwiseClassified(), classifiedNumbers));
        }
        out.writeInt(answers.segments().length);
        for (long segment : answers.segments()) {
            out.writeLong(segment);
        }
        int[] slots = answers.slots();
        int[] firstVersions = answers.firstVersions();
        int[] newestSegments = answers.newestSegments();
        out.writeInt(slots.length - 1);
        for (int code = 1; code < slots.length; code++) {
            out.writeInt(slots[code]);
            out.writeInt(firstVersions[code]);
            out.writeInt(newestSegments[code]);
        }
    }

    private Map<NotOtherwiseClassified, Integer> writeClassified(Version[] versions) throws IOException {
        Map<NotOtherwiseClassified, Integer> numbers = new LinkedHashMap<>();
        for (Version version : versions) {
            numbers.putIfAbsent(version.notOtherwiseClassified(), numbers.size());
        }
        out.writeInt(numbers.size());
        for (NotOtherwiseClassified each : numbers.keySet()) {
            out.writeInt(each.first().map(first -> first ? YES : NO).orElse(UNKNOWN));
            out.writeInt(each.changes().size());
            for (LocalDate change : each.changes()) {
                out.writeInt(packed(change));
            }
        }
        return numbers;
    }

    /** The number of a value, which is written when it is first met, behind those that it refers to. */
    private int number(Object value) throws IOException {
        Integer known = numbers.get(value);
        if (known != null) {
            return known;
        }
        if (value instanceof String text) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            if (bytes.length > 0xFFFF) {
                throw new IOException("a text of " + bytes.length + " bytes is too long for a snapshot: '"
                        + text.substring(0, 40) + "...'");
            }
            values.writeByte(TEXT);
            values.writeShort(bytes.length);
            values.write(bytes);
        } else if (value instanceof HcpcsCode code) {
            int text = number(code.value());
            values.writeByte(CODE);
            values.writeInt(text);
        } else if (value instanceof CodedValue coded) {
            int text = number(coded.code());
            values.writeByte(CODED_VALUE);
            values.writeByte(coded.field().ordinal());
            values.writeInt(text);
        } else if (value instanceof LocalDate date) {
            values.writeByte(DATE);
            values.writeInt(packed(date));
        } else if (value instanceof Integer number) {
            values.writeByte(NUMBER);
            values.writeInt(number);
        } else if (value instanceof List<?> list) {
            if (list.size() > 0xFFFF) {
                throw new IOException("a list of " + list.size() + " values is too long for a snapshot: " + list.get(0) + ", "
                        + list.get(1) + ", ...");
            }
            int[] elements = new int[list.size()];
            for (int i = 0; i < elements.length; i++) {
                elements[i] = number(list.get(i));
            }
            values.writeByte(LIST);
            values.writeShort(elements.length);
            for (int element : elements) {
                values.writeInt(element);
            }
        } else {
            throw new AssertionError("no form for " + value.getClass());
        }
        numbers.put(value, numbers.size() + 1);
        return numbers.size();
    }

    private static <T> int known(T value, Map<T, Integer> numbers) {
        return requireNonNull(numbers.get(value), "number");
    }

    private static int packed(LocalDate date) throws IOException {
        int packed = PackedDate.of(date);
        if (!PackedDate.toDate(packed).equals(date)) {
            throw new IOException("a date is too far away for a snapshot: " + date);
        }
        return packed;
    }
}
