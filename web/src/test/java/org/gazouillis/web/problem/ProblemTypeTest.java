package org.gazouillis.web.problem;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Locale;
import org.gazouillis.web.i18n.Messages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

class ProblemTypeTest {
    /// Exceptions that never reach a reader: they stop the start, become data, or mean a fault of ours.
    private static final List<String> FAULTS =
            List.of("FileNotReadable", "RowRefused", "ClockNotStarted", "PictureRefused");

    @ParameterizedTest
    @EnumSource(ProblemType.class)
    void everyKindHasATitleInEveryLanguage(ProblemType type) {
        for (Locale locale : List.of(Locale.ENGLISH, Locale.FRENCH)) {
            assertThat(Messages.of(locale).text(type.titleKey())).doesNotContain("???");
        }
    }

    @Test
    void everyFactOfTheCapabilitiesIsKnown() {
        List<String> unknown = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("org.gazouillis").stream()
                        .filter(each -> each.isAssignableTo(RuntimeException.class))
                        .filter(each ->
                                each.getModifiers().contains(com.tngtech.archunit.core.domain.JavaModifier.PUBLIC))
                        .filter(each -> isOfACapability(each) && !FAULTS.contains(each.getSimpleName()))
                        .map(JavaClass::reflect)
                        .filter(each -> !KnownProblems.knows(each) && !Diagnosis.explains(each))
                        .map(Class::getSimpleName)
                        .sorted()
                        .toList();
        assertThat(unknown).as("exceptions without a line in KnownProblems").isEmpty();
    }

    private static boolean isOfACapability(JavaClass exception) {
        String name = exception.getPackageName();
        return !name.startsWith("org.gazouillis.index")
                && !name.startsWith("org.gazouillis.reports")
                && !name.startsWith("org.gazouillis.database")
                && !name.startsWith("org.gazouillis.launch");
    }
}
