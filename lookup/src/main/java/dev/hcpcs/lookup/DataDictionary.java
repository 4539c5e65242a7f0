package dev.hcpcs.lookup;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Properties;

/** The code tables of CMS's record layout (2026 edition), from {@code data-dictionary.properties} beside this class. */
final class DataDictionary {

    private static final Properties TABLES = read();

    private DataDictionary() {
    }

    static Optional<String> label(CodedValue value) {
        return Optional.ofNullable(TABLES.getProperty(value.field() + "." + value.code()));
    }

    /** A table names the heading of each first character or of each code, whichever is enough. */
    static Optional<String> heading(CodedValue value) {
        if (label(value).isEmpty()) {
            return Optional.empty();
        }
        String prefix = value.field() + ".heading.";
        String heading = TABLES.getProperty(prefix + value.code());
        return Optional.ofNullable(heading != null ? heading : TABLES.getProperty(prefix + value.code().charAt(0)));
    }

    private static Properties read() {
        Properties tables = new Properties();
        try (InputStream in = DataDictionary.class.getResourceAsStream("data-dictionary.properties")) {
            tables.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return tables;
    }
}
