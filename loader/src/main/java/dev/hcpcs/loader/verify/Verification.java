package dev.hcpcs.loader.verify;

import static java.util.Objects.requireNonNull;

import dev.hcpcs.loader.verify.Finding.Severity;
import dev.hcpcs.lookup.Release;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What was found in one release.
 *
 * @param release    the release
 * @param files      the files that were read, behind the names of their ZIPs: the release itself, the same in other formats, the
 *                   transaction report
 * @param procedures how many procedure codes could be read
 * @param modifiers  how many modifiers could be read
 * @param notMade    the checks that could not be made, each with the reason
 * @param findings   all of them, by check, then in order of code
 */
public record Verification(Release release, List<String> files, int procedures, int modifiers, Map<Check, String> notMade,
        List<Finding> findings) {

    /** Copies the collections. */
    public Verification {
        requireNonNull(release, "release");
        files = List.copyOf(files);
        Map<Check, String> inOrder = new EnumMap<>(Check.class);
        inOrder.putAll(notMade);
        notMade = Collections.unmodifiableMap(inOrder);
        findings = List.copyOf(findings);
    }

    /** How many records could be read. */
    public int records() {
        return procedures + modifiers;
    }

    /** Whether no check found an error. One that could not be made found none. */
    public boolean isVerified() {
        return count(Severity.ERROR) == 0;
    }

    /** How many findings have a severity. */
    public int count(Severity severity) {
        return (int) findings.stream().filter(finding -> finding.severity() == severity).count();
    }

    /** What one check found. */
    public List<Finding> of(Check check) {
        return findings.stream().filter(finding -> finding.check() == check).toList();
    }
}
