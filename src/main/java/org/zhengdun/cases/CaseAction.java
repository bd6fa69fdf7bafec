package org.zhengdun.cases;

import static org.zhengdun.cases.CaseState.ACCEPTANCE;
import static org.zhengdun.cases.CaseState.CANCELLED;
import static org.zhengdun.cases.CaseState.CLOSED;
import static org.zhengdun.cases.CaseState.CONFIRMED;
import static org.zhengdun.cases.CaseState.NOMINATED;
import static org.zhengdun.cases.CaseState.PLANNING;
import static org.zhengdun.cases.CaseState.PLAN_SUBMITTED;
import static org.zhengdun.cases.CaseState.RECTIFYING;
import static org.zhengdun.cases.CaseState.REJECTED;
import static org.zhengdun.cases.CaseState.RETURNED;
import static org.zhengdun.cases.CaseState.SELF_CHECKED;
import static org.zhengdun.cases.CaseState.TRANSFORMED;
import static org.zhengdun.cases.CaseState.UNDER_REVIEW;
import static org.zhengdun.shared.security.Role.CITY_ORG;
import static org.zhengdun.shared.security.Role.COUNTY_ORG;
import static org.zhengdun.shared.security.Role.TOWNSHIP;

import java.util.List;
import java.util.Set;

import org.zhengdun.organization.UnitKind;
import org.zhengdun.shared.security.Role;

/**
 * The lifecycle table of docs/domain.md section 4: the only truth about which moves exist. Published at
 * {@code GET /lifecycle}, rendered in docs/lifecycle.md, run by {@link MoveCase}.
 */
enum CaseAction {
    /** The township submits the nomination for review (rule 2). */
    SUBMIT(new Row(2).from(NOMINATED, RETURNED).to(UNDER_REVIEW).by(TOWNSHIP).notifies(UnitKind.COUNTY).needs(
            TransitionField.MEETING_ON)),
    /** The county sends the nomination back (rule 3). */
    RETURN(new Row(3).from(UNDER_REVIEW).to(RETURNED).by(COUNTY_ORG).notifies(
            UnitKind.TOWNSHIP).decidesNomination().needs(TransitionField.REASON)),
    /** The county does not list the branch (rule 3). */
    REJECT(new Row(3).from(UNDER_REVIEW).to(REJECTED).by(COUNTY_ORG).notifies(
            UnitKind.TOWNSHIP).decidesNomination().needs(TransitionField.REASON)),
    /** The county lists the branch by decision and files it with the city (rule 4). */
    CONFIRM(new Row(4).from(UNDER_REVIEW).to(CONFIRMED).by(COUNTY_ORG).notifies(
            UnitKind.CITY).decidesNomination().needs(TransitionField.DECIDED_ON,
                    TransitionField.DOCUMENT_NUMBER).mayHave(TransitionField.DEADLINE)),
    /** The township starts the plan (rule 5). */
    START_PLANNING(new Row(5).from(CONFIRMED).to(PLANNING).by(TOWNSHIP).notifies(UnitKind.COUNTY)),
    /** The township submits the plan (rule 6). */
    SUBMIT_PLAN(new Row(6).from(PLANNING).to(PLAN_SUBMITTED).by(TOWNSHIP).notifies(UnitKind.COUNTY).gates(
            Gate.EVERY_PROBLEM_HAS_A_MEASURE, Gate.EVERY_MEASURE_HAS_A_DATE, Gate.MEASURES_WITHIN_DEADLINE)),
    /** The county sends the plan back (rule 7). */
    RETURN_PLAN(new Row(7).from(PLAN_SUBMITTED).to(PLANNING).by(COUNTY_ORG).notifies(UnitKind.TOWNSHIP).needs(
            TransitionField.REASON)),
    /** The county approves the plan; its hash is stored (rule 7). */
    APPROVE_PLAN(new Row(7).from(PLAN_SUBMITTED).to(RECTIFYING).by(COUNTY_ORG).notifies(UnitKind.TOWNSHIP).gates(
            Gate.HELPER_TEMPLATE_COMPLETE)),
    /** The county approves what was changed after the approval; a self-check made before is made again (rule 7). */
    REAPPROVE_PLAN(new Row(7).from(RECTIFYING, SELF_CHECKED).to(RECTIFYING).by(COUNTY_ORG).notifies(
            UnitKind.TOWNSHIP).mayHave(TransitionField.REASON).gates(Gate.PLAN_CHANGED,
                    Gate.EVERY_PROBLEM_HAS_A_MEASURE, Gate.EVERY_MEASURE_HAS_A_DATE, Gate.MEASURES_WITHIN_DEADLINE)),
    /** The township reports its own check (rule 9). */
    SELF_CHECK(new Row(9).from(RECTIFYING).to(SELF_CHECKED).by(TOWNSHIP).notifies(UnitKind.COUNTY).needs(
            TransitionField.SELF_CHECK).mayHave(TransitionField.PENDING).gates(Gate.PROBLEMS_CLOSED_OR_PENDING,
                    Gate.EVIDENCE_ON_CLOSED_PROBLEMS, Gate.NO_PENDING_EXTENSION, Gate.PLAN_NOT_STALE,
                    Gate.HELPER_TEMPLATE_COMPLETE)),
    /** The township applies for acceptance (rule 10). */
    APPLY_FOR_ACCEPTANCE(new Row(10).from(SELF_CHECKED).to(ACCEPTANCE).by(TOWNSHIP).notifies(UnitKind.COUNTY).gates(
            Gate.PROBLEMS_CLOSED_OR_PENDING, Gate.EVIDENCE_ON_CLOSED_PROBLEMS, Gate.PLAN_NOT_STALE,
            Gate.NO_PENDING_EXTENSION)),
    /** The county accepts: observation starts and look-backs are scheduled (rule 11). */
    TRANSFORM(new Row(11).from(ACCEPTANCE).to(TRANSFORMED).by(COUNTY_ORG).notifies(UnitKind.TOWNSHIP).mayHave(
            TransitionField.REASON).gates(Gate.CHECK_COMPLETED, Gate.CHECK_PASSED, Gate.NO_OPEN_PROBLEM,
                    Gate.EVIDENCE_ON_CLOSED_PROBLEMS, Gate.PLAN_NOT_STALE,
                    Gate.NO_PENDING_EXTENSION, Gate.HELPER_TEMPLATE_COMPLETE).judgesAcceptance()),
    /** The county passes the case only basically: consolidation and a second check (rule 12). */
    BASICALLY_PASS(new Row(12).from(ACCEPTANCE).to(ACCEPTANCE).by(COUNTY_ORG).notifies(UnitKind.TOWNSHIP).needs(
            TransitionField.TASKS, TransitionField.SECOND_CHECK_ON).gates(Gate.CHECK_COMPLETED,
                    Gate.NOT_FAILED_OUTRIGHT).judgesAcceptance()),
    /** The county fails the case: back to work with a new deadline, helpers stay (rule 13). */
    FAIL_ACCEPTANCE(new Row(13).from(ACCEPTANCE).to(RECTIFYING).by(COUNTY_ORG).notifies(UnitKind.TOWNSHIP).needs(
            TransitionField.REASON, TransitionField.DEADLINE).gates(Gate.CHECK_COMPLETED).judgesAcceptance()),
    /** The branch fell back within observation; counted as relapse (rule 14). */
    REVOKE(new Row(14).from(TRANSFORMED).to(RECTIFYING).by(COUNTY_ORG, CITY_ORG).notifies(UnitKind.TOWNSHIP).needs(
            TransitionField.REASON, TransitionField.DEADLINE).mayHave(TransitionField.CATEGORY).gates(
                    Gate.RELAPSE_ON_RECORD)),
    /** Observation ended well: helpers are released (rule 15). */
    CLOSE(new Row(15).from(TRANSFORMED).to(CLOSED).by(COUNTY_ORG).notifies(UnitKind.TOWNSHIP).mayHave(
            TransitionField.REASON).gates(Gate.NO_RELAPSE_ON_RECORD, Gate.NO_SPOT_CHECK_RUNNING,
                    Gate.OBSERVATION_OVER, Gate.LOOK_BACKS_STABLE, Gate.NO_OPEN_PROBLEM,
                    Gate.EVIDENCE_ON_CLOSED_PROBLEMS)),
    /** The case ends without rectification (rule 16). */
    CANCEL(new Row(16).from(CaseState.ACTIVE.toArray(CaseState[]::new)).to(CANCELLED).by(COUNTY_ORG).notifies(
            UnitKind.TOWNSHIP).needs(TransitionField.REASON, TransitionField.OUTCOME).gates(
                    Gate.NO_RELAPSE_ON_RECORD, Gate.NO_SPOT_CHECK_RUNNING));

    private final Row row;

    CaseAction(Row row) {
        this.row = row;
    }

    Set<CaseState> sources() {
        return row.sources;
    }

    CaseState target() {
        return row.target;
    }

    Set<Role> roles() {
        return row.roles;
    }

    List<TransitionField> required() {
        return row.required;
    }

    List<TransitionField> optional() {
        return row.optional;
    }

    List<Gate> gates() {
        return row.gates;
    }

    /** Whether the actor must not be the proposer. */
    boolean isDecisionOnNomination() {
        return row.decidesNomination;
    }

    /** Whether the actor must have no other part in the case, now or formerly. */
    boolean isJudgementOfAcceptance() {
        return row.judgesAcceptance;
    }

    /** Level of the unit that gets the notice of this move. */
    UnitKind notified() {
        return row.notified;
    }

    /** Number of the rule in docs/domain.md section 4. */
    int rule() {
        return row.rule;
    }

    /** One row of the table while it is written. */
    private static final class Row {

        private final int rule;
        private Set<CaseState> sources = Set.of();
        private CaseState target = NOMINATED;
        private Set<Role> roles = Set.of();
        private List<TransitionField> required = List.of();
        private List<TransitionField> optional = List.of();
        private List<Gate> gates = List.of();
        private UnitKind notified = UnitKind.TOWNSHIP;
        private boolean decidesNomination;
        private boolean judgesAcceptance;

        Row(int rule) {
            this.rule = rule;
        }

        Row from(CaseState... states) {
            sources = Set.of(states);
            return this;
        }

        Row to(CaseState state) {
            target = state;
            return this;
        }

        Row by(Role... actors) {
            roles = Set.of(actors);
            return this;
        }

        Row needs(TransitionField... fields) {
            required = List.of(fields);
            return this;
        }

        Row mayHave(TransitionField... fields) {
            optional = List.of(fields);
            return this;
        }

        Row gates(Gate... conditions) {
            gates = List.of(conditions);
            return this;
        }

        Row notifies(UnitKind level) {
            notified = level;
            return this;
        }

        Row decidesNomination() {
            decidesNomination = true;
            return this;
        }

        Row judgesAcceptance() {
            judgesAcceptance = true;
            return this;
        }
    }
}
