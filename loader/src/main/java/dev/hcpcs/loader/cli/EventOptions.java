package dev.hcpcs.loader.cli;

import dev.hcpcs.lookup.CodeEvent;
import java.util.EnumMap;
import java.util.Map;
import picocli.CommandLine.Option;

/** An option for each kind of event: the days between which it happened. */
final class EventOptions {

    private static final String DAYS = "FROM..TO";

    private final Map<CodeEvent.Kind, DayRange> chosen = new EnumMap<>(CodeEvent.Kind.class);

    @Option(names = "--added", paramLabel = DAYS, converter = DayRange.Converter.class, description = "Codes added, or reused for"
            + " something else, between two days, both inclusive: 2024-01-01..2024-12-31")
    void added(DayRange days) {
        chosen.put(CodeEvent.Kind.ADDED, days);
    }

    @Option(names = "--terminated", paramLabel = DAYS, converter = DayRange.Converter.class,
            description = "Codes whose termination date, their last day, lies between two days")
    void terminated(DayRange days) {
        chosen.put(CodeEvent.Kind.TERMINATED, days);
    }

    @Option(names = "--withdrawn", paramLabel = DAYS, converter = DayRange.Converter.class,
            description = "Codes that CMS dropped without terminating them, by their last day")
    void withdrawn(DayRange days) {
        chosen.put(CodeEvent.Kind.WITHDRAWN, days);
    }

    @Option(names = "--reactivated", paramLabel = DAYS, converter = DayRange.Converter.class,
            description = "Codes that were active again between two days")
    void reactivated(DayRange days) {
        chosen.put(CodeEvent.Kind.REACTIVATED, days);
    }

    @Option(names = "--changed", paramLabel = DAYS, converter = DayRange.Converter.class,
            description = "Codes of which another version began between two days, with the fields that changed")
    void changed(DayRange days) {
        chosen.put(CodeEvent.Kind.CHANGED, days);
    }

    /** Empty where codes are asked for, not events. */
    Map<CodeEvent.Kind, DayRange> chosen() {
        return chosen;
    }
}
