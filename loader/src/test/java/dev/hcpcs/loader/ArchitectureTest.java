package dev.hcpcs.loader;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The arrows between packages, and what may be asked of other libraries where. */
class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.hcpcs");
    private static final String LOADER = "dev.hcpcs.loader";

    @Test
    void lookupKnowsNothingOfTheLoader() {
        noClasses().that().resideInAPackage("dev.hcpcs.lookup..")
                .should().dependOnClassesThat().resideInAPackage("dev.hcpcs.loader..").check(CLASSES);
    }

    @Test
    void readingKnowsNothingOfWhatIsBuiltOnIt() {
        noClasses().that().resideInAPackage(LOADER).should().dependOnClassesThat().resideInAPackage(LOADER + ".*..").check(CLASSES);
    }

    @Test
    void packagesDependOnOneAnotherOneWay() {
        slices().matching(LOADER + ".(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void nothingKnowsTheCommandLineNorItsLibraries() {
        noClasses().that().resideOutsideOfPackage(LOADER + ".cli").should().dependOnClassesThat()
                .resideInAnyPackage(LOADER + ".cli", "picocli..", "me.tongfei.progressbar..", "org.jline..").check(CLASSES);
    }

    @Test
    void onlyExportsKnowParquet() {
        noClasses().that().resideOutsideOfPackage(LOADER + ".export").should().dependOnClassesThat()
                .resideInAnyPackage("org.apache.parquet..", "blue.strategic..").check(CLASSES);
    }

    @Test
    void nothingIsPrintedButByTheCommandLine() {
        noClasses().that().resideOutsideOfPackage(LOADER + ".cli").should().accessField(System.class, "out")
                .orShould().accessField(System.class, "err").check(CLASSES);
    }
}
