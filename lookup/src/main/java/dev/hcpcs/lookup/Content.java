package dev.hcpcs.lookup;

import java.util.List;
import java.util.function.Function;

/**
 * When two records say the same of a code.
 *
 * <p>The content of a record is every attribute but the sequence number, the action and the added, action effective and
 * termination dates. Letter case, white space, and blank against zero base units make no difference: CMS changed the
 * style of its files more than once, and a code does not become another by that.
 */
final class Content {

    private static final List<Function<HcpcsRecord, Object>> EXACT = List.of(
            HcpcsRecord::ascEffectiveDate,
            HcpcsRecord::mogEffectiveDate,
            record -> record.anesthesiaBaseUnits().orElse(0));

    private static final List<Function<HcpcsRecord, Object>> TEXT = List.of(
            HcpcsRecord::longDescription,
            HcpcsRecord::shortDescription,
            HcpcsRecord::pricingIndicators,
            HcpcsRecord::multiplePricingIndicator,
            HcpcsRecord::coverageIssuesManualReferences,
            HcpcsRecord::medicareCarriersManualReferences,
            HcpcsRecord::statute,
            HcpcsRecord::labCertifications,
            HcpcsRecord::crossReferences,
            HcpcsRecord::coverage,
            HcpcsRecord::ascPaymentGroup,
            HcpcsRecord::mogPaymentGroup,
            HcpcsRecord::mogPaymentPolicyIndicator,
            HcpcsRecord::processingNote,
            HcpcsRecord::betos,
            HcpcsRecord::typesOfService);

    private Content() {
    }

    static boolean same(HcpcsRecord one, HcpcsRecord other) {
        for (Function<HcpcsRecord, Object> field : EXACT) {
            if (!field.apply(one).equals(field.apply(other))) {
                return false;
            }
        }
        for (Function<HcpcsRecord, Object> field : TEXT) {
            Object a = field.apply(one);
            Object b = field.apply(other);
            if (!a.equals(b) && !sameText(a.toString(), b.toString())) {
                return false;
            }
        }
        return true;
    }

    /** Compares what is not white space, in one case. */
    private static boolean sameText(String a, String b) {
        int i = 0;
        int j = 0;
        while (true) {
            i = skipBlanks(a, i);
            j = skipBlanks(b, j);
            if (i == a.length() || j == b.length()) {
                return i == a.length() && j == b.length();
            }
            if (fold(a.charAt(i++)) != fold(b.charAt(j++))) {
                return false;
            }
        }
    }

    private static int skipBlanks(String text, int from) {
        int i = from;
        while (i < text.length() && (Character.isWhitespace(text.charAt(i)) || Character.isSpaceChar(text.charAt(i)))) {
            i++;
        }
        return i;
    }

    private static char fold(char c) {
        return Character.toLowerCase(Character.toUpperCase(c));
    }
}
