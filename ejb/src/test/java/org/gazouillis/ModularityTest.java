package org.gazouillis;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.annotation.Resource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

/// The drawing of `architecture.md`, section 3: who may walk into which room.
class ModularityTest {
    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> location.contains("/ejb/target/classes"))
            .importPackages("org.gazouillis");

    private static final Set<String> MADE_AT_START = Set.of("Boot", "TickClock");

    private static final Set<String> FOUNDATIONS =
            Set.of("kernel", "tenancy", "security", "audit", "outbox", "journal", "network");

    /// Beside the foundations.
    private static final Map<String, Set<String>> MAY_IMPORT = new TreeMap<>(Map.ofEntries(
            Map.entry("kernel", Set.of()),
            Map.entry("tenancy", Set.of("kernel")),
            Map.entry("security", Set.of("kernel", "tenancy")),
            Map.entry("audit", Set.of("kernel", "tenancy")),
            Map.entry("outbox", Set.of("kernel", "tenancy")),
            Map.entry("journal", Set.of()),
            Map.entry("network", Set.of("kernel")),
            Map.entry("microblog", Set.of()),
            Map.entry("timeline", Set.of("microblog")),
            Map.entry("campaign", Set.of()),
            Map.entry("link", Set.of("campaign")),
            Map.entry("compose", Set.of("campaign", "link")),
            Map.entry("approve", Set.of("compose")),
            Map.entry("schedule", Set.of("campaign", "compose", "approve")),
            Map.entry("trial", Set.of("compose")),
            Map.entry("publish", Set.of("compose", "approve", "schedule", "microblog", "trial")),
            Map.entry("notice", Set.of()),
            Map.entry("listen", Set.of("microblog", "timeline")),
            Map.entry("lead", Set.of("link", "campaign")),
            Map.entry("engage", Set.of("microblog", "link")),
            Map.entry("rollup", Set.of("microblog", "engage", "link", "lead")),
            Map.entry(
                    "dashboard",
                    Set.of(
                            "microblog",
                            "timeline",
                            "campaign",
                            "link",
                            "compose",
                            "approve",
                            "schedule",
                            "publish",
                            "listen",
                            "lead",
                            "engage",
                            "rollup")),
            Map.entry("report", Set.of("dashboard", "listen", "schedule", "notice")),
            Map.entry("intake", Set.of("compose", "schedule", "microblog", "engage"))));

    @Test
    void aRoomImportsOnlyWhatStandsAboveIt() {
        List<String> trespasses = new ArrayList<>();
        for (JavaClass origin : HOUSE) {
            Set<String> allowed = allowed(room(origin));
            origin.getDirectDependenciesFromSelf().stream()
                    .map(dependency -> dependency.getTargetClass().getBaseComponentType())
                    .filter(target -> HOUSE.contain(target.getName()))
                    .filter(target -> !allowed.contains(room(target)))
                    .forEach(target -> trespasses.add(origin.getName() + " -> " + target.getName()));
        }
        assertThat(new TreeSet<>(trespasses))
                .as("architecture.md section 3: a new row there is a decision, write it as an ADR")
                .isEmpty();
    }

    @Test
    void everyRoomStandsInTheDrawing() {
        Set<String> rooms = HOUSE.stream().map(ModularityTest::room).collect(Collectors.toCollection(TreeSet::new));
        rooms.removeAll(MAY_IMPORT.keySet());
        assertThat(rooms).containsOnly("boot");
    }

    @Test
    void subPackagesAreClosedToOtherRooms() {
        List<String> trespasses = HOUSE.stream()
                .filter(origin -> !room(origin).equals("boot"))
                .flatMap(origin -> origin.getDirectDependenciesFromSelf().stream()
                        .map(dependency -> dependency.getTargetClass().getBaseComponentType())
                        .filter(target -> HOUSE.contain(target.getName()))
                        .filter(target -> target.getPackageName().split("\\.").length > 3)
                        .filter(target -> !room(target).equals(room(origin)))
                        .map(target -> origin.getName() + " -> " + target.getName()))
                .toList();
        assertThat(trespasses)
                .as("top-level types of a room are its API, its sub-packages are closed")
                .isEmpty();
    }

    @Test
    void roomsFormNoCycle() {
        slices().matching("org.gazouillis.(*)..").should().beFreeOfCycles().check(HOUSE);
    }

    /// Whichever thread asks first makes a bean, and those of ticks do not know the names of a component.
    @Test
    void whatMayBeMadeByATickLooksNothingUpBelowJavaComp() {
        List<String> lookups = HOUSE.stream()
                .filter(type -> !MADE_AT_START.contains(type.getSimpleName()))
                .flatMap(type -> type.getFields().stream())
                .filter(field -> field.isAnnotatedWith(Resource.class))
                .filter(field ->
                        !field.getAnnotationOfType(Resource.class).lookup().startsWith("java:jboss/"))
                .map(JavaField::getFullName)
                .toList();
        assertThat(lookups).isEmpty();
    }

    @Test
    void nothingHereKnowsFacesRestOrServlets() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.faces..", "jakarta.ws.rs..", "jakarta.servlet..", "org.primefaces..")
                .because("pages and REST live in the module web")
                .check(HOUSE);
    }

    @Test
    void quartzStaysInItsCornerAndLuceneInItsLibrary() {
        noClasses()
                .that(resideOutsideOfPackages("org.gazouillis.schedule.quartz.."))
                .should()
                .dependOnClassesThat(resideInAnyPackage("org.quartz.."))
                .because("Quartz is the clock, not a home for business")
                .check(HOUSE);
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.lucene..")
                .because("the module lucene-index hides Lucene behind StatusIndex")
                .check(HOUSE);
    }

    @Test
    void onlyOneClassSpeaksHttpWithTheWorld() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("org.gazouillis.network.OutboundHttp")
                .should()
                .dependOnClassesThat()
                .haveNameMatching("java\\.net\\.(http\\.HttpClient.*|(Http)?URLConnection|(Server)?Socket)|"
                        + "javax\\.net\\.(ssl\\.)?SSL.*Socket.*|jakarta\\.ws\\.rs\\.client\\..*")
                .orShould()
                .callMethod(java.net.URL.class, "openConnection")
                .orShould()
                .callMethod(java.net.URL.class, "openStream")
                .because("OutboundHttp looks at every address before it connects, and at time and size")
                .check(HOUSE);
    }

    @Test
    void namesSayWhatAThingIs() {
        String banned = ".*(Service|Manager|Impl|DAO|Dao|DTO|Dto|VO|Helper|Utils?|Facade|Bean|Info)";
        classes()
                .should()
                .haveNameNotMatching(banned)
                .because("a name is a noun of the field or a doer (style.md b.1)")
                .check(HOUSE);
    }

    private static Set<String> allowed(String room) {
        if (room.equals("boot")) {
            return Stream.concat(MAY_IMPORT.keySet().stream(), Stream.of("boot"))
                    .collect(Collectors.toSet());
        }
        Set<String> allowed = new TreeSet<>(MAY_IMPORT.getOrDefault(room, Set.of()));
        allowed.add(room);
        if (!FOUNDATIONS.contains(room)) {
            allowed.addAll(FOUNDATIONS);
        }
        return allowed;
    }

    private static String room(JavaClass type) {
        return Arrays.asList(type.getPackageName().split("\\.")).get(2);
    }
}
