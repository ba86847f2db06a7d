package org.gazouillis.index;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

@AnalyzeClasses(
        packages = {"org.gazouillis.index", "org.gazouillis.text"},
        importOptions = ImportOption.DoNotIncludeTests.class)
class ModularityTest {

    @ArchTest
    void knowsOnlyTheJdkItsEnginesAndItself(JavaClasses classes) {
        classes()
                .that()
                .resideInAPackage("org.gazouillis.index..")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                        "java..",
                        "org.apache.lucene..",
                        "com.ibm.icu..",
                        "org.opensearch.client..",
                        "com.fasterxml.jackson..",
                        "org.apache.hc..",
                        "org.jspecify.annotations..",
                        "org.gazouillis.text..",
                        "org.gazouillis.index.."))
                .because("the index is a closed library that is tested in milliseconds, without server or database")
                .check(classes);
    }

    @ArchTest
    void onlyOnePackageKnowsOpenSearch(JavaClasses classes) {
        noClasses()
                .that()
                .resideInAPackage("org.gazouillis.index..")
                .and()
                .resideOutsideOfPackage("..index.opensearch..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.opensearch..", "com.fasterxml.jackson..", "org.apache.hc..")
                .because("whoever keeps the index in a folder needs no client of a cluster")
                .check(classes);
    }

    @ArchTest
    void textKnowsNothingOfTheIndex(JavaClasses classes) {
        classes()
                .that()
                .resideInAPackage("org.gazouillis.text..")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                        "java..", "opennlp.tools.langdetect..", "org.jspecify.annotations..", "org.gazouillis.text.."))
                .because("whoever posts or imports asks it, too, and needs no index for that")
                .check(classes);
    }

    @ArchTest
    void itsInterfaceShowsNothingOfItsInside(JavaClasses classes) {
        methods()
                .that()
                .arePublic()
                .and()
                .areDeclaredInClassesThat()
                .resideInAPackage("org.gazouillis.index")
                .and()
                .areDeclaredInClassesThat()
                .arePublic()
                .should(speakOnlyOf(
                        not(resideInAnyPackage("org.apache.lucene..", "com.ibm.icu..", "org.gazouillis.index.*.."))))
                .because("a second engine (OpenSearch) is to answer behind the same types")
                .check(classes);
    }

    @ArchTest
    void partsDoNotGoRoundInCircles(JavaClasses classes) {
        slices().matching("org.gazouillis.index.(*)..")
                .should()
                .beFreeOfCycles()
                .because(
                        "text to terms, terms to fields, fields to folders and questions: each step knows only the one before")
                .check(classes);
    }

    @ArchTest
    void searchAndWritingMeetOnlyAtTheTop(JavaClasses classes) {
        noClasses()
                .that()
                .resideInAPackage("..index.search..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("..index.write..")
                .because("a search is given a reader; whose it is and when it goes is none of its business")
                .check(classes);
    }

    @ArchTest
    void namesSayWhatThingsAre(JavaClasses classes) {
        noClasses()
                .that(alwaysTrue())
                .should()
                .haveNameMatching(".*(Service|Manager|Impl|DAO|DTO|VO|Helper|Utils?|Facade|Bean|Data|Info|Handler)")
                .because("such names say nothing of statuses and searches")
                .check(classes);
    }

    private static ArchCondition<JavaMethod> speakOnlyOf(DescribedPredicate<JavaClass> allowed) {
        return new ArchCondition<>("speak only of the library's own words and the JDK's") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                method.getAllInvolvedRawTypes().stream()
                        .filter(not(allowed))
                        .forEach(type -> events.add(SimpleConditionEvent.violated(
                                method, method.getFullName() + " shows " + type.getName())));
            }
        };
    }
}
