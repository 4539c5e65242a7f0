package dev.hcpcs.loader.fetch;

import dev.hcpcs.loader.ReleaseException;
import dev.hcpcs.loader.ReleaseQuarters;
import dev.hcpcs.lookup.Quarter;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;

/** Whether what came is a ZIP with the release of a quarter: servers also send pages that excuse themselves, as a success. */
final class ReleaseCheck {

    private static final String WHAT_TO_DO = "; nothing is kept. " + ReleaseAddress.ADVICE;

    private ReleaseCheck() {
    }

    /** @throws FetchException if it is none */
    static void check(Path came, Quarter quarter, URI address, Answer answer) throws IOException {
        String beginning = beginning(came);
        if (!beginning.startsWith("PK")) {
            throw new FetchException(address + " is no ZIP, but a page or another file: its content type is '"
                    + answer.contentType() + "', and it begins with '" + beginning.replaceAll("[^ -~]+", " ") + "'" + WHAT_TO_DO);
        }
        Set<Quarter> quarters;
        try {
            quarters = ReleaseQuarters.inZip(came);
            // The name it is kept under proves nothing: it is this program's.
            if (ReleaseQuarters.ofNamesInZip(came).isEmpty() && ReleaseQuarters.ofName(name(address)).isEmpty()) {
                throw new FetchException(address + " holds a release whose quarter neither its name nor the address tells"
                        + WHAT_TO_DO);
            }
        } catch (ReleaseException e) {
            throw new FetchException(address + " is no release: " + e.getMessage() + WHAT_TO_DO);
        }
        if (!quarters.equals(Set.of(quarter))) {
            throw new FetchException(address + " is of "
                    + quarters.stream().map(Quarter::toString).collect(Collectors.joining(", ")) + " by the files in it, not of "
                    + quarter + WHAT_TO_DO);
        }
    }

    private static String name(URI address) {
        return address.getPath().substring(address.getPath().lastIndexOf('/') + 1);
    }

    private static String beginning(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(40), StandardCharsets.ISO_8859_1);
        }
    }
}
