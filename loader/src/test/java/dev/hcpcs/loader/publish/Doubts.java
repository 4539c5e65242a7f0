package dev.hcpcs.loader.publish;

import dev.hcpcs.loader.ReadRelease;
import dev.hcpcs.loader.verify.ReleaseVerifier;
import dev.hcpcs.lookup.ReleaseContent;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a refresh has against a release, without a snapshot. */
public final class Doubts {

    private Doubts() {
    }

    /** With the command line's defaults, for a release that stands alone. */
    public static List<Doubt> about(ReadRelease release, ReleaseContent before) {
        return RefreshCheck.check(release.file().content(), ReleaseVerifier.verify(release, Optional.empty()), Optional.empty(),
                Optional.of(before), Optional.empty(), new RefreshRules(0.98, 0.15, Set.of(), 8)).stream()
                .map(RaisedDoubt::doubt).toList();
    }
}
