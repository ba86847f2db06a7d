package org.gazouillis;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

@AnalyzeClasses(packages = "org.gazouillis", importOptions = ImportOption.DoNotIncludeTests.class)
class ModularityTest {
    @ArchTest
    static final ArchRule knowsNoClassOfTheApplication = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "org.gazouillis.database..",
                    "org.gazouillis.launch..",
                    "org.apache.commons.compress..",
                    "org.tukaani.xz..",
                    "org.jspecify..")
            .because("the server and the application meet in names and properties only");

    @ArchTest
    static final ArchRule databaseStandsAlone = noClasses()
            .that()
            .resideInAPackage("org.gazouillis.database..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.gazouillis.launch..")
            .because("tests and benches take a database without the launcher");

    @ArchTest
    static final ArchRule namesSayWhatAThingIs = noClasses()
            .should()
            .haveNameMatching(".*(Service|Manager|Impl|DAO|DTO|VO|Helper|Utils?|Facade|Bean|Data|Info|Handler)")
            .because("such endings say nothing about the thing");
}
