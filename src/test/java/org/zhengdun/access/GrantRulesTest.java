package org.zhengdun.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhengdun.organization.Unit;
import org.zhengdun.organization.UnitKind;
import org.zhengdun.shared.problem.Invalid;
import org.zhengdun.shared.problem.ProblemException;
import org.zhengdun.shared.problem.ProblemType;
import org.zhengdun.shared.security.Role;

class GrantRulesTest {

    private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");

    @ParameterizedTest
    @CsvSource({"BRANCH,BRANCH", "TOWNSHIP,TOWNSHIP", "TOWNSHIP,COMMITTEE", "COUNTY_ORG,COUNTY", "COUNTY_DEPT,COUNTY",
            "CITY_ORG,CITY", "PROVINCE_ORG,PROVINCE", "PROVINCE_ORG,NATION", "STATISTICS,CITY", "SYSADMIN,TOWNSHIP"})
    void grantsARoleAtItsLevel(Role role, UnitKind kind) {
        assertThatCode(
                () -> GrantRules.require(proposal(role, unit(kind, null), null, Set.of()))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({"BRANCH,TOWNSHIP", "TOWNSHIP,COUNTY", "COUNTY_ORG,CITY", "CITY_ORG,PROVINCE", "PROVINCE_ORG,COUNTY"})
    void refusesARoleAtAnotherLevel(Role role, UnitKind kind) {
        assertThat(pointers(proposal(role, unit(kind, null), null, Set.of()))).containsExactly("/role");
    }

    @ParameterizedTest
    @CsvSource({"HELPER", "INSPECTOR"})
    void assignedRolesAreNeverGranted(Role role) {
        assertThat(pointers(proposal(role, unit(UnitKind.COUNTY, null), null, Set.of()))).containsExactly("/role");
    }

    @Test
    void collectsAllUnfitValues() {
        assertThat(pointers(proposal(Role.COUNTY_ORG, unit(UnitKind.CITY, LocalDate.EPOCH), NOW.minusSeconds(1),
                Set.of()))).containsExactly("/role", "/orgUnitId", "/validTo");
    }

    @ParameterizedTest
    @CsvSource({"SYSADMIN,AUDITOR", "SYSADMIN,COUNTY_ORG", "AUDITOR,SYSADMIN", "COUNTY_ORG,AUDITOR", "AUDITOR,HELPER"})
    void administratorsAndBusinessNeverMeet(Role role, Role held) {
        assertThat(problem(proposal(role, unit(UnitKind.COUNTY, null), null, Set.of(held))).type()).isEqualTo(
                ProblemType.RULE_VIOLATED);
    }

    @Test
    void businessRolesMeet() {
        assertThatCode(() -> GrantRules.require(proposal(Role.COUNTY_ORG, unit(UnitKind.COUNTY, null),
                NOW.plus(Duration.ofDays(1)), Set.of(Role.TOWNSHIP, Role.HELPER)))).doesNotThrowAnyException();
    }

    @Test
    void nobodyGrantsHimself() {
        GrantProposal own = new GrantProposal(1, 1, Role.SYSADMIN, null, unit(UnitKind.COUNTY, null), NOW, NOW, null,
                Set.of(Role.SYSADMIN));
        assertThat(problem(own).type()).isEqualTo(ProblemType.RULE_VIOLATED);
    }

    private static List<String> pointers(GrantProposal proposal) {
        return problem(proposal).errors().stream().map(Invalid::pointer).toList();
    }

    private static ProblemException problem(GrantProposal proposal) {
        return catchThrowableOfType(ProblemException.class, () -> GrantRules.require(proposal));
    }

    private static GrantProposal proposal(Role role, Unit unit, @Nullable Instant validTo, Set<Role> held) {
        return new GrantProposal(1, 2, role, null, unit, NOW, NOW, validTo, held);
    }

    private static Unit unit(UnitKind kind, @Nullable LocalDate closedOn) {
        return new Unit(5, "5", "unit", kind, null, new int[]{1, 5}, closedOn);
    }
}
