package dev.hcpcs.loader.publish;

import static java.util.Objects.requireNonNull;

import dev.hcpcs.loader.Diagnostic;
import dev.hcpcs.loader.LoadedReleases.Replaced;
import dev.hcpcs.loader.change.ReleaseChanges;
import dev.hcpcs.lookup.HcpcsIndex;
import dev.hcpcs.lookup.Release;
import dev.hcpcs.lookup.ReleaseContent;
import java.util.List;
import java.util.Optional;

/**
 * What came of a refresh.
 *
 * @param result      whether it published
 * @param before      what was published; empty where nothing was
 * @param after       what is published now, or would be without the doubts
 * @param added       the releases that were added or are to be, those that replace one of their quarter among them; in order
 * @param companions  the lists of codes not otherwise classified and the processing notes that were added or are to be, those
 *                    that replace one of their quarter among them
 * @param unchanged   the releases that were published already, in order
 * @param changes     what changed with each added release since the release before it; in order, without one before which there
 *                    is none
 * @param doubts      every doubt, accepted or not, in order of release
 * @param refusals    those of the doubts that were not accepted
 * @param remarks     on companions
 * @param replaced    files that were not read because another one is a later version
 * @param passedOver  paths of files that were not read because they are not named like a release
 * @param corrections paths of CMS's lists of corrections, which are never loaded
 */
public record RefreshOutcome(Result result, Optional<HcpcsIndex> before, HcpcsIndex after, List<ReleaseContent> added,
        List<Release> companions, List<Release> unchanged, List<ReleaseChanges> changes, List<RaisedDoubt> doubts,
        List<RaisedDoubt> refusals, List<Diagnostic> remarks, List<Replaced> replaced, List<String> passedOver,
        List<String> corrections) {

    /** Whether a refresh published. */
    public enum Result {
        /** It did. */
        PUBLISHED,
        /** It would have; it was asked not to. */
        WOULD_PUBLISH,
        /** Every release and companion was published already, with the same bytes. */
        NOTHING_TO_DO,
        /** A doubt was not accepted; what was published still is. */
        REFUSED
    }

    /** Copies the lists. */
    public RefreshOutcome {
        requireNonNull(result, "result");
        requireNonNull(after, "after");
        added = List.copyOf(added);
        companions = List.copyOf(companions);
        unchanged = List.copyOf(unchanged);
        changes = List.copyOf(changes);
        doubts = List.copyOf(doubts);
        refusals = List.copyOf(refusals);
        remarks = List.copyOf(remarks);
        replaced = List.copyOf(replaced);
        passedOver = List.copyOf(passedOver);
        corrections = List.copyOf(corrections);
    }
}
