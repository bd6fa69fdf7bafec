package org.zhengdun.tasks;

/** What waits to be done; tasks that are due on one day come in this order. */
enum TaskKind {
    /** A nomination is to be submitted for review, for the first time or after its return. */
    SUBMIT_NOMINATION(TaskKind.MOVES),
    /** A nomination is to be reviewed: confirmed, returned or rejected. */
    REVIEW_NOMINATION(TaskKind.MOVES),
    /** A department was asked for its opinion on a nomination. */
    ANSWER_OPINION("/api/v1/cases/{case}/opinions/{subject}/answer"),
    /** The plan of a confirmed case is to be started. */
    START_PLANNING(TaskKind.MOVES),
    /** The plan is to be written and submitted. */
    SUBMIT_PLAN(TaskKind.MOVES),
    /** A submitted plan is to be approved or returned. */
    APPROVE_PLAN(TaskKind.MOVES),
    /** An approved plan was changed and waits to be approved again. */
    REAPPROVE_PLAN(TaskKind.MOVES),
    /** A measure is to be carried out. */
    FINISH_MEASURE("/api/v1/cases/{case}/measures/{subject}/done"),
    /** No measure of a problem is open: it is to be reported done, with evidence. */
    REPORT_PROBLEM_DONE("/api/v1/cases/{case}/problems/{subject}/transitions"),
    /** A problem that was reported done is to be checked, and closed or opened again. */
    CLOSE_PROBLEM("/api/v1/cases/{case}"),
    /** Nothing is open any more: the township is to check its own work. */
    SELF_CHECK(TaskKind.MOVES),
    /** Acceptance is to be applied for. */
    APPLY_FOR_ACCEPTANCE(TaskKind.MOVES),
    /** A team of inspectors is to be formed. */
    FORM_CHECK("/api/v1/cases/{case}/checks"),
    /** A running check is to be recorded and completed. */
    RECORD_CHECK("/api/v1/cases/{case}/checks/{subject}"),
    /** A completed check is to be judged. */
    JUDGE_ACCEPTANCE(TaskKind.MOVES),
    /** A later due date or a stop of the clock was asked for. */
    DECIDE_EXTENSION("/api/v1/cases/{case}/extensions/{subject}/decision"),
    /** A look-back is to be held. */
    HOLD_LOOK_BACK("/api/v1/cases/{case}/look-backs/{subject}/record"),
    /** A look-back found a relapse: the transformation is to be revoked. */
    REVOKE(TaskKind.MOVES),
    /** Observation ended well: the case is to be closed. */
    CLOSE_CASE(TaskKind.MOVES),
    /** A monthly report is to be submitted. */
    SUBMIT_REPORT("/api/v1/monthly-reports"),
    /** A case was not transformed for years: what followed is to be recorded. */
    HANDLE_ALERT("/api/v1/cases/{case}/accountability-alerts/{subject}/handling"),
    /** A case was drawn for a spot check: the check is to be started. */
    START_SPOT_CHECK("/api/v1/cases/{case}/spot-checks");

    private static final String MOVES = "/api/v1/cases/{case}/transitions";

    private final String path;

    TaskKind(String path) {
        this.path = path;
    }

    /** Where the task is done. */
    String href(long caseId, long subjectId) {
        return path.replace("{case}", Long.toString(caseId)).replace("{subject}", Long.toString(subjectId));
    }
}
