package org.zhengdun.contract;

import static java.util.Map.entry;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.zhengdun.shared.security.Role;
import org.zhengdun.support.Contract;

/** Which object a path parameter names, by the path that leads to it; the place to add fixtures of new resources. */
final class Targets {

    private static final String NONEXISTENT = "999999999";
    private static final String JOBS = "/api/v1/jobs/{id}";
    private static final String CASES = "/api/v1/cases/{id}";
    private static final String SCREENINGS = "/api/v1/rounds/{id}/screenings";

    /** Fixtures of objects that belong to a unit. */
    private static final Map<String, Fixture> OF_UNITS = Map.ofEntries(
            entry("/api/v1/org-units/{id}", (world, relation, outer) -> world.unit(relation)),
            entry("/api/v1/org-units/by-code/{code}", (world, relation, outer) -> world.code(relation)),
            entry("/api/v1/settings/{unitId}", (world, relation, outer) -> world.unit(relation)),
            entry("/api/v1/branches/{id}", CaseFixtures::branchWithFacts),
            entry("/api/v1/grants/{id}", CaseFixtures::grant), entry("/api/v1/rounds/{id}", CaseFixtures::round),
            entry(JOBS, CaseFixtures::job), entry("/api/v1/samples/{id}", SampleFixtures::sample),
            entry("/api/v1/samples/{id}/items/{itemId}", SampleFixtures::item),
            entry("/api/v1/statistics/snapshots/{id}", CaseFixtures::snapshot),
            entry("/api/v1/monthly-reports/{id}", CaseFixtures::monthlyReport),
            entry("/api/v1/checklists/{id}", CaseFixtures::checklist), entry(CASES, CaseFixtures::rectificationCase),
            entry(CASES + "/problems/{problemId}", CaseParts::problem),
            entry(CASES + "/measures/{measureId}", CaseParts::measure),
            entry(CASES + "/helpers/{helperId}", CaseParts::helper),
            entry(CASES + "/checks/{checkId}", CaseParts::check),
            entry(CASES + "/look-backs/{lookBackId}", CaseParts::lookBack),
            entry(CASES + "/deadlines/{deadlineId}", CaseParts::deadline),
            entry(CASES + "/extensions/{extensionId}", CaseParts::extension),
            entry(CASES + "/accountability-alerts/{years}", CaseParts::accountabilityAlert),
            entry(CASES + "/opinions/{opinionId}", CaseParts::opinion),
            entry("/api/v1/me/opinions/{opinionId}", CaseParts::opinionOfNewCase),
            entry(SCREENINGS + "/{branchId}", CaseFixtures::screenedBranch),
            entry(CASES + "/visits/{visitId}", CaseParts::visit),
            entry(CASES + "/evidence/{fileId}", CaseParts::evidence));

    /** Fixtures of objects that belong to nobody; whoever has the permission reaches all of them. */
    private static final Map<String, Fixture> NATIONAL = Map.of("/api/v1/catalogue/categories/{code}",
            CaseFixtures::category, "/api/v1/statistics/definitions/{code}", (world, relation, outer) -> "listed");

    /** Who sees jobs that others have started. */
    private static final Set<Role> MANAGERS = Set.of(Role.PROVINCE_ORG, Role.SYSADMIN);

    /** Objects that the subordinates of their unit see, and may not change. */
    private static final Set<String> SEEN_FROM_BELOW = Set.of("/api/v1/rounds/{id}", "/api/v1/checklists/{id}");

    /** Makes an object that belongs to the unit in this relation, a part of the outer one if any, and answers its id. */
    @FunctionalInterface
    interface Fixture {
        Object id(MatrixWorld world, Relation relation, Object outer);
    }

    private final MatrixWorld world;
    private final Map<String, Object> made = new HashMap<>();

    Targets(MatrixWorld world) {
        this.world = world;
    }

    /** Paths to objects for which there is no fixture here. */
    static List<String> missing(Contract.Operation operation) {
        return prefixes(operation).values().stream().filter(prefix -> fixture(prefix).isEmpty()).toList();
    }

    static List<Relation> relations(Contract.Operation operation) {
        if (operation.pathParameters().isEmpty()) {
            return List.of(Relation.OWN);
        }
        return isNational(operation) ? List.of(Relation.OWN, Relation.NONEXISTENT) : List.of(Relation.values());
    }

    /** Whether an allowed caller, assigned or with his grant on the township, reaches the target. */
    static boolean isInScope(Contract.Operation operation, Relation relation, Role role) {
        if (operation.pathParameters().isEmpty() || isNational(operation)) {
            return relation == Relation.OWN;
        }
        if (operation.path().startsWith(JOBS) && !MANAGERS.contains(role)) {
            return false;
        }
        if (role.isAssigned()) {
            return relation == Relation.ASSIGNED && operation.path().startsWith(CASES);
        }
        return relation.isInSubtree() || isSeenFromBelow(operation, relation);
    }

    /** Whether the target belongs to a superior unit and is shown to the caller all the same. */
    static boolean isSeenFromBelow(Contract.Operation operation, Relation relation) {
        return relation == Relation.PARENT && prefixes(operation).values().stream().reduce(
                (outer, inner) -> inner).filter(SEEN_FROM_BELOW::contains).isPresent();
    }

    /** Whether subordinates add to what the superior holds, each for his own branches. */
    static boolean isAddedToFromBelow(Contract.Operation operation) {
        return operation.method().equals("POST") && operation.path().startsWith(SCREENINGS);
    }

    /** The path to the target in this relation. */
    String path(Contract.Operation operation, Relation relation) {
        Map<String, Object> ids = new LinkedHashMap<>();
        Object outer = "";
        for (Map.Entry<String, String> prefix : prefixes(operation).entrySet()) {
            outer = id(prefix.getValue(), relation, outer);
            ids.put(prefix.getKey(), outer);
        }
        return operation.path(ids);
    }

    private Object id(String prefix, Relation relation, Object outer) {
        if (relation == Relation.NONEXISTENT) {
            return NONEXISTENT;
        }
        Object known = made.get(prefix + relation);
        if (known == null) {
            known = fixture(prefix).orElseThrow().id(world, relation, outer);
            made.put(prefix + relation, known);
        }
        return known;
    }

    private static Optional<Fixture> fixture(String prefix) {
        Fixture ofUnit = OF_UNITS.get(prefix);
        return ofUnit == null ? Optional.ofNullable(NATIONAL.get(prefix)) : Optional.of(ofUnit);
    }

    private static boolean isNational(Contract.Operation operation) {
        return prefixes(operation).values().stream().anyMatch(NATIONAL::containsKey);
    }

    /** Each parameter with the path that ends in it. */
    private static Map<String, String> prefixes(Contract.Operation operation) {
        Map<String, String> prefixes = new LinkedHashMap<>();
        for (String parameter : operation.pathParameters()) {
            String name = "{" + parameter + "}";
            prefixes.put(parameter, operation.path().substring(0, operation.path().indexOf(name) + name.length()));
        }
        return prefixes;
    }
}
