package dev.hcpcs.loader.export;

import dev.hcpcs.loader.export.Column.Type;
import dev.hcpcs.lookup.HcpcsIndex;
import dev.hcpcs.lookup.HcpcsRecord;
import dev.hcpcs.lookup.ReleaseContent;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What is exported as a table: named and typed columns, and rows that are made while they are read. The columns are those of
 * {@code docs/export.md}.
 *
 * @param <R> what a row is made from
 */
public final class ExportTable<R> {

    private final List<Column<R>> columns;
    private final Supplier<Stream<R>> rows;

    private ExportTable(List<Column<R>> columns, Supplier<Stream<R>> rows) {
        this.columns = List.copyOf(columns);
        this.rows = rows;
    }

    /** All releases: a row for each {@link Stretch}, in order of code and day. */
    public static ExportTable<Stretch> history(HcpcsIndex index) {
        List<Column<Stretch>> columns = new ArrayList<>();
        columns.add(one("code", Type.TEXT, stretch -> stretch.answer().code()));
        columns.add(new Column<>("valid_from", Type.DATE, stretch -> stretch.from().stream().toList()));
        columns.add(new Column<>("valid_through", Type.DATE, stretch -> stretch.through().stream().toList()));
        columns.add(one("status", Type.TEXT, stretch -> stretch.answer().status()));
        columns.add(one("evidence", Type.TEXT, stretch -> stretch.answer().evidence()));
        columns.add(one("effective_from", Type.DATE, stretch -> stretch.answer().version().start()));
        columns.add(one("basis", Type.TEXT, stretch -> stretch.answer().version().basis()));
        columns.addAll(RecordColumns.asApplied());
        columns.add(new Column<>("not_otherwise_classified", Type.FLAG,
                stretch -> stretch.answer().notOtherwiseClassified().stream().toList()));
        columns.add(one("confirmed_from", Type.DATE, stretch -> stretch.answer().version().confirmedFrom()));
        columns.add(one("life", Type.NUMBER, stretch -> stretch.answer().version().life()));
        columns.add(one("release", Type.TEXT, stretch -> stretch.answer().version().lastSeen().quarter()));
        return new ExportTable<>(columns, () -> Stretch.all(index));
    }

    /** One release: a row for each of its records, as the release states them, in order of code. */
    public static ExportTable<HcpcsRecord> release(ReleaseContent release) {
        List<Column<HcpcsRecord>> columns = new ArrayList<>();
        columns.add(one("code", Type.TEXT, HcpcsRecord::code));
        columns.add(one("release", Type.TEXT, record -> release.release().quarter()));
        columns.addAll(RecordColumns.asStated());
        return new ExportTable<>(columns, release.records()::stream);
    }

    private static <R> Column<R> one(String name, Type type, Function<R, Object> value) {
        return new Column<>(name, type, row -> List.of(value.apply(row)));
    }

    List<Column<R>> columns() {
        return columns;
    }

    /** The rows, once more with each call. */
    Stream<R> rows() {
        return rows.get();
    }
}
