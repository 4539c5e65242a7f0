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

/** Keeps what a live index warns of, and keeps it from the console. */
public class LiveIndexLog extends Handler implements BeforeEachCallback, AfterEachCallback {

    private static final Logger LOGGER = Logger.getLogger(LiveIndex.class.getName());

    private final List<String> warnings = new CopyOnWriteArrayList<>();

    List<String> warnings() {
        return warnings;
    }

    @Override
    public void beforeEach(ExtensionContext test) {
        LOGGER.setUseParentHandlers(false);
        LOGGER.addHandler(this);
    }

    @Override
    public void afterEach(ExtensionContext test) {
        LOGGER.removeHandler(this);
        LOGGER.setUseParentHandlers(true);
    }

    @Override
    public void publish(LogRecord line) {
        if (line.getLevel() == Level.WARNING) {
            warnings.add(line.getMessage());
        }
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
