package org.zhengdun.cases;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import org.jdbi.v3.core.Jdbi;
import org.zhengdun.organization.BranchKind;
import org.zhengdun.shared.problem.Message;
import org.zhengdun.shared.time.Days;

/** Reads the facts that the gates look at, in a number of statements that depends on the state alone. */
@ApplicationScoped
class CaseFactsReader {

    /** The plan as text, for its hash: problems and measures with their terms, in one order. */
    private static final String PLAN_TEXT = """
            (SELECT encode(sha256(convert_to(coalesce(string_agg(concat_ws('|', p.id, p.category, p.fact, m.id, m.kind,
                    m.description, m.starts_on, m.due_on), E'\\n' ORDER BY p.id, m.id), ''), 'UTF8')), 'hex')
             FROM problem p LEFT JOIN measure m ON m.problem_id = p.id WHERE p.case_id = c.id)
            """;

    private static final String SQL = """
            SELECT c.branch_kind, c.round_id, c.observation_ends_on,
                (SELECT count(*) FROM problem p WHERE p.case_id = c.id) AS problems,
                (SELECT count(*) FROM problem p WHERE p.case_id = c.id AND p.state <> 'CLOSED') AS open_problems,
                (SELECT count(*) FROM problem p WHERE p.case_id = c.id AND p.state <> 'CLOSED'
                    AND p.pending_reason IS NULL) AS unexplained,
                (SELECT count(*) FROM problem p WHERE p.case_id = c.id AND p.state <> 'CLOSED' AND NOT EXISTS (
                    SELECT FROM measure m WHERE m.problem_id = p.id)) AS without_measure,
                (SELECT count(*) FROM measure m WHERE m.case_id = c.id AND m.state = 'OPEN' AND m.due_on > c.deadline)
                    AS beyond_deadline,
                (SELECT count(*) FROM problem p WHERE p.case_id = c.id AND p.state = 'CLOSED' AND NOT EXISTS (
                    SELECT FROM evidence_note e WHERE e.case_id = c.id AND e.problem_id = p.id)) AS without_evidence,
                (SELECT count(*) FROM look_back l WHERE l.case_id = c.id AND NOT l.cancelled
                    AND l.result IS DISTINCT FROM 'STABLE') AS unstable,
                EXISTS (SELECT FROM look_back l WHERE l.case_id = c.id AND NOT l.cancelled AND l.result = 'RELAPSED')
                    AS relapsed,
                c.plan_hash IS NOT NULL AND c.plan_hash <> %s AS plan_stale
            FROM rectification_case c WHERE c.id = :case""".formatted(PLAN_TEXT);

    private final Jdbi jdbi;
    private final Days days;

    CaseFactsReader(Jdbi jdbi, Days days) {
        this.jdbi = jdbi;
        this.days = days;
    }

    CaseFacts read(CaseKey key) {
        Row row = jdbi.withHandle(handle -> handle.createQuery(SQL).bind("case", key.caseId()).map(
                (columns, context) -> new Row(BranchKind.valueOf(columns.getString("branch_kind")),
                        columns.getLong("round_id"), columns.getInt("problems"), columns.getInt("open_problems"),
                        columns.getInt("unexplained"), columns.getInt("without_measure"),
                        columns.getInt("beyond_deadline"), columns.getInt("without_evidence"),
                        columns.getBoolean("plan_stale"), columns.getBoolean("relapsed"),
                        Optional.ofNullable(columns.getObject("observation_ends_on", LocalDate.class)),
                        columns.getInt("unstable"))).one());
        return new CaseFacts(row.problems(), row.open(), row.unexplained(), row.withoutMeasure(), row.beyondDeadline(),
                row.withoutEvidence(), row.planStale(), List.<String>of(), false, List.<Message>of(),
                row.relapsed(), row.observationEnd().map(end -> !days.today().isBefore(end)).orElse(false),
                row.unstable());
    }

    /** The hash of the plan as it stands. */
    String planHash(long caseId) {
        return jdbi.withHandle(handle -> handle.createQuery(
                "SELECT " + PLAN_TEXT + " FROM rectification_case c WHERE c.id = :case").bind("case", caseId).mapTo(
                        String.class).one());
    }

    private record Row(BranchKind branchKind, long roundId, int problems, int open, int unexplained,
            int withoutMeasure, int beyondDeadline, int withoutEvidence, boolean planStale, boolean relapsed,
            Optional<LocalDate> observationEnd, int unstable) {}
}
