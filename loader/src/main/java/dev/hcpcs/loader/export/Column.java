package dev.hcpcs.loader.export;

import java.util.List;
import java.util.function.Function;

/**
 * A column of an {@link ExportTable}.
 *
 * @param name   in small letters, words joined by underscores
 * @param type   what its values are
 * @param values those of a row, in CMS's order: at most one unless the type is {@link Type#TEXTS}; none where it is blank
 */
record Column<R>(String name, Type type, Function<R, List<?>> values) {

    /** What the values of a column are. */
    enum Type {
        /** One text; what is no text is written as {@code toString} has it. */
        TEXT,
        /** Any number of texts. */
        TEXTS,
        /** One {@link java.time.LocalDate}. */
        DATE,
        /** One {@link Integer}. */
        NUMBER,
        /** One {@link Boolean}. */
        FLAG
    }
}
