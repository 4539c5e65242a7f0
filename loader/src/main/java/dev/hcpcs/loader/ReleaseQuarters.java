package dev.hcpcs.loader;

import dev.hcpcs.lookup.Quarter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/** Tells by the names of files of which quarters releases are, without loading them. */
public final class ReleaseQuarters {

    private ReleaseQuarters() {
    }

    /** What the name of a file tells; empty where it tells no quarter. */
    public static Optional<Quarter> ofName(String name) {
        return new ReleaseName(name).quarter();
    }

    /**
     * The quarters of the releases that a ZIP holds. Its own name counts where those in it do not tell; how it ends does not
     * matter.
     *
     * @return in order, at least one
     * @throws ReleaseException if it is no readable ZIP, holds no release, or one of an unknown quarter
     * @throws IOException      if it cannot be read
     */
    public static Set<Quarter> inZip(Path zip) throws IOException {
        return ReleaseChoice.among(new ReleaseFinder().findInZip(zip), Optional.empty()).chosen().keySet();
    }
}
