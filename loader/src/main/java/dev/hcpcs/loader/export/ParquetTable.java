package dev.hcpcs.loader.export;

import dev.hcpcs.loader.export.Column.Type;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.DelegatingPositionOutputStream;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.PositionOutputStream;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Types;
import org.apache.parquet.schema.Types.MessageTypeBuilder;

/**
 * A table as a Parquet file. A text is a string, a date a date, a number a 32-bit integer, a flag a boolean, and what repeats
 * a list of strings. What is blank is null, or an empty list.
 *
 * <p>It takes {@code blue.strategic.parquet:parquet-floor}, an optional dependency of this module, and the class path: Parquet's
 * jars share packages, which the module path refuses. A program on the module path writes {@link CsvTable} or {@link JsonLines}, or
 * has the command line write the file, {@code hcpcs export --format parquet}, as a process of its own.
 */
public final class ParquetTable {

    /** Room for every long description once, which is why the file needs no compression. */
    private static final int DICTIONARY = 16 << 20;

    private ParquetTable() {
    }

    /**
     * Writes all rows.
     *
     * @return how many there were
     * @throws IOException if the stream cannot be written
     */
    public static <R> long write(ExportTable<R> table, OutputStream out) throws IOException {
        MessageType schema = schema(table.columns());
        long count = 0;
        try (ParquetWriter<Group> parquet = ExampleParquetWriter.builder(new StreamFile(out)).withType(schema)
                .withConf(new PlainParquetConfiguration()).withCompressionCodec(CompressionCodecName.UNCOMPRESSED)
                .withDictionaryPageSize(DICTIONARY).build()) {
            for (Iterator<R> rows = table.rows().iterator(); rows.hasNext(); count++) {
                parquet.write(row(table.columns(), rows.next(), schema));
            }
        }
        return count;
    }

    private static <R> MessageType schema(List<Column<R>> columns) {
        MessageTypeBuilder schema = Types.buildMessage();
        for (Column<R> column : columns) {
            switch (column.type()) {
                case TEXT -> schema.optional(PrimitiveTypeName.BINARY).as(LogicalTypeAnnotation.stringType())
                        .named(column.name());
                case TEXTS -> schema.requiredList().requiredElement(PrimitiveTypeName.BINARY)
                        .as(LogicalTypeAnnotation.stringType()).named(column.name());
                case DATE -> schema.optional(PrimitiveTypeName.INT32).as(LogicalTypeAnnotation.dateType()).named(column.name());
                case NUMBER -> schema.optional(PrimitiveTypeName.INT32).named(column.name());
                case FLAG -> schema.optional(PrimitiveTypeName.BOOLEAN).named(column.name());
            }
        }
        return schema.named("hcpcs");
    }

    private static <R> Group row(List<Column<R>> columns, R row, MessageType schema) {
        Group group = new SimpleGroup(schema);
        for (int i = 0; i < columns.size(); i++) {
            Column<R> column = columns.get(i);
            List<?> values = column.values().apply(row);
            if (column.type() == Type.TEXTS) {
                Group list = group.addGroup(i);
                values.forEach(value -> list.addGroup(0).add(0, value.toString()));
            } else if (!values.isEmpty()) {
                add(group, i, values.get(0));
            }
        }
        return group;
    }

    private static void add(Group group, int column, Object value) {
        if (value instanceof LocalDate date) {
            group.add(column, Math.toIntExact(date.toEpochDay()));
        } else if (value instanceof Integer number) {
            group.add(column, number);
        } else if (value instanceof Boolean flag) {
            group.add(column, flag);
        } else {
            group.add(column, value.toString());
        }
    }

    /** Parquet's view of a stream, which stays open. */
    private record StreamFile(OutputStream out) implements OutputFile {

        @Override
        public PositionOutputStream create(long blockSizeHint) {
            CountingStream counting = new CountingStream(out);
            return new DelegatingPositionOutputStream(counting) {
                @Override
                public long getPos() {
                    return counting.written;
                }
            };
        }

        @Override
        public PositionOutputStream createOrOverwrite(long blockSizeHint) {
            return create(blockSizeHint);
        }

        @Override
        public boolean supportsBlockSize() {
            return false;
        }

        @Override
        public long defaultBlockSize() {
            return 0;
        }
    }

    private static final class CountingStream extends FilterOutputStream {

        private long written;

        CountingStream(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int b) throws IOException {
            out.write(b);
            written++;
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
            written += length;
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
