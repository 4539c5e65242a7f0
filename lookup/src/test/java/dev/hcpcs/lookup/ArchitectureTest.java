package dev.hcpcs.lookup;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The arrows between packages, and what may be asked of other libraries where. */
class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.hcpcs.lookup");

    @Test
    void nothingIsNeededButCaffeineAndAnnotationsAndMicrometerOnRequest() {
        classes().should().onlyDependOnClassesThat().resideInAnyPackage("java..", "dev.hcpcs.lookup..", "org.jspecify.annotations",
                "com.github.benmanes.caffeine..", "io.micrometer..").check(CLASSES);
    }

    @Test
    void onlyEarlierIndexesRefersToCaffeine() {
        noClasses().that().haveNameNotMatching(".*\\.EarlierIndexes.*")
                .should().dependOnClassesThat().resideInAPackage("com.github.benmanes.caffeine..").check(CLASSES);
    }

    @Test
    void onlyItsOwnPackageRefersToMicrometer() {
        noClasses().that().resideOutsideOfPackage("dev.hcpcs.lookup.micrometer")
                .should().dependOnClassesThat().resideInAPackage("io.micrometer..").check(CLASSES);
    }

    @Test
    void theIndexKnowsNothingOfWhatIsBuiltOnIt() {
        noClasses().that().resideInAPackage("dev.hcpcs.lookup")
                .should().dependOnClassesThat().resideInAnyPackage("dev.hcpcs.lookup.micrometer", "dev.hcpcs.lookup.search")
                .check(CLASSES);
    }

    @Test
    void nothingIsPrinted() {
        noClasses().should().accessField(System.class, "out").orShould().accessField(System.class, "err").check(CLASSES);
    }
}
