package org.zhengdun;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.persistence.Entity;
import jakarta.persistence.PersistenceContext;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.quarkus.security.Authenticated;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.junit.jupiter.api.Test;
import org.zhengdun.shared.security.Allowed;

/** The conventions of CONTRIBUTING.md that can be seen in the classes. */
class ArchitectureTest {

    private static final String BASE = "org.zhengdun";
    private static final JavaClasses MAIN = new ClassFileImporter().withImportOption(
            ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages(BASE);

    @Test
    void featuresUseOnlyTheFeaturesTheyName() {
        Features features = Features.read();
        List<String> breaches = new ArrayList<>();
        MAIN.forEach(type -> type.getDirectDependenciesFromSelf().forEach(dependency -> {
            String from = features.of(type.getPackageName());
            String to = features.of(dependency.getTargetClass().getPackageName());
            if (!from.isEmpty() && !to.isEmpty() && !features.mayUse(from, to)) {
                breaches.add(from + " uses " + to + ": " + dependency.getDescription());
            }
        }));
        assertThat(breaches).isEmpty();
    }

    @Test
    void theKernelUsesNoFeature() {
        noClasses().that(resideInAPackage(BASE + ".shared..")).should().dependOnClassesThat(
                resideInAPackage(BASE + "..").and(
                        not(resideInAPackage(BASE + ".shared..")))).check(
                                MAIN);
    }

    @Test
    void featuresAreFreeOfCycles() {
        slices().matching(BASE + ".(*)..").should().beFreeOfCycles().check(MAIN);
    }

    @Test
    void everyOperationHasARight() {
        assertThat(resourceMethods().filter(
                method -> !method.isAnnotatedWith(Allowed.class) || !method.isAnnotatedWith(Operation.class)).map(
                        JavaMethod::getFullName)).as("operations without @Allowed or @Operation").isEmpty();
        classes().that().areAnnotatedWith(Path.class).should().beAnnotatedWith(
                Authenticated.class).orShould().beAnnotatedWith(
                        PermitAll.class).check(MAIN);
    }

    @Test
    void resourceMethodsArePublic() {
        methods().that(describe("are resource methods",
                ArchitectureTest::isResourceMethod)).should().bePublic().check(MAIN);
    }

    @Test
    void noEntityLeavesTheService() {
        assertThat(resourceMethods().filter(method -> signature(method).anyMatch(
                type -> type.isAnnotatedWith(Entity.class))).map(JavaMethod::getFullName)).isEmpty();
    }

    @Test
    void onlyTheTimePackageReadsTheClock() {
        noClasses().that(resideInAPackage(BASE + "..").and(not(
                resideInAPackage(BASE + ".shared.time")))).should(readTheMachinesClock()).check(MAIN);
    }

    @Test
    void everythingIsInjectedIntoConstructors() {
        noFields().should().beAnnotatedWith(Inject.class).orShould().beAnnotatedWith(
                ConfigProperty.class).orShould().beAnnotatedWith(PersistenceContext.class).check(MAIN);
    }

    @Test
    void entitiesKeepTheirFieldsPrivate() {
        fields().that().areDeclaredInClassesThat().areAnnotatedWith(
                Entity.class).and().areNotStatic().should().bePrivate().allowEmptyShould(true).check(
                        MAIN);
    }

    @Test
    void namesSayWhatAThingIs() {
        noClasses().should().haveNameMatching(".*(Impl|Util|Utils|Manager|DTO|Dto|DAO|Dao)(\\$.*)?").check(MAIN);
    }

    @Test
    void everyPackageIsNullMarked() {
        Set<String> marked = Features.nullMarkedPackages();
        assertThat(MAIN.stream().map(JavaClass::getPackageName).distinct()).allMatch(marked::contains);
    }

    private static Stream<JavaMethod> resourceMethods() {
        return MAIN.stream().flatMap(type -> type.getMethods().stream()).filter(ArchitectureTest::isResourceMethod);
    }

    private static boolean isResourceMethod(JavaMethod method) {
        return method.getAnnotations().stream().anyMatch(
                annotation -> annotation.getRawType().isAnnotatedWith(HttpMethod.class));
    }

    private static Stream<JavaClass> signature(JavaMethod method) {
        return Stream.concat(method.getReturnType().getAllInvolvedRawTypes().stream(),
                method.getParameterTypes().stream().flatMap(type -> type.getAllInvolvedRawTypes().stream()));
    }

    private static ArchCondition<JavaClass> readTheMachinesClock() {
        Set<String> clocks = Stream.of(Instant.class, LocalDate.class, LocalDateTime.class, OffsetDateTime.class,
                ZonedDateTime.class).map(type -> type.getName() + ".now").collect(
                        Collectors.toSet());
        return new ArchCondition<>("read the machine's clock") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getMethodCallsFromSelf().forEach(call -> {
                    String name = call.getTargetOwner().getName() + "." + call.getName();
                    boolean reads = clocks.contains(name) || name.startsWith(Clock.class.getName() + ".system")
                            || name.equals("java.lang.System.currentTimeMillis")
                            || name.equals("java.util.Date.<init>");
                    events.add(new SimpleConditionEvent(type, reads, call.getDescription()));
                });
            }
        };
    }
}
