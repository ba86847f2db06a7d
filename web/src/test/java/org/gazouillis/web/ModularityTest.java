package org.gazouillis.web;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

@AnalyzeClasses(packages = "org.gazouillis.web", importOptions = ImportOption.DoNotIncludeTests.class)
class ModularityTest {
    @ArchTest
    void theFaceKnowsNoDatabase(JavaClasses classes) {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "java.sql..",
                        "javax.sql..",
                        "org.jdbi..",
                        "org.postgresql..",
                        "org.hibernate..",
                        "org.flywaydb..")
                .because("pages and resources ask the capabilities")
                .check(classes);
    }

    @ArchTest
    void theFaceKnowsNoEngine(JavaClasses classes) {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.quartz..", "org.apache.lucene..", "org.apache.commons.csv..")
                .because("clock, index and files are the business of ejb and its libraries")
                .check(classes);
    }

    @ArchTest
    void closedPartsOfTheCapabilitiesStayClosed(JavaClasses classes) {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.gazouillis.schedule.quartz..",
                        "org.gazouillis.index.search..",
                        "org.gazouillis.index.percolate..",
                        "org.gazouillis.index.write..",
                        "org.gazouillis.reports.csv..",
                        "org.gazouillis.reports.json..")
                .because("the top level of a capability is its interface, its sub-packages are its own")
                .check(classes);
    }

    @ArchTest
    void nothingOfTheFoundationsOfTheFaceKnowsACapabilitysPages(JavaClasses classes) {
        noClasses()
                .that()
                .resideInAnyPackage("org.gazouillis.web.access..", "org.gazouillis.web.i18n..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.gazouillis.web.timeline..",
                        "org.gazouillis.web.compose..",
                        "org.gazouillis.web.listen..",
                        "org.gazouillis.web.dashboard..")
                .because("everybody stands on them")
                .check(classes);
    }
}
