package org.zhengdun.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.zhengdun.shared.security.Permission;
import org.zhengdun.shared.security.Role;

/** The moves of one problem against docs/domain.md section 4, rule 8. */
class ProblemActionTest {

    /** Who moves ordinary problems | who moves restricted ones. */
    private static final String EXPECTED = """
            MARK_DONE OPEN>DONE | branch helper township | helper township
            CLOSE DONE>CLOSED | county_org township | county_org
            REOPEN CLOSED,DONE>OPEN | county_org township | county_org""";

    @Test
    void problemsAreReportedByTheExecutorAndClosedByTownshipOrCounty() {
        assertThat(Arrays.stream(ProblemAction.values()).map(ProblemActionTest::line).collect(
                Collectors.joining("\n"))).isEqualTo(EXPECTED);
    }

    @ParameterizedTest
    @EnumSource
    void whoeverMayMoveAProblemHasTheRight(ProblemAction action) {
        assertThat(Permission.PROBLEM_MOVE.roles()).containsAll(action.roles(false)).containsAll(action.roles(true));
    }

    @Test
    void whoReportsDoneByAssignmentDoesNotClose() {
        assertThat(ProblemAction.CLOSE.roles(false)).doesNotContain(Role.HELPER, Role.BRANCH);
        assertThat(ProblemAction.REOPEN.roles(true)).containsExactly(Role.COUNTY_ORG);
    }

    private static String line(ProblemAction action) {
        return "%s %s>%s | %s | %s".formatted(action,
                action.sources().stream().map(Enum::name).sorted().collect(Collectors.joining(",")), action.target(),
                names(action, false), names(action, true));
    }

    private static String names(ProblemAction action, boolean restricted) {
        return action.roles(restricted).stream().map(Role::tokenName).sorted().collect(Collectors.joining(" "));
    }
}
