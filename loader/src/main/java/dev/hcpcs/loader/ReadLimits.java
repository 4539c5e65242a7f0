package dev.hcpcs.loader;

import static java.util.Objects.requireNonNull;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The limits to what is read of files. Immutable. */
public final class ReadLimits {

    private final Map<ReadLimit, Long> values;

    private ReadLimits(Map<ReadLimit, Long> values) {
        this.values = values;
    }

    /** The safe ones. */
    public static ReadLimits defaults() {
        Map<ReadLimit, Long> values = new EnumMap<>(ReadLimit.class);
        for (ReadLimit limit : ReadLimit.values()) {
            values.put(limit, limit.safe());
        }
        return new ReadLimits(values);
    }

    /**
     * The safe ones, but for those that a system property sets ({@link ReadLimit#property}). They hold wherever no others are
     * given.
     *
     * @throws IllegalArgumentException if a property is no whole number from 0 on, or names no limit
     */
    public static ReadLimits configured() {
        Set<String> names = Stream.of(ReadLimit.values()).map(ReadLimit::property)
                .collect(Collectors.toCollection(TreeSet::new));
        for (String name : System.getProperties().stringPropertyNames()) {
            if (name.startsWith(ReadLimit.PROPERTIES) && !names.contains(name)) {
                throw new IllegalArgumentException("-D" + name + " is no limit; they are " + String.join(", ", names));
            }
        }
        ReadLimits limits = defaults();
        for (ReadLimit limit : ReadLimit.values()) {
            String text = System.getProperty(limit.property());
            if (text != null) {
                if (!text.matches("\\d{1,18}")) {
                    throw new IllegalArgumentException("-D" + limit.property() + "=" + text
                            + " is no limit, which would be a whole number such as " + limit.safe());
                }
                limits = limits.with(limit, Long.parseLong(text));
            }
        }
        return limits;
    }

    /**
     * The same with another limit.
     *
     * @param value the most that is read, inclusive; from 0 on
     * @throws IllegalArgumentException if the value is negative
     */
    public ReadLimits with(ReadLimit limit, long value) {
        if (value < 0) {
            throw new IllegalArgumentException("the limit " + limit + " is negative: " + value);
        }
        Map<ReadLimit, Long> others = new EnumMap<>(values);
        others.put(limit, value);
        return new ReadLimits(others);
    }

    /** The most that is read, inclusive. */
    public long get(ReadLimit limit) {
        return requireNonNull(values.get(limit));
    }

    /**
     * Refuses what is beyond a limit.
     *
     * @param what names it in the message
     * @throws ReleaseException if the value is more than the limit
     */
    public void check(ReadLimit limit, long value, String what) throws ReleaseException {
        if (value > get(limit)) {
            throw new ReleaseException(what + " " + limit.exceeded(get(limit)));
        }
    }
}
