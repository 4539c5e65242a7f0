package dev.hcpcs.lookup;

import static java.util.Objects.requireNonNull;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Reads the body of a {@link Snapshot}, behind its version; {@link SnapshotWriter} is its mirror. Anything that does not fit
 * throws some {@link RuntimeException}: the checksum has matched before, so that is no everyday damage.
 */
final class SnapshotReader {

    private static final CodedField[] CODED_FIELDS = CodedField.values();
    private static final Basis[] BASES = {Basis.STATED, Basis.OBSERVED};
    /** How many ints a version takes. */
    private static final int VERSION_INTS = 7;

    private final ByteBuffer in;

    SnapshotReader(ByteBuffer in) {
        this.in = in;
    }

    HcpcsIndex read() {
        Object[] values = values();
        HcpcsRecord[] records = records(values);
        List<int[]> carried = new ArrayList<>();
        List<Release> releases = releases(values, records.length, carried);
        Companions companions = new Companions(lists(values), notes(values));
        AnswerTable answers = answers(releases, values, records);
        carried.forEach(numbers -> checkAscending(numbers, records));
        if (in.hasRemaining()) {
            throw new IllegalStateException(in.remaining() + " bytes too many");
        }
        return new HcpcsIndex(releases, new Once<>(() -> contents(releases, records, carried)), companions, answers);
    }

    private Object[] values() {
        Object[] values = new Object[count(1) + 1];
        for (int i = 1; i < values.length; i++) {
            values[i] = switch (in.get()) {
                case SnapshotWriter.TEXT -> text(in.getShort() & 0xFFFF);
                case SnapshotWriter.CODE -> HcpcsCode.canonical((String) values[in.getInt()]);
                case SnapshotWriter.CODED_VALUE -> new CodedValue(CODED_FIELDS[in.get()], (String) values[in.getInt()]);
                case SnapshotWriter.DATE -> date(in.getInt());
                case SnapshotWriter.NUMBER -> in.getInt();
                case SnapshotWriter.LIST -> list(values);
                default -> throw new IllegalStateException("unknown kind of value");
            };
        }
        return values;
    }

    private static LocalDate date(int packed) {
        LocalDate date = PackedDate.toDate(packed);
        if (PackedDate.of(date) != packed) {
            throw new IllegalStateException("a date is too far away: " + date);
        }
        return date;
    }

    private String text(int length) {
        if (length > in.remaining()) {
            throw new BufferUnderflowException();
        }
        String text = new String(in.array(), in.arrayOffset() + in.position(), length, StandardCharsets.UTF_8);
        in.position(in.position() + length);
        return text;
    }

    private List<Object> list(Object[] values) {
        Object[] elements = new Object[in.getShort() & 0xFFFF];
        for (int i = 0; i < elements.length; i++) {
            elements[i] = values[in.getInt()];
            if (elements[i].getClass() != elements[0].getClass()) {
                throw new IllegalStateException("a list of several kinds of values");
            }
        }
        return List.of(elements);
    }

    private HcpcsRecord[] records(Object[] values) {
        HcpcsRecord[] records = new HcpcsRecord[count(HcpcsRecord.FIELDS * Integer.BYTES)];
        int[] numbers = ints(records.length * HcpcsRecord.FIELDS);
        Object[] fields = new Object[HcpcsRecord.FIELDS];
        for (int i = 0; i < records.length; i++) {
            for (int field = 0; field < fields.length; field++) {
                fields[field] = values[numbers[i * HcpcsRecord.FIELDS + field]];
            }
            records[i] = record(fields);
        }
        return records;
    }

    /** The record, none of whose methods can fail. */
    private static HcpcsRecord record(Object[] fields) {
        HcpcsRecord record = new HcpcsRecord(fields);
        requireNonNull(record.code(), "code");
        requireNonNull(record.longDescription(), "long description");
        requireNonNull(record.shortDescription(), "short description");
        checkElements(record.pricingIndicators(), CodedValue.class);
        checkElements(record.labCertifications(), CodedValue.class);
        checkElements(record.typesOfService(), CodedValue.class);
        checkElements(record.crossReferences(), String.class);
        checkElements(record.coverageIssuesManualReferences(), String.class);
        checkElements(record.medicareCarriersManualReferences(), String.class);
        return record;
    }

    /** The elements of a list are of one class, so that the first stands for all. */
    private static void checkElements(List<?> list, Class<?> type) {
        if (!list.isEmpty()) {
            type.cast(list.get(0));
        }
    }

    private List<Release> releases(Object[] values, int records, List<int[]> carried) {
        int count = count(4 * Integer.BYTES);
        List<Release> releases = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            releases.add(file(values));
            int[] numbers = ints(count(Integer.BYTES));
            for (int number : numbers) {
                Objects.checkIndex(number, records);
            }
            carried.add(numbers);
        }
        for (int i = 1; i < count; i++) {
            if (releases.get(i - 1).compareTo(releases.get(i)) >= 0) {
                throw new IllegalStateException("releases out of order");
            }
        }
        if (count == 0) {
            throw new IllegalStateException("no releases");
        }
        return releases;
    }

    private Release file(Object[] values) {
        Quarter quarter = Quarter.startingOn(PackedDate.toDate(in.getInt()));
        return new Release(quarter, (String) values[in.getInt()], (String) values[in.getInt()]);
    }

    private List<NotOtherwiseClassifiedList> lists(Object[] values) {
        List<NotOtherwiseClassifiedList> lists = new ArrayList<>();
        for (int left = count(4 * Integer.BYTES); left > 0; left--) {
            Release file = file(values);
            SortedMap<HcpcsCode, Optional<LocalDate>> addedDates = new TreeMap<>();
            for (int codes = count(2 * Integer.BYTES); codes > 0; codes--) {
                addedDates.put((HcpcsCode) values[in.getInt()], Optional.ofNullable((LocalDate) values[in.getInt()]));
            }
            lists.add(new NotOtherwiseClassifiedList(file, addedDates));
        }
        return lists;
    }

    private List<ProcessingNotes> notes(Object[] values) {
        List<ProcessingNotes> notes = new ArrayList<>();
        for (int left = count(4 * Integer.BYTES); left > 0; left--) {
            Release file = file(values);
            SortedMap<String, String> texts = new TreeMap<>();
            for (int numbers = count(2 * Integer.BYTES); numbers > 0; numbers--) {
                texts.put((String) values[in.getInt()], requireNonNull((String) values[in.getInt()], "note"));
            }
            notes.add(new ProcessingNotes(file, texts));
        }
        return notes;
    }

    /** Records are in order of code: procedures ascend, and so do the modifiers among them. */
    private static void checkAscending(int[] numbers, HcpcsRecord[] records) {
        int lastProcedure = CodeSlot.NONE;
        int lastModifier = CodeSlot.NONE;
        for (int number : numbers) {
            int slot = records[number].code().slot();
            boolean modifier = slot >= CodeSlot.FIRST_MODIFIER;
            if (slot <= (modifier ? lastModifier : lastProcedure)) {
                throw new IllegalStateException("records out of order: " + records[number].code());
            }
            if (modifier) {
                lastModifier = slot;
            } else {
                lastProcedure = slot;
            }
        }
        if (numbers.length == 0) {
            throw new IllegalStateException("a release without records");
        }
    }

    private static List<ReleaseContent> contents(List<Release> releases, HcpcsRecord[] records, List<int[]> carried) {
        List<ReleaseContent> contents = new ArrayList<>(releases.size());
        for (int i = 0; i < releases.size(); i++) {
            contents.add(new ReleaseContent(releases.get(i),
                    IntStream.of(carried.get(i)).mapToObj(number -> records[number]).toList()));
        }
        return List.copyOf(contents);
    }

    private AnswerTable answers(List<Release> releases, Object[] values, HcpcsRecord[] records) {
        List<List<Release>> carriers = carriers(releases);
        NotOtherwiseClassified[] classified = classified();
        Version[] versions = new Version[count(VERSION_INTS * Integer.BYTES)];
        int[] ints = ints(versions.length * VERSION_INTS);
        for (int i = 0; i < versions.length; i++) {
            int at = i * VERSION_INTS;
            versions[i] = new Version(ints[at], (LocalDate) values[ints[at + 1]], (LocalDate) values[ints[at + 2]],
                    BASES[ints[at + 3]], records[ints[at + 4]], carriers.get(ints[at + 5]), classified[ints[at + 6]]);
        }
        long[] segments = new long[count(Long.BYTES)];
        in.asLongBuffer().get(segments);
        in.position(in.position() + segments.length * Long.BYTES);
        int codes = count(3 * Integer.BYTES) + 1;
        int[] ofCodes = ints(3 * (codes - 1));
        int[] slots = new int[codes];
        int[] firstVersion = new int[codes];
        int[] firstSegment = new int[codes];
        slots[0] = CodeSlot.NONE;
        for (int code = 1, at = 0; code < codes; code++) {
            slots[code] = ofCodes[at++];
            firstVersion[code] = ofCodes[at++];
            firstSegment[code] = ofCodes[at++];
        }
        return new AnswerTable(slots, firstVersion, firstSegment, segments, versions);
    }

    private List<List<Release>> carriers(List<Release> releases) {
        int count = count(Integer.BYTES);
        List<List<Release>> carriers = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            int[] numbers = ints(count(Integer.BYTES));
            if (numbers.length == 0) {
                throw new IllegalStateException("a version that no release carries");
            }
            carriers.add(IntStream.of(numbers).mapToObj(releases::get).toList());
        }
        return carriers;
    }

    private NotOtherwiseClassified[] classified() {
        NotOtherwiseClassified[] classified = new NotOtherwiseClassified[count(2 * Integer.BYTES)];
        for (int i = 0; i < classified.length; i++) {
            Optional<Boolean> first = switch (in.getInt()) {
                case SnapshotWriter.UNKNOWN -> Optional.empty();
                case SnapshotWriter.NO -> Optional.of(false);
                case SnapshotWriter.YES -> Optional.of(true);
                default -> throw new IllegalStateException("neither yes nor no");
            };
            List<LocalDate> changes = IntStream.of(ints(count(Integer.BYTES))).mapToObj(PackedDate::toDate).toList();
            classified[i] = new NotOtherwiseClassified(first, changes);
        }
        return classified;
    }

    /** Many at once, because that is much faster than one by one. */
    private int[] ints(int count) {
        int[] ints = new int[count];
        in.asIntBuffer().get(ints);
        in.position(in.position() + count * Integer.BYTES);
        return ints;
    }

    /** A count of things that have at least so many bytes each; refused where they cannot all follow. */
    private int count(int bytesEach) {
        int count = in.getInt();
        if (count < 0 || (long) count * bytesEach > in.remaining()) {
            throw new BufferUnderflowException();
        }
        return count;
    }
}
