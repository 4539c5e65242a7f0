package dev.hcpcs.loader.export;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.parser.StrictErrorHandler;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import dev.hcpcs.loader.RealReleases;
import dev.hcpcs.loader.ReleaseLoader;
import dev.hcpcs.lookup.CodedValue;
import dev.hcpcs.lookup.HcpcsCode;
import dev.hcpcs.lookup.HcpcsIndex;
import dev.hcpcs.lookup.HcpcsRecord;
import dev.hcpcs.lookup.Quarter;
import dev.hcpcs.lookup.RecordField;
import dev.hcpcs.lookup.Release;
import dev.hcpcs.lookup.ReleaseContent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.CodeSystem.CodeSystemContentMode;
import org.hl7.fhir.r4.model.CodeSystem.ConceptDefinitionComponent;
import org.hl7.fhir.r4.model.CodeSystem.ConceptPropertyComponent;
import org.hl7.fhir.r4.model.CodeSystem.PropertyComponent;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Type;
import org.junit.jupiter.api.Test;

/** Read back by HAPI FHIR's own parser, and found without an error or a warning by its validator. */
class CodeSystemJsonTest {

    private static final Path SAMPLES = Path.of("../data-samples/src/main/resources/dev/hcpcs/samples");
    private static final Release RELEASE = new Release(new Quarter(2026, 1), "HCPC2026_JAN_ANWEB.txt", "0".repeat(64));
    private static final FhirContext FHIR = FhirContext.forR4();
    /** One for all: it takes seconds to make. */
    private static final FhirValidator VALIDATOR = FHIR.newValidator().registerValidatorModule(new FhirInstanceValidator(
            new ValidationSupportChain(new DefaultProfileValidationSupport(FHIR),
                    new CommonCodeSystemsTerminologyService(FHIR), new InMemoryTerminologyServerValidationSupport(FHIR))));

    static {
        FHIR.setParserErrorHandler(new StrictErrorHandler());
    }

    @Test
    void everySampleIsAValidFragment() throws IOException {
        for (ReleaseContent release : ReleaseLoader.lenient().load(List.of(SAMPLES)).releases()) {
            String json = write(release);

            CodeSystem system = read(json);
            assertThat(system.getContent()).isEqualTo(CodeSystemContentMode.FRAGMENT);
            assertThat(system.getExperimental()).isTrue();
            assertThat(system.hasCount()).isFalse();
            assertSame(system, release);
            assertValid(json);
        }
    }

    @Test
    void aRealReleaseIsValidAndComplete() throws IOException {
        RealReleases.assumePresent();
        ReleaseContent release = ReleaseLoader.lenient().load(List.of(RealReleases.cms("HCPC2025_OCT_ANWEB.xlsx"))).releases()
                .get(0);
        String json = write(release);

        CodeSystem system = read(json);
        assertThat(system.getContent()).isEqualTo(CodeSystemContentMode.COMPLETE);
        assertThat(system.getExperimental()).isFalse();
        assertThat(system.getVersion()).isEqualTo("2025-10");
        assertThat(system.getConcept()).hasSize(8_463 + 383).hasSize(system.getCount());
        assertSame(system, release);
        assertValid(json);
    }

    @Test
    void isTheRegisteredCodeSystem() throws IOException {
        CodeSystem system = read(write(release(record("J1").shortDescription("Thing").build())));

        assertThat(system.getUrl()).isEqualTo("http://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets");
        assertThat(system.getIdentifierFirstRep().getValue()).isEqualTo("urn:oid:2.16.840.1.113883.6.285");
        assertThat(system.getVersion()).isEqualTo("2026-01");
        assertThat(system.getDateElement().getValueAsString()).isEqualTo("2026-01-01");
    }

    /** The termination date is the last day of use; HL7's retirement date the first day of another status. */
    @Test
    void aCodeIsRetiredFromTheDayAfterItsTerminationDate() throws IOException {
        Map<String, ConceptDefinitionComponent> concepts = concepts(
                record("A0001").addedDate(day("1990-01-01")).build(),
                record("A0002").addedDate(day("1990-01-01")).terminationDate(day("2025-12-31")).build(),
                record("A0003").addedDate(day("1990-01-01")).terminationDate(day("2026-01-01")).build(),
                record("A0004").addedDate(day("1990-01-01")).actionEffectiveDate(day("2024-04-01")).action("R").build(),
                record("A0005").build());

        assertThat(standard(concepts.get("A0001"))).isEqualTo("active false 1990-01-01 -");
        assertThat(standard(concepts.get("A0002"))).isEqualTo("retired true 2026-01-01 2026-01-01");
        assertThat(standard(concepts.get("A0003"))).isEqualTo("active false 1990-01-01 2026-01-02");
        assertThat(standard(concepts.get("A0004"))).isEqualTo("active false 2024-04-01 -");
        assertThat(standard(concepts.get("A0005"))).isEqualTo("active false - -");
        assertThat(values(concepts.get("A0002"), "terminationDate")).containsExactly("2025-12-31");
    }

    /** CMS lets codes in use refer to others too, and some of these are the codes that they have replaced. */
    @Test
    void onlyATerminatedCodeIsReplacedAndOnlyByCodesOfTheRelease() throws IOException {
        List<String> references = List.of("A0001", "99494", "A0009", "CPT", "JW");
        Map<String, ConceptDefinitionComponent> concepts = concepts(record("A0001").crossReferences(references).build(),
                record("A0002").crossReferences(references).terminationDate(day("2025-12-31")).build(), record("JW").build());

        assertThat(values(concepts.get("A0001"), "replacedByCode")).isEmpty();
        assertThat(values(concepts.get("A0002"), "replacedByCode")).containsExactly("A0001", "JW");
        assertThat(List.of("A0001", "A0002")).allSatisfy(code -> assertThat(values(concepts.get(code), "crossReferences"))
                .isEqualTo(references));
    }

    /** A code that CMS has reused is another one than the code that replaced. */
    @Test
    void aCodeIsReplacedByAnotherOneOnlyAsWhatThatWasThen() throws IOException {
        HcpcsRecord retired = record("A0002").crossReferences(List.of("A0001", "A0003")).addedDate(day("1990-01-01"))
                .terminationDate(day("2015-12-31")).build();
        HcpcsRecord later = record("A0004").crossReferences(List.of("A0001")).addedDate(day("1990-01-01"))
                .terminationDate(day("2024-12-31")).build();
        ReleaseContent before = new ReleaseContent(new Release(new Quarter(2016, 1), "HCPC2016_JAN.txt", "0".repeat(64)),
                List.of(retired, record("A0001").addedDate(day("2015-01-01")).terminationDate(day("2018-12-31")).build(),
                        record("A0003").addedDate(day("2017-01-01")).build()));
        ReleaseContent release = release(retired, later, record("A0001").longDescription("Something else")
                .addedDate(day("2022-01-01")).build(), record("A0003").addedDate(day("2017-01-01")).build());
        HcpcsIndex index = HcpcsIndex.of(List.of(before, release));

        assertThat(index.lookup("A0001", LocalDate.of(2026, 1, 1)).version().life()).isEqualTo(2);
        CodeSystem system = read(write(release, index));
        assertThat(values(concept(system, "A0002"), "replacedByCode")).containsExactly("A0003");
        assertThat(values(concept(system, "A0002"), "crossReferences")).containsExactly("A0001", "A0003");
        assertThat(values(concept(system, "A0004"), "replacedByCode")).containsExactly("A0001");
        assertThat(values(concept(read(write(release)), "A0002"), "replacedByCode")).as("nothing tells of the other life")
                .containsExactly("A0001", "A0003");
    }

    private static ConceptDefinitionComponent concept(CodeSystem system, String code) {
        return system.getConcept().stream().filter(concept -> concept.getCode().equals(code)).findFirst().orElseThrow();
    }

    @Test
    void propertiesHaveHl7sUrisWhereItHasThem() throws IOException {
        Map<String, String> uris = read(write(release(record("A0001").build()))).getProperty().stream()
                .collect(Collectors.toMap(PropertyComponent::getCode, PropertyComponent::getUri));

        assertThat(List.of("status", "inactive", "effectiveDate", "deprecationDate", "retirementDate")).allSatisfy(code ->
                assertThat(uris.remove(code)).isEqualTo("http://hl7.org/fhir/concept-properties#" + code));
        assertThat(uris).hasSize(ConceptProperty.all().size() - 5).containsKey("replacedByCode")
                .allSatisfy((code, uri) -> assertThat(uri).isEqualTo("https://hcpcs.dev/fhir/concept-properties#" + code));
    }

    /** Its properties are a promise, so the page tells of every one. */
    @Test
    void thePageExplainsEveryProperty() throws IOException {
        assertThat(Files.readString(Path.of("docs/export.md"))).contains(ConceptProperty.all().stream()
                .map(property -> "| `" + property.code() + "` | " + property.type().key + " |").toList());
    }

    private static void assertSame(CodeSystem system, ReleaseContent release) {
        assertThat(system.getConcept()).extracting(ConceptDefinitionComponent::getCode)
                .containsExactlyElementsOf(release.records().stream().map(record -> record.code().value()).toList());
        Map<String, String> declared = system.getProperty().stream()
                .collect(Collectors.toMap(PropertyComponent::getCode, property -> property.getType().toCode()));
        for (int i = 0; i < release.records().size(); i++) {
            HcpcsRecord record = release.records().get(i);
            ConceptDefinitionComponent concept = system.getConcept().get(i);
            assertThat(concept.hasDisplay() ? concept.getDisplay() : "").isEqualTo(record.longDescription());
            assertThat(concept.getDesignation()).extracting(designation -> designation.getValue())
                    .containsExactlyElementsOf(RecordField.SHORT_DESCRIPTION.values(record).stream().map(String.class::cast)
                            .toList());
            for (RecordField field : ConceptProperty.FIELDS) {
                assertThat(values(concept, field.key())).as(record.code() + " " + field)
                        .containsExactlyElementsOf(field.values(record).stream().map(Object::toString).toList());
            }
            for (ConceptPropertyComponent property : concept.getProperty()) {
                assertThat(property.getValue().fhirType()).isEqualTo(declared.get(property.getCode()));
            }
        }
    }

    private static void assertValid(String json) {
        assertThat(VALIDATOR.validateWithResult(json).getMessages())
                .filteredOn(message -> message.getSeverity().compareTo(ResultSeverityEnum.WARNING) >= 0).isEmpty();
    }

    private static String standard(ConceptDefinitionComponent concept) {
        return List.of("status", "inactive", "effectiveDate", "retirementDate").stream()
                .map(code -> values(concept, code)).map(values -> values.isEmpty() ? "-" : String.join(" ", values))
                .collect(Collectors.joining(" "));
    }

    private static List<String> values(ConceptDefinitionComponent concept, String property) {
        return concept.getProperty().stream().filter(one -> one.getCode().equals(property)).map(one -> text(one.getValue()))
                .toList();
    }

    private static String text(Type value) {
        return value instanceof Coding coding ? coding.getCode() : value.primitiveValue();
    }

    private static Map<String, ConceptDefinitionComponent> concepts(HcpcsRecord... records) throws IOException {
        String json = write(release(records));
        assertValid(json);
        return read(json).getConcept().stream()
                .collect(Collectors.toMap(ConceptDefinitionComponent::getCode, Function.identity()));
    }

    private static ReleaseContent release(HcpcsRecord... records) {
        return new ReleaseContent(RELEASE, List.of(records));
    }

    private static HcpcsRecord.Builder record(String code) {
        return HcpcsRecord.builder(HcpcsCode.parse(code)).longDescription("Supply of a thing");
    }

    private static Optional<LocalDate> day(String text) {
        return Optional.of(LocalDate.parse(text));
    }

    private static CodeSystem read(String json) {
        return FHIR.newJsonParser().parseResource(CodeSystem.class, json);
    }

    private static String write(ReleaseContent release) throws IOException {
        return write(release, HcpcsIndex.of(List.of(release)));
    }

    private static String write(ReleaseContent release, HcpcsIndex index) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        CodeSystemJson.write(release, index, bytes);
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
