package org.gazouillis.reports;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

@AnalyzeClasses(packages = "org.gazouillis", importOptions = ImportOption.DoNotIncludeTests.class)
class ModularityTest {
    @ArchTest
    static final ArchRule closed = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "org.apache.commons.csv..",
                    "com.ibm.icu..",
                    "org.apache.pdfbox..",
                    "org.dhatim.fastexcel..",
                    "org.jspecify.annotations..",
                    "org.gazouillis.reports..")
            .because("reports is a closed library: it is tested in milliseconds and runs without a server");

    @ArchTest
    static final ArchRule oneRoot = classes()
            .should()
            .resideInAPackage("org.gazouillis.reports..")
            .because("the module is the capability, its packages are named after it");

    @ArchTest
    static final ArchRule formatsAreStrangers = noClasses()
            .that()
            .resideInAPackage("..csv..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..json..", "..pdf..", "..xlsx..")
            .because("formats share cell texts (table), not each other");

    @ArchTest
    static final ArchRule cellsKnowNoFormat = noClasses()
            .that()
            .resideInAPackage("..table..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..csv..", "..json..", "..xlsx..")
            .because("a cell is spelt the same in every format");

    @ArchTest
    static final ArchRule names = noClasses()
            .should()
            .haveNameMatching(".*(Service|Manager|Impl|DAO|DTO|VO|Helper|Utils?|Facade|Bean|Handler|Data|Info)$")
            .because("a class is named after what it is or does (style.md b.1)");
}
