package dev.hcpcs.loader;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Thrown where releases, their transaction reports or corrections cannot be loaded; the message says for every file concerned
 * what is wrong and what to do.
 */
public final class ReleaseException extends IOException {

    /** More are counted only: a file that is no release at all has one in every line. */
    private static final int SHOWN = 10;

    private final transient List<Diagnostic> diagnostics;

    ReleaseException(String message) {
        super(Texts.printable(message));
        this.diagnostics = List.of();
    }

    ReleaseException(List<Diagnostic> diagnostics) {
        super(diagnostics.stream().limit(SHOWN).map(Diagnostic::toString).collect(Collectors.joining("\n"))
                + (diagnostics.size() > SHOWN ? "\n... and " + (diagnostics.size() - SHOWN) + " more" : ""));
        this.diagnostics = List.copyOf(diagnostics);
    }

    /** The one that a library has wrapped in its own exceptions; empty where the library itself failed. */
    static Optional<ReleaseException> within(Throwable failure) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if (each instanceof ReleaseException found) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }

    /** All that is wrong, in order of file and line; empty where the message alone tells. */
    public List<Diagnostic> diagnostics() {
        return diagnostics == null ? List.of() : diagnostics;
    }
}
