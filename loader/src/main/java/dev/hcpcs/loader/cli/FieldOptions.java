package dev.hcpcs.loader.cli;

import dev.hcpcs.lookup.CodedField;
import dev.hcpcs.lookup.CodedValue;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Option;

/** An option for each coded field: the values of which a code must have one. */
final class FieldOptions {

    private static final String ANY = "VALUE";

    private final Map<CodedField, String[]> chosen = new EnumMap<>(CodedField.class);

    @Option(names = "--pricing-indicator", paramLabel = ANY, split = ",", description = "How a price is arrived at, such as 51")
    void pricingIndicator(String[] any) {
        chosen.put(CodedField.PRICING_INDICATOR, any);
    }

    @Option(names = "--multiple-pricing-indicator", paramLabel = ANY, split = ",",
            description = "Whether priced under more than one method, such as A")
    void multiplePricingIndicator(String[] any) {
        chosen.put(CodedField.MULTIPLE_PRICING_INDICATOR, any);
    }

    @Option(names = "--coverage", paramLabel = ANY, split = ",", description = "Medicare coverage, such as C")
    void coverage(String[] any) {
        chosen.put(CodedField.COVERAGE, any);
    }

    @Option(names = "--betos", paramLabel = ANY, split = ",", description = "Berenson-Eggers type of service, such as O1E")
    void betos(String[] any) {
        chosen.put(CodedField.BETOS, any);
    }

    @Option(names = "--type-of-service", paramLabel = ANY, split = ",", description = "CMS type of service, such as 1")
    void typeOfService(String[] any) {
        chosen.put(CodedField.TYPE_OF_SERVICE, any);
    }

    @Option(names = "--asc-payment-group", paramLabel = ANY, split = ",",
            description = "Payment group in an ambulatory surgical center on the day, such as YY")
    void ascPaymentGroup(String[] any) {
        chosen.put(CodedField.ASC_PAYMENT_GROUP, any);
    }

    @Option(names = "--mog-payment-group", paramLabel = ANY, split = ",", description = "Medicare outpatient group, such as 102")
    void mogPaymentGroup(String[] any) {
        chosen.put(CodedField.MOG_PAYMENT_GROUP, any);
    }

    @Option(names = "--mog-payment-policy-indicator", paramLabel = ANY, split = ",",
            description = "How a Medicare outpatient group is paid, such as 1")
    void mogPaymentPolicyIndicator(String[] any) {
        chosen.put(CodedField.MOG_PAYMENT_POLICY_INDICATOR, any);
    }

    @Option(names = "--lab-certification", paramLabel = ANY, split = ",",
            description = "Specialty that a laboratory must be certified in, such as 110")
    void labCertification(String[] any) {
        chosen.put(CodedField.LAB_CERTIFICATION, any);
    }

    @Option(names = "--action", paramLabel = ANY, split = ",",
            description = "What CMS last did to the record, such as R (reactivated)")
    void action(String[] any) {
        chosen.put(CodedField.ACTION, any);
    }

    Map<CodedField, String[]> chosen() {
        return chosen;
    }

    /** The values that CMS's record layout does not explain: mistyped ones, more often than not. */
    List<String> unexplained() {
        List<String> unexplained = new ArrayList<>();
        chosen.forEach((field, any) -> {
            for (String value : any) {
                if (value.isBlank() || new CodedValue(field, value.strip().toUpperCase(Locale.ROOT)).label().isEmpty()) {
                    unexplained.add(field.title() + " '" + value + "'");
                }
            }
        });
        return unexplained;
    }
}
