package org.zhengdun.access;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

import org.zhengdun.organization.UnitKind;
import org.zhengdun.shared.problem.Invalid;
import org.zhengdun.shared.problem.ProblemException;
import org.zhengdun.shared.security.Role;

/** What a new grant must keep: separation of duties first, then its values. */
final class GrantRules {

    /** A rule of separation by its stable name. */
    private record Separation(String rule, Predicate<GrantProposal> kept) {}

    /** A rule about one value of the request. */
    private record Fitness(String pointer, String code, Predicate<GrantProposal> kept) {}

    private static final List<Separation> SEPARATIONS = List.of(
            new Separation("nobody-changes-own-grants", proposal -> !proposal.isForHimself()),
            new Separation("administrators-apart", GrantProposal::keepsAdministratorsApart));

    private static final List<Fitness> FITNESSES = List.of(
            new Fitness("/role", "grant.assigned-role", proposal -> !proposal.role().isAssigned()),
            new Fitness("/role", "grant.role-level",
                    proposal -> levels(proposal.role()).contains(proposal.unit().kind())),
            new Fitness("/department", "grant.department", GrantProposal::fitsItsDepartment),
            new Fitness("/orgUnitId", "unit.closed", proposal -> proposal.unit().closedOn() == null),
            new Fitness("/validTo", "grant.period", GrantProposal::liesAhead));

    private GrantRules() {}

    static void require(GrantProposal proposal) {
        SEPARATIONS.stream().filter(separation -> !separation.kept().test(proposal)).findFirst().ifPresent(broken -> {
            throw ProblemException.ruleViolated(broken.rule());
        });
        List<Invalid> unfit = FITNESSES.stream().filter(fitness -> !fitness.kept().test(proposal)).map(
                fitness -> Invalid.of(fitness.pointer(), fitness.code())).toList();
        if (!unfit.isEmpty()) {
            throw ProblemException.invalid(unfit);
        }
    }

    /** Kinds of units at which a role may be granted. */
    private static Set<UnitKind> levels(Role role) {
        return switch (role) {
            case BRANCH -> EnumSet.of(UnitKind.BRANCH);
            case TOWNSHIP -> EnumSet.of(UnitKind.TOWNSHIP, UnitKind.COMMITTEE);
            case COUNTY_ORG, COUNTY_DEPT -> EnumSet.of(UnitKind.COUNTY);
            case CITY_ORG -> EnumSet.of(UnitKind.CITY);
            case PROVINCE_ORG -> EnumSet.of(UnitKind.PROVINCE, UnitKind.NATION);
            case HELPER, INSPECTOR, STATISTICS, DISCIPLINE, AUDITOR, SYSADMIN -> EnumSet.allOf(UnitKind.class);
        };
    }
}
