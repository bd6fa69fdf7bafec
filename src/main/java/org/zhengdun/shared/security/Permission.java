package org.zhengdun.shared.security;

import static org.zhengdun.shared.security.Role.AUDITOR;
import static org.zhengdun.shared.security.Role.BRANCH;
import static org.zhengdun.shared.security.Role.CITY_ORG;
import static org.zhengdun.shared.security.Role.COUNTY_DEPT;
import static org.zhengdun.shared.security.Role.COUNTY_ORG;
import static org.zhengdun.shared.security.Role.HELPER;
import static org.zhengdun.shared.security.Role.INSPECTOR;
import static org.zhengdun.shared.security.Role.PROVINCE_ORG;
import static org.zhengdun.shared.security.Role.STATISTICS;
import static org.zhengdun.shared.security.Role.SYSADMIN;
import static org.zhengdun.shared.security.Role.TOWNSHIP;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What an operation needs, and the roles that have it (docs/domain.md section 8). */
public enum Permission {
    /** Published tables that need no token. */
    PUBLIC(),
    /** Anything that concerns only the caller himself. */
    SELF(Role.values()),

    /** Read org units. */
    ORG_READ(Role.values()),
    /** Create, rename and move org units, import the tree. */
    ORG_MANAGE(PROVINCE_ORG, SYSADMIN),
    /** Close and merge org units, which ends or hands over their open cases. */
    ORG_CLOSE(PROVINCE_ORG),
    /** Read facts of branches. */
    FACTS_READ(BRANCH, TOWNSHIP, COUNTY_ORG, CITY_ORG, PROVINCE_ORG, STATISTICS),
    /** Report facts of branches. */
    FACTS_WRITE(TOWNSHIP, COUNTY_ORG),

    /** Read grants. */
    GRANT_READ(SYSADMIN, AUDITOR),
    /** Grant and revoke. */
    GRANT_MANAGE(SYSADMIN),
    /** Read, verify and export the audit trail. */
    AUDIT_READ(AUDITOR),
    /** Read requests to erase personal texts of the audit trail. */
    AUDIT_ERASURE_READ(AUDITOR, PROVINCE_ORG),
    /** Ask that personal texts of the audit trail be erased. */
    AUDIT_ERASURE_REQUEST(AUDITOR),
    /** Decide on the erasure of personal texts, never on one's own request. */
    AUDIT_ERASURE_DECIDE(PROVINCE_ORG),

    /** Read effective settings. */
    SETTINGS_READ(TOWNSHIP, COUNTY_ORG, CITY_ORG, PROVINCE_ORG, SYSADMIN),
    /** Change settings of a unit. */
    SETTINGS_WRITE(PROVINCE_ORG, SYSADMIN),
    /** Read calendars of working days. */
    CALENDAR_READ(Role.values()),
    /** Publish calendars of working days. */
    CALENDAR_WRITE(PROVINCE_ORG, SYSADMIN),
    /** Read the problem catalogue and the lifecycle. */
    CATALOGUE_READ(Role.values()),
    /** Add and retire problem categories. */
    CATALOGUE_WRITE(PROVINCE_ORG, COUNTY_ORG),

    /** Read rounds. */
    ROUND_READ(BRANCH, TOWNSHIP, COUNTY_ORG, COUNTY_DEPT, CITY_ORG, PROVINCE_ORG, STATISTICS),
    /** Open and close rounds. */
    ROUND_MANAGE(COUNTY_ORG, CITY_ORG, PROVINCE_ORG),
    /** Read screening records. */
    SCREENING_READ(TOWNSHIP, COUNTY_ORG, CITY_ORG, PROVINCE_ORG),
    /** Record and correct the screening of branches. */
    SCREENING_RECORD(TOWNSHIP, COUNTY_ORG),
    /** Read the coverage and the summary of a round. */
    COVERAGE_READ(TOWNSHIP, COUNTY_ORG, CITY_ORG, PROVINCE_ORG, STATISTICS),

    /** Ask county departments for their opinion on a nomination. */
    OPINION_REQUEST(COUNTY_ORG),
    /** Read opinions on a case; branch and township only after the decision. */
    OPINION_READ(BRANCH, TOWNSHIP, COUNTY_ORG, CITY_ORG, PROVINCE_ORG),
    /** Read and answer what was sent to the caller's own department. */
    OPINION_ANSWER(COUNTY_DEPT),

    /** Read cases with their parts. */
    CASE_READ(BRANCH, TOWNSHIP, COUNTY_ORG, HELPER, INSPECTOR, CITY_ORG, PROVINCE_ORG, STATISTICS),
    /** Read what tells the categories of a single case; not for machines that pull statistics (ADR 24). */
    CASE_CATEGORY_READ(BRANCH, TOWNSHIP, COUNTY_ORG, HELPER, INSPECTOR, CITY_ORG, PROVINCE_ORG),
    /** Nominate a branch. */
    CASE_NOMINATE(TOWNSHIP, COUNTY_ORG),
    /** Move a case; the lifecycle table says which role may do which action. */
    CASE_TRANSITION(TOWNSHIP, COUNTY_ORG, CITY_ORG),
    /** Write the problem, measure and responsibility lists. */
    CASE_PLAN(TOWNSHIP),
    /** Report measures carried out. */
    CASE_PROGRESS(BRANCH, TOWNSHIP, HELPER),
    /** Move a problem; the table of problem moves says which role may do which. */
    PROBLEM_MOVE(BRANCH, TOWNSHIP, HELPER, COUNTY_ORG),
    /** Carry unfinished cases over into the next round. */
    CASE_CARRY_OVER(COUNTY_ORG),
    /** List cases for direct supervision, lift it, record what followed an accountability alert. */
    CASE_SUPERVISE(CITY_ORG, PROVINCE_ORG),
    /** Leave a remark on a case, also on a closed one. */
    CASE_REMARK(TOWNSHIP, COUNTY_ORG, CITY_ORG, PROVINCE_ORG),
    /** Read notices to units. */
    NOTICE_READ(TOWNSHIP, COUNTY_ORG, CITY_ORG, PROVINCE_ORG),
    /** Read monthly reports. */
    REPORT_READ(TOWNSHIP, COUNTY_ORG, CITY_ORG, PROVINCE_ORG),
    /** Submit and correct monthly reports. */
    REPORT_SUBMIT(TOWNSHIP),
    /** Record look-backs. */
    LOOK_BACK_RECORD(TOWNSHIP),
    /** Assign and release helpers. */
    HELPER_ASSIGN(COUNTY_ORG),
    /** Log visits. */
    VISIT_LOG(HELPER),
    /** Read visits. */
    VISIT_READ(BRANCH, TOWNSHIP, COUNTY_ORG, HELPER, INSPECTOR, CITY_ORG, PROVINCE_ORG),
    /** Read the attendance of first secretaries; a helper only his own. */
    ATTENDANCE_READ(TOWNSHIP, COUNTY_ORG, HELPER, CITY_ORG, PROVINCE_ORG),

    /** Send an evidence file: for the work with {@link #EVIDENCE_ADD}, for a check with {@link #CHECK_RECORD}. */
    EVIDENCE_SEND(BRANCH, TOWNSHIP, COUNTY_ORG, HELPER, INSPECTOR, CITY_ORG, PROVINCE_ORG),
    /** Add evidence files of the work. */
    EVIDENCE_ADD(BRANCH, TOWNSHIP, COUNTY_ORG, HELPER),
    /** List and download evidence files. */
    EVIDENCE_READ(BRANCH, TOWNSHIP, COUNTY_ORG, HELPER, INSPECTOR, CITY_ORG, PROVINCE_ORG),

    /** Ask for a later due date or for a stop of the clock. */
    EXTENSION_REQUEST(TOWNSHIP),
    /** Decide on a later due date or a stop of the clock; which level decides depends on what was granted before. */
    EXTENSION_DECIDE(COUNTY_ORG, CITY_ORG),
    /** Let a stopped clock run again before the planned day. */
    DEADLINE_RESUME(COUNTY_ORG),

    /** Read checklists. */
    CHECKLIST_READ(Role.values()),
    /** Draft and publish checklists. */
    CHECKLIST_WRITE(COUNTY_ORG, PROVINCE_ORG),
    /** Form an acceptance team. */
    CHECK_FORM(COUNTY_ORG),
    /** Replace the team of a check or cancel it: the county its acceptance, city and province their spot check. */
    CHECK_TEAM(COUNTY_ORG, CITY_ORG, PROVINCE_ORG),
    /** Record check items and ballots, complete the check; only members of the team, who may be of any of these levels. */
    CHECK_RECORD(INSPECTOR, COUNTY_ORG, CITY_ORG, PROVINCE_ORG),
    /** Read samples for spot checks; they are planned unannounced, so nobody below the checking level sees them. */
    SAMPLE_READ(CITY_ORG, PROVINCE_ORG),
    /** Freeze populations and draw samples. */
    SAMPLE_DRAW(CITY_ORG, PROVINCE_ORG),
    /** Start the spot check of a sampled case. */
    SPOT_CHECK_START(CITY_ORG, PROVINCE_ORG),

    /** Read statistics. */
    STATISTICS_READ(COUNTY_ORG, CITY_ORG, PROVINCE_ORG, STATISTICS),
    /** Freeze figures for publication and correct what was frozen. */
    STATISTICS_PUBLISH(COUNTY_ORG, CITY_ORG, PROVINCE_ORG);

    /** Longest time in days for which a permission may outlast an assignment. */
    public static final int MOST_DAYS_AFTERWARDS = 60;

    private final Set<Role> roles;

    Permission(Role... roles) {
        EnumSet<Role> set = EnumSet.noneOf(Role.class);
        set.addAll(List.of(roles));
        this.roles = Collections.unmodifiableSet(set);
    }

    public Set<Role> roles() {
        return roles;
    }

    /** Whether who held it by an assignment to a case may for a time hand in what he did while the assignment ran. */
    public boolean outlastsAssignment() {
        return this == VISIT_LOG;
    }
}
