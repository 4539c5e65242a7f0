package dev.hcpcs.benchmarks;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.google.common.collect.ImmutableRangeMap;
import com.google.common.collect.Range;
import com.netflix.hollow.core.index.HollowHashIndex;
import com.netflix.hollow.core.index.HollowHashIndexResult;
import com.netflix.hollow.core.read.engine.HollowReadStateEngine;
import com.netflix.hollow.core.read.engine.object.HollowObjectTypeReadState;
import com.netflix.hollow.core.read.iterator.HollowOrdinalIterator;
import com.netflix.hollow.core.util.StateEngineRoundTripper;
import com.netflix.hollow.core.write.HollowWriteStateEngine;
import com.netflix.hollow.core.write.objectmapper.HollowInline;
import com.netflix.hollow.core.write.objectmapper.HollowObjectMapper;
import dev.hcpcs.benchmarks.Spans.Span;
import dev.hcpcs.lookup.Status;
import it.unimi.dsi.fastutil.ints.Int2ObjectAVLTreeMap;
import it.unimi.dsi.fastutil.ints.Int2ObjectSortedMap;
import it.unimi.dsi.fastutil.objects.Object2ObjectOpenHashMap;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What people use instead, each filled with the same {@link Spans} and asked for a status by code and date. */
final class Peers {

    /** A peer; {@link Status#UNKNOWN_CODE} where it has nothing. */
    interface Peer {
        Status status(String code, LocalDate date) throws Exception;
    }

    private static final Status[] STATUSES = Status.values();

    private Peers() {
    }

    static Peer hashMapTreeMap(List<Span> spans) {
        Map<String, TreeMap<LocalDate, Status>> codes = new HashMap<>();
        spans.forEach(span -> codes.computeIfAbsent(span.code(), key -> new TreeMap<>()).put(span.start(), span.status()));
        return (code, date) -> {
            TreeMap<LocalDate, Status> starts = codes.get(code);
            return starts == null ? Status.UNKNOWN_CODE : starts.floorEntry(date).getValue();
        };
    }

    static Peer guavaRangeMap(List<Span> spans) {
        Map<String, ImmutableRangeMap.Builder<LocalDate, Status>> builders = new HashMap<>();
        for (int i = 0; i < spans.size(); i++) {
            Span span = spans.get(i);
            boolean last = i + 1 == spans.size() || !spans.get(i + 1).code().equals(span.code());
            builders.computeIfAbsent(span.code(), key -> ImmutableRangeMap.builder()).put(last ? Range.atLeast(span.start())
                    : Range.closedOpen(span.start(), spans.get(i + 1).start()), span.status());
        }
        Map<String, ImmutableRangeMap<LocalDate, Status>> codes = new HashMap<>();
        builders.forEach((code, builder) -> codes.put(code, builder.build()));
        return (code, date) -> {
            ImmutableRangeMap<LocalDate, Status> ranges = codes.get(code);
            return ranges == null ? Status.UNKNOWN_CODE : ranges.get(date);
        };
    }

    static Peer fastutil(List<Span> spans) {
        Object2ObjectOpenHashMap<String, Int2ObjectAVLTreeMap<Status>> codes = new Object2ObjectOpenHashMap<>();
        spans.forEach(span -> codes.computeIfAbsent(span.code(), key -> new Int2ObjectAVLTreeMap<>())
                .put((int) span.start().toEpochDay(), span.status()));
        return (code, date) -> {
            Int2ObjectAVLTreeMap<Status> starts = codes.get(code);
            if (starts == null) {
                return Status.UNKNOWN_CODE;
            }
            Int2ObjectSortedMap<Status> until = starts.headMap((int) date.toEpochDay() + 1);
            return until.get(until.lastIntKey());
        };
    }

    static Peer sqlite(List<Span> spans) throws SQLException {
        return database("jdbc:sqlite::memory:", spans);
    }

    static Peer h2(List<Span> spans) throws SQLException {
        return database("jdbc:h2:mem:spans", spans);
    }

    /** In front of SQLite, large enough for every question: all that a cache can do. */
    static Peer caffeineOverSqlite(List<Span> spans) throws SQLException {
        record Question(String code, LocalDate date) {
        }
        Peer database = sqlite(spans);
        Cache<Question, Status> cache = Caffeine.newBuilder().maximumSize(4L * Questions.COUNT).build();
        return (code, date) -> {
            Question question = new Question(code, date);
            Status status = cache.getIfPresent(question);
            if (status == null) {
                status = database.status(code, date);
                cache.put(question, status);
            }
            return status;
        };
    }

    private static Peer database(String url, List<Span> spans) throws SQLException {
        Connection connection = DriverManager.getConnection(url);
        try (var create = connection.createStatement()) {
            create.execute("create table span (code varchar(5), start_day int, status int, primary key (code, start_day))");
        }
        connection.setAutoCommit(false);
        try (PreparedStatement insert = connection.prepareStatement("insert into span values (?, ?, ?)")) {
            for (Span span : spans) {
                insert.setString(1, span.code());
                insert.setInt(2, (int) span.start().toEpochDay());
                insert.setInt(3, span.status().ordinal());
                insert.addBatch();
            }
            insert.executeBatch();
        }
        connection.commit();
        PreparedStatement query = connection.prepareStatement(
                "select status from span where code = ? and start_day <= ? order by start_day desc limit 1");
        return (code, date) -> {
            query.setString(1, code);
            query.setInt(2, (int) date.toEpochDay());
            try (ResultSet found = query.executeQuery()) {
                return found.next() ? STATUSES[found.getInt(1)] : Status.UNKNOWN_CODE;
            }
        };
    }

    /** What Hollow stores. */
    static final class Row {
        @HollowInline
        final String code;
        final int startDay;
        final int status;

        Row(String code, int startDay, int status) {
            this.code = code;
            this.startDay = startDay;
            this.status = status;
        }
    }

    static Peer hollow(List<Span> spans) throws IOException {
        HollowWriteStateEngine writing = new HollowWriteStateEngine();
        HollowObjectMapper mapper = new HollowObjectMapper(writing);
        spans.forEach(span -> mapper.add(new Row(span.code(), (int) span.start().toEpochDay(), span.status().ordinal())));
        HollowReadStateEngine reading = StateEngineRoundTripper.roundTripSnapshot(writing);
        HollowHashIndex index = new HollowHashIndex(reading, "Row", "", "code");
        HollowObjectTypeReadState rows = (HollowObjectTypeReadState) reading.getTypeState("Row");
        int startDay = rows.getSchema().getPosition("startDay");
        int status = rows.getSchema().getPosition("status");
        return (code, date) -> {
            HollowHashIndexResult found = index.findMatches(code);
            if (found == null) {
                return Status.UNKNOWN_CODE;
            }
            int day = (int) date.toEpochDay();
            int latest = Integer.MIN_VALUE;
            int answer = Status.UNKNOWN_CODE.ordinal();
            HollowOrdinalIterator ordinals = found.iterator();
            for (int row = ordinals.next(); row != HollowOrdinalIterator.NO_MORE_ORDINALS; row = ordinals.next()) {
                int start = rows.readInt(row, startDay);
                if (start <= day && start > latest) {
                    latest = start;
                    answer = rows.readInt(row, status);
                }
            }
            return STATUSES[answer];
        };
    }
}
