package org.zhengdun.tasks;

import static org.zhengdun.shared.security.Role.BRANCH;
import static org.zhengdun.shared.security.Role.CITY_ORG;
import static org.zhengdun.shared.security.Role.COUNTY_DEPT;
import static org.zhengdun.shared.security.Role.COUNTY_ORG;
import static org.zhengdun.shared.security.Role.HELPER;
import static org.zhengdun.shared.security.Role.INSPECTOR;
import static org.zhengdun.shared.security.Role.PROVINCE_ORG;
import static org.zhengdun.shared.security.Role.TOWNSHIP;

import java.util.List;
import java.util.Set;

import org.zhengdun.deadlines.GrantedBefore;
import org.zhengdun.shared.security.Role;

/**
 * One kind of task for some roles: where it is found and under which condition. A feature that lets somebody wait for
 * somebody else adds a row here; the parameters are {@code :me} and {@code :today}.
 */
record TaskSource(TaskKind kind, Set<Role> roles, TaskBase base, String condition) {

    private static final String IN_WORK = " AND c.state IN ('RECTIFYING', 'SELF_CHECKED')";
    private static final String UNTIL_JUDGED = " AND c.state IN ('RECTIFYING', 'SELF_CHECKED', 'ACCEPTANCE')";
    private static final String DONE = " AND EXISTS (SELECT FROM problem p WHERE p.case_id = c.id AND p.state = 'DONE' AND %s)";
    private static final String TO_CARRY_OUT = """
            AND d.kind = 'MEASURE' AND (c.state IN ('RECTIFYING', 'SELF_CHECKED') OR c.state = 'ACCEPTANCE' AND EXISTS (
               SELECT FROM measure m JOIN problem p ON p.id = m.problem_id
               WHERE m.id = d.subject_id AND p.pending_reason IS NOT NULL))""";
    private static final String NOTHING_OPEN = """
            AND NOT EXISTS (
               SELECT FROM problem p WHERE p.case_id = c.id AND p.state <> 'CLOSED' AND p.pending_reason IS NULL)""";
    private static final String NO_EXTENSION = """
            AND NOT EXISTS (SELECT FROM extension x WHERE x.case_id = c.id AND x.state = 'PENDING')""";
    private static final String CHECKED = """
            EXISTS (SELECT FROM acceptance_check k WHERE k.case_id = c.id AND k.state = 'COMPLETED'
               AND k.purpose = 'ACCEPTANCE' AND k.formed_at >= c.acceptance_since)""";
    private static final String RUNNING = """
            EXISTS (SELECT FROM acceptance_check k WHERE k.case_id = c.id AND k.state = 'RUNNING')""";
    private static final String MY_CHECK = """
            AND EXISTS (SELECT FROM acceptance_check k JOIN check_member m ON m.check_id = k.id
               WHERE k.case_id = c.id AND k.state = 'RUNNING' AND m.account_id = :me)""";
    private static final String UNINVOLVED = """
            AND NOT EXISTS (SELECT FROM case_participant p
               WHERE p.case_id = c.id AND p.account_id = :me AND p.part <> 'INSPECTOR')""";
    private static final String RELAPSED = """
            AND (EXISTS (SELECT FROM look_back l WHERE l.case_id = c.id AND NOT l.cancelled AND l.result = 'RELAPSED'
                  AND l.recorded_at >= c.transformed_at)
               OR NOT coalesce((SELECT k.passed FROM acceptance_check k WHERE k.case_id = c.id AND k.state = 'COMPLETED'
                  AND k.purpose = 'SPOT_CHECK' AND k.formed_at >= c.transformed_at ORDER BY k.id DESC LIMIT 1), true))""";
    private static final String OBSERVED = """
            AND c.observation_ends_on <= :today AND NOT EXISTS (
               SELECT FROM look_back l WHERE l.case_id = c.id AND NOT l.cancelled
                 AND (l.recorded_at IS NULL OR l.recorded_at >= c.transformed_at) AND NOT is_settled(l))""";

    private static final String OF_MY_DEPARTMENT = """
            AND EXISTS (SELECT FROM access_grant g WHERE g.account_id = :me AND g.role = 'COUNTY_DEPT'
               AND g.department = o.department AND g.org_unit_id = ANY (o.ancestors) AND g.revoked_at IS NULL
               AND g.valid_from <= now() AND coalesce(g.valid_to, 'infinity') > now())""";

    /** Every source; the order of kinds is the one of {@link TaskKind}. */
    static final List<TaskSource> ALL = List.of(
            ofCase(TaskKind.SUBMIT_NOMINATION, TOWNSHIP, " AND c.state IN ('NOMINATED', 'RETURNED')"),
            ofCase(TaskKind.REVIEW_NOMINATION, COUNTY_ORG, " AND c.state = 'UNDER_REVIEW' AND c.proposed_by <> :me"),
            new TaskSource(TaskKind.ANSWER_OPINION, Set.of(COUNTY_DEPT), TaskBase.OPINION, OF_MY_DEPARTMENT),
            ofDeadline(TaskKind.START_PLANNING, Set.of(TOWNSHIP), " AND d.kind = 'PLAN' AND c.state = 'CONFIRMED'"),
            ofDeadline(TaskKind.SUBMIT_PLAN, Set.of(TOWNSHIP), " AND d.kind = 'PLAN' AND c.state = 'PLANNING'"),
            ofCase(TaskKind.APPROVE_PLAN, COUNTY_ORG, " AND c.state = 'PLAN_SUBMITTED'"),
            ofCase(TaskKind.REAPPROVE_PLAN, COUNTY_ORG, IN_WORK + " AND c.plan_stale"),
            ofDeadline(TaskKind.FINISH_MEASURE, Set.of(BRANCH, TOWNSHIP, HELPER), TO_CARRY_OUT),
            new TaskSource(TaskKind.REPORT_PROBLEM_DONE, Set.of(BRANCH), TaskBase.PROBLEM, " AND NOT p.restricted"),
            new TaskSource(TaskKind.REPORT_PROBLEM_DONE, Set.of(TOWNSHIP, HELPER), TaskBase.PROBLEM, ""),
            ofCase(TaskKind.CLOSE_PROBLEM, TOWNSHIP, UNTIL_JUDGED + DONE.formatted("NOT p.restricted")),
            ofCase(TaskKind.CLOSE_PROBLEM, COUNTY_ORG, UNTIL_JUDGED + DONE.formatted("p.restricted")),
            ofCase(TaskKind.SELF_CHECK, TOWNSHIP,
                    " AND c.state = 'RECTIFYING' AND NOT c.plan_stale " + NOTHING_OPEN + NO_EXTENSION),
            ofCase(TaskKind.APPLY_FOR_ACCEPTANCE, TOWNSHIP,
                    " AND c.state = 'SELF_CHECKED'" + NOTHING_OPEN + NO_EXTENSION),
            ofCase(TaskKind.FORM_CHECK, COUNTY_ORG,
                    " AND c.state = 'ACCEPTANCE' AND coalesce(c.second_check_on <= :today::date, true) AND NOT "
                            + RUNNING
                            + " AND NOT " + CHECKED),
            new TaskSource(TaskKind.RECORD_CHECK, Set.of(INSPECTOR, COUNTY_ORG, CITY_ORG, PROVINCE_ORG), TaskBase.CASE,
                    MY_CHECK),
            ofCase(TaskKind.JUDGE_ACCEPTANCE, COUNTY_ORG,
                    " AND c.state = 'ACCEPTANCE' AND NOT " + RUNNING + " AND " + CHECKED + UNINVOLVED),
            decision(COUNTY_ORG, " AND NOT " + GrantedBefore.sql("d")),
            decision(CITY_ORG, " AND " + GrantedBefore.sql("d")),
            ofDeadline(TaskKind.HOLD_LOOK_BACK, Set.of(TOWNSHIP),
                    " AND d.kind = 'LOOK_BACK' AND c.state = 'TRANSFORMED' AND d.due_on <= :today::date + 7"),
            new TaskSource(TaskKind.REVOKE, Set.of(COUNTY_ORG, CITY_ORG), TaskBase.OBSERVATION, RELAPSED),
            new TaskSource(TaskKind.CLOSE_CASE, Set.of(COUNTY_ORG), TaskBase.OBSERVATION, OBSERVED),
            ofDeadline(TaskKind.SUBMIT_REPORT, Set.of(TOWNSHIP), " AND d.kind = 'REPORT'"),
            new TaskSource(TaskKind.HANDLE_ALERT, Set.of(CITY_ORG, PROVINCE_ORG), TaskBase.ALERT, ""),
            new TaskSource(TaskKind.START_SPOT_CHECK, Set.of(CITY_ORG, PROVINCE_ORG), TaskBase.SPOT_CHECK, ""));

    private static TaskSource ofCase(TaskKind kind, Role role, String condition) {
        return new TaskSource(kind, Set.of(role), TaskBase.CASE, condition);
    }

    private static TaskSource ofDeadline(TaskKind kind, Set<Role> roles, String condition) {
        return new TaskSource(kind, roles, TaskBase.DEADLINE, condition);
    }

    private static TaskSource decision(Role level, String condition) {
        return new TaskSource(TaskKind.DECIDE_EXTENSION, Set.of(level), TaskBase.EXTENSION,
                condition + " AND x.requested_by <> :me");
    }
}
