package vn.hoso;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.RequestMapping;
import vn.hoso.rates.Counts;
import vn.hoso.rates.Percentages;
import vn.hoso.rates.Rate;

class ArchitectureTest {

    private static final JavaClasses PROGRAM = ProgramClasses.ALL;

    private static final String WEB = "vn.hoso.*.web";

    @Test
    void controllersArePackagePrivateAndLiveInWeb() {
        classes()
                .that()
                .areMetaAnnotatedWith(Controller.class)
                .or()
                .areMetaAnnotatedWith(ControllerAdvice.class)
                .should()
                .resideInAPackage(WEB)
                .andShould()
                .bePackagePrivate()
                .check(PROGRAM);
        methods()
                .that()
                .areMetaAnnotatedWith(RequestMapping.class)
                .should()
                .beDeclaredInClassesThat()
                .areMetaAnnotatedWith(Controller.class)
                .check(PROGRAM);
    }

    @Test
    void nothingInWebIsPublic() {
        noClasses()
                .that()
                .resideInAPackage("vn.hoso.*.web..")
                .should()
                .bePublic()
                .check(PROGRAM);
    }

    @Test
    void nothingOutsideWebUsesWeb() {
        noClasses()
                .that()
                .resideOutsideOfPackage("vn.hoso.*.web..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("vn.hoso.*.web..")
                .check(PROGRAM);
    }

    @Test
    void everyHandlerSaysExactlyOnceWhoMayCallIt() {
        methods()
                .that()
                .areMetaAnnotatedWith(RequestMapping.class)
                .should(new ArchCondition<>("carry exactly one of the annotations of vn.hoso.security") {
                    @Override
                    public void check(JavaMethod handler, ConditionEvents events) {
                        long said = handler.getAnnotations().stream()
                                .map(annotation -> annotation.getRawType())
                                .filter(type -> type.getPackageName().equals("vn.hoso.security"))
                                .filter(type -> type.isAnnotatedWith(PreAuthorize.class))
                                .count();
                        events.add(new SimpleConditionEvent(
                                handler, said == 1, handler.getFullName() + " says " + said + " times who may"));
                    }
                })
                .check(PROGRAM);
    }

    /** What is in one folder is found by reading its names once. */
    @Test
    void noPackageHoldsMoreThan45Classes() {
        Map<String, Long> classes = PROGRAM.stream()
                .filter(JavaClass::isTopLevelClass)
                .filter(each -> !each.getSimpleName().equals("package-info"))
                .collect(Collectors.groupingBy(JavaClass::getPackageName, Collectors.counting()));
        assertThat(classes)
                .isNotEmpty()
                .allSatisfy((room, held) -> assertThat(held).as(room).isLessThanOrEqualTo(45));
    }

    @Test
    void noFileIsLongerThan250Lines() {
        assertThat(SourceFiles.below(SourceFiles.JAVA, ".java"))
                .allSatisfy((file, text) ->
                        assertThat(text.lines().count()).as(file.toString()).isLessThanOrEqualTo(250));
    }

    @Test
    void noScreenKnowsAnEntity() {
        noClasses()
                .that()
                .resideInAPackage("vn.hoso.*.web..")
                .should()
                .dependOnClassesThat()
                .areAnnotatedWith(Entity.class)
                .orShould()
                .dependOnClassesThat()
                .areAnnotatedWith(Embeddable.class)
                .check(PROGRAM);
    }

    @Test
    void entitiesAreKnownInTheirOwnPackageOnly() {
        classes()
                .that()
                .areAnnotatedWith(Entity.class)
                .or()
                .areAnnotatedWith(Embeddable.class)
                .should()
                .bePackagePrivate()
                .check(PROGRAM);
    }

    @ParameterizedTest
    @ValueSource(strings = {"vn.hoso.period", "vn.hoso.rates"})
    void theLawIsPlainJava(String module) {
        classes()
                .that()
                .resideInAPackage(module + "..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(module + "..", "java..", "org.jspecify.annotations", "org.springframework.modulith")
                .check(PROGRAM);
    }

    @Test
    void domainPackagesKnowNeitherSpringNorFilesNorDatabase() {
        noClasses()
                .that()
                .resideInAPackage("vn.hoso.*.domain..")
                .and()
                .doNotHaveSimpleName("package-info")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "org.apache..", "jakarta..", "java.io..", "java.sql..")
                .check(PROGRAM);
    }

    @Test
    void everythingIsInjectedThroughConstructors() {
        NO_CLASSES_SHOULD_USE_FIELD_INJECTION.check(PROGRAM);
    }

    @Test
    void onlyResultsTurnsCountsIntoRatesAndRoundsThem() {
        noClasses()
                .that(resideOutside("vn.hoso.rates", "vn.hoso.results")
                        .and(notNamed("vn.hoso.targets.TargetEvaluator")))
                .should()
                .accessTargetWhere(method(Counts.class, "rate").or(method(Counts.class, "ceiling")))
                .check(PROGRAM);
        noClasses()
                .that(resideOutside("vn.hoso.rates", "vn.hoso.results"))
                .should()
                .accessTargetWhere(method(Percentages.class, "shown"))
                .check(PROGRAM);
        noClasses()
                .that(resideOutside("vn.hoso.rates"))
                .should()
                .accessTargetWhere(method(Rate.class, "percent"))
                .check(PROGRAM);
        noClasses()
                .that(resideOutside("vn.hoso.rates").and(notNamed("vn.hoso.targets.TargetEvaluator")))
                .should()
                .accessTargetWhere(method(Rate.class, "reaches")
                        .or(method(Rate.class, "exceeds"))
                        .or(method(Rate.class, "required")))
                .check(PROGRAM);
    }

    @Test
    void figuresAndRatesNeverPassThroughFloatingPoint() {
        Pattern floating = Pattern.compile("(?i)\\b(double|float)");
        List<String> found = new ArrayList<>();
        for (String module : List.of("rates", "targets", "results", "figures")) {
            for (Map.Entry<Path, String> file :
                    SourceFiles.below(SourceFiles.JAVA.resolve(module), ".java").entrySet()) {
                if (floating.matcher(SourceFiles.code(file.getValue())).find()) {
                    found.add(file.getKey().toString());
                }
            }
        }
        assertThat(found).isEmpty();
        noClasses()
                .that()
                .resideInAnyPackage("vn.hoso.rates..", "vn.hoso.targets..", "vn.hoso.results..", "vn.hoso.figures..")
                .should()
                .accessTargetWhere(describe("takes or gives a floating-point number", ArchitectureTest::floating))
                .check(PROGRAM);
    }

    private static boolean floating(JavaAccess<?> access) {
        return access.getTarget() instanceof CodeUnitAccessTarget target
                && (floating(target.getRawReturnType())
                        || target.getRawParameterTypes().stream().anyMatch(ArchitectureTest::floating));
    }

    private static boolean floating(JavaClass type) {
        return Set.of("double", "float", "java.lang.Double", "java.lang.Float").contains(type.getName());
    }

    @Test
    void theDateComesFromTheClock() {
        noClasses()
                .that(notNamed("vn.hoso.shared.TimeConfiguration"))
                .should()
                .accessTargetWhere(
                        describe("asks the machine for the date", access -> asksTheMachine(access, Instant.class)))
                .check(PROGRAM);
    }

    /** The age of a file on this machine is the machine's own business; that is in {@code platform} alone. */
    @Test
    void theTimeComesFromTheClock() {
        noClasses()
                .that(resideOutside("vn.hoso.database").and(notNamed("vn.hoso.shared.TimeConfiguration")))
                .should()
                .accessTargetWhere(describe(
                        "asks the machine for the time",
                        access -> asksTheMachine(access, null)
                                || access.getTarget().getFullName().startsWith("java.lang.System.currentTimeMillis(")))
                .check(PROGRAM);
    }

    private static boolean asksTheMachine(JavaAccess<?> access, Class<?> except) {
        JavaClass owner = access.getTargetOwner();
        if (!(access.getTarget() instanceof CodeUnitAccessTarget target)
                || !owner.getPackageName().equals("java.time")
                || (except != null && owner.isEquivalentTo(except))) {
            return false;
        }
        boolean givenAClock =
                target.getRawParameterTypes().stream().anyMatch(parameter -> parameter.isEquivalentTo(Clock.class));
        boolean makesAClock =
                owner.isEquivalentTo(Clock.class) && target.getName().startsWith("system");
        return (target.getName().equals("now") && !givenAClock) || makesAClock;
    }

    /** A library for documents asks for the old date; nothing else has to. */
    @Test
    void nobodyUsesTheOldDates() {
        noClasses()
                .that(resideOutside("vn.hoso.reports.files"))
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.Date")
                .check(PROGRAM);
        noClasses()
                .should()
                .dependOnClassesThat(describe("are dates of java.sql or calendars", type -> Set.of(
                                "java.sql.Date",
                                "java.sql.Timestamp",
                                "java.util.Calendar",
                                "java.text.SimpleDateFormat")
                        .contains(type.getName())))
                .check(PROGRAM);
    }

    @Test
    void everyPackageSaysThatNothingIsNullUnlessItSaysSo() {
        Set<String> unmarked = PROGRAM.stream()
                .map(JavaClass::getPackage)
                .filter(each -> !each.isAnnotatedWith(NullMarked.class))
                .map(JavaPackage::getName)
                .collect(Collectors.toSet());

        assertThat(unmarked).isEmpty();
    }

    private static DescribedPredicate<JavaClass> resideOutside(String... packages) {
        return describe("reside outside of " + String.join(", ", packages), type -> List.of(packages).stream()
                .noneMatch(each -> type.getPackageName().equals(each)
                        || type.getPackageName().startsWith(each + ".")));
    }

    private static DescribedPredicate<JavaClass> notNamed(String name) {
        return describe("are not " + name, type -> !type.getName().equals(name));
    }

    private static DescribedPredicate<JavaAccess<?>> method(Class<?> owner, String name) {
        return describe(
                owner.getSimpleName() + "." + name,
                access -> access.getTargetOwner().isEquivalentTo(owner)
                        && access.getTarget().getName().equals(name));
    }
}
