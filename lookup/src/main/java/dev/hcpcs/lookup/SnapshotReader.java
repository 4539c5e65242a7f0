package dev.hcpcs.lookup;

import static java.util.Objects.requireNonNull;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the body of a {@link Snapshot}, behind its version; {@link SnapshotWriter} is its mirror. Anything that does not fit
 * throws some {@link RuntimeException}: the checksum has matched before, so that is no everyday damage.
 */
final class SnapshotReader {

    private static final CodedField[] CODED_FIELDS = CodedField.values();

    private final ByteBuffer in;
    private final Map<Integer, LocalDate> dates = new HashMap<>();

    SnapshotReader(ByteBuffer in) {
        this.in = in;
    }

    HcpcsIndex read() {
        Object[] values = values();
        HcpcsRecord[] records = records(values);
        List<ReleaseContent> contents = contents(values, records);
        AnswerTable answers = answers(contents.stream().map(ReleaseContent::release).toList(), records);
        if (in.hasRemaining()) {
            throw new IllegalStateException(in.remaining() + " bytes too many");
        }
        return new HcpcsIndex(contents, answers);
    }

    private Object[] values() {
        Object[] values = new Object[count(1) + 1];
        for (int i = 1; i < values.length; i++) {
            values[i] = switch (in.get()) {
                case SnapshotWriter.TEXT -> text(in.getShort() & 0xFFFF);
                case SnapshotWriter.CODE -> HcpcsCode.parse((String) values[in.getInt()]);
                case SnapshotWriter.CODED_VALUE -> new CodedValue(CODED_FIELDS[in.get()], (String) values[in.getInt()]);
                case SnapshotWriter.DATE -> date();
                case SnapshotWriter.NUMBER -> in.getInt();
                case SnapshotWriter.LIST -> list(values);
                default -> throw new IllegalStateException("unknown kind of value");
            };
        }
        return values;
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
        }
        return List.of(elements);
    }

    private HcpcsRecord[] records(Object[] values) {
        HcpcsRecord[] records = new HcpcsRecord[count(HcpcsRecord.FIELDS * Integer.BYTES)];
        Object[] fields = new Object[HcpcsRecord.FIELDS];
        for (int i = 0; i < records.length; i++) {
            for (int field = 0; field < fields.length; field++) {
                fields[field] = values[in.getInt()];
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

    private static void checkElements(List<?> list, Class<?> type) {
        for (Object element : list) {
            type.cast(element);
        }
    }

    private List<ReleaseContent> contents(Object[] values, HcpcsRecord[] records) {
        int count = count(4 * Integer.BYTES);
        List<ReleaseContent> contents = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            Quarter quarter = Quarter.startingOn(date());
            Release release = new Release(quarter, (String) values[in.getInt()], (String) values[in.getInt()]);
            HcpcsRecord[] carried = new HcpcsRecord[count(Integer.BYTES)];
            for (int r = 0; r < carried.length; r++) {
                carried[r] = records[in.getInt()];
            }
            contents.add(new ReleaseContent(release, List.of(carried)));
        }
        for (int i = 1; i < count; i++) {
            if (contents.get(i - 1).release().compareTo(contents.get(i).release()) >= 0) {
                throw new IllegalStateException("releases out of order");
            }
        }
        if (count == 0) {
            throw new IllegalStateException("no releases");
        }
        return List.copyOf(contents);
    }

    private AnswerTable answers(List<Release> releases, HcpcsRecord[] records) {
        Version[] versions = new Version[count(1)];
        Map<List<Release>, List<Release>> shared = new HashMap<>();
        for (int i = 0; i < versions.length; i++) {
            int life = in.getShort();
            LocalDate start = date();
            LocalDate confirmedFrom = date();
            Basis basis = in.get() == 0 ? Basis.STATED : Basis.OBSERVED;
            HcpcsRecord record = records[in.getInt()];
            Release[] carriers = new Release[in.getShort()];
            for (int r = 0; r < carriers.length; r++) {
                carriers[r] = releases.get(in.getShort());
            }
            if (carriers.length == 0) {
                throw new IllegalStateException("a version that no release carries");
            }
            List<Release> list = shared.computeIfAbsent(Arrays.asList(carriers), List::copyOf);
            versions[i] = new Version(life, start, confirmedFrom, basis, record, list);
        }
        long[] segments = new long[count(Long.BYTES)];
        in.asLongBuffer().get(segments);
        in.position(in.position() + segments.length * Long.BYTES);
        int rows = count(3 * Integer.BYTES) + 1;
        int[] slots = new int[rows];
        int[] firstVersion = new int[rows];
        int[] firstSegment = new int[rows];
        slots[AnswerTable.NO_ROW] = CodeSlot.NONE;
        for (int row = AnswerTable.NO_ROW + 1; row < rows; row++) {
            slots[row] = in.getInt();
            firstVersion[row] = in.getInt();
            firstSegment[row] = in.getInt();
        }
        return new AnswerTable(slots, firstVersion, firstSegment, segments, versions);
    }

    /** A day that occurs often is one object. */
    private LocalDate date() {
        return dates.computeIfAbsent(in.getInt(), PackedDate::toDate);
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
