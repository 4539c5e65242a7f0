package dev.hcpcs.lookup;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gives equal values one object, so that an index holds each text, list and record once. */
final class SharedValues {

    private final Map<Object, Object> values = new HashMap<>();

    /** The first value given that equals this one. */
    <T> T share(T value) {
        // A value equals only values of its own type.
        @SuppressWarnings("unchecked")
        T shared = (T) values.putIfAbsent(value, value);
        return shared == null ? value : shared;
    }

    /** The content, its records and all that they hold shared. */
    ReleaseContent shareRecords(ReleaseContent content) {
        return new ReleaseContent(content.release(), content.records().stream().map(this::shareRecord).toList());
    }

    private HcpcsRecord shareRecord(HcpcsRecord record) {
        Object shared = values.get(record);
        if (shared != null) {
            return (HcpcsRecord) shared;
        }
        @Nullable Object[] fields = record.fields();
        for (int i = 0; i < fields.length; i++) {
            Object field = fields[i];
            if (field != null) {
                fields[i] = share(field instanceof List<?> list ? list.stream().map(this::share).toList() : field);
            }
        }
        return share(new HcpcsRecord(fields));
    }
}
