package dev.hcpcs.lookup;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Keeps what a live index or its watch tells, and keeps it from the console. */
public class LiveIndexLog extends Handler implements BeforeEachCallback, AfterEachCallback {

    private final Logger logger;
    private final List<LogRecord> lines = new CopyOnWriteArrayList<>();

    /** Of the live index. */
    public LiveIndexLog() {
        this(LiveIndex.class);
    }

    LiveIndexLog(Class<?> teller) {
        logger = Logger.getLogger(teller.getName());
    }

    List<String> lines() {
        return lines.stream().map(LogRecord::getMessage).toList();
    }

    List<String> warnings() {
        return lines.stream().filter(line -> line.getLevel() == Level.WARNING).map(LogRecord::getMessage).toList();
    }

    /** Forgets all lines so far. */
    void clear() {
        lines.clear();
    }

    @Override
    public void beforeEach(ExtensionContext test) {
        logger.setUseParentHandlers(false);
        logger.addHandler(this);
    }

    @Override
    public void afterEach(ExtensionContext test) {
        logger.removeHandler(this);
        logger.setUseParentHandlers(true);
    }

    @Override
    public void publish(LogRecord line) {
        lines.add(line);
    }

    @Override
    public void flush() {
        // Nothing is held back.
    }

    @Override
    public void close() {
        // Nothing is open.
    }
}
