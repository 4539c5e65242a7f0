package dev.hcpcs.loader;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * The workbook beside each sample text says the same. After a change to a text, write the workbooks anew:
 * {@code mvn -pl loader -am test -Dtest=SampleWorkbooksTest -Dsurefire.failIfNoSpecifiedTests=false -Dsamples.write=true}
 */
class SampleWorkbooksTest {

    @ParameterizedTest
    @FieldSource("dev.hcpcs.loader.Samples#NAMES")
    void workbookEqualsText(String name) throws IOException {
        Path text = Samples.text(name);
        Path workbook = Samples.FOLDER.resolve(name + ".xlsx");
        if (Boolean.getBoolean("samples.write")) {
            SheetFixtures.write(workbook, SheetFixtures.rows(text, SheetFixtures.Era.FROM_2016));
        }
        assertThat(ReleaseLoader.strict().load(workbook).releases().get(0).records())
                .isEqualTo(ReleaseLoader.strict().load(text).releases().get(0).records());
    }
}
