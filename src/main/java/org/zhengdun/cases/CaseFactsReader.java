package org.zhengdun.cases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.zhengdun.helpers.Helpers;
import org.zhengdun.organization.BranchKind;
import org.zhengdun.rounds.Rounds;
import org.zhengdun.settings.AcceptanceGates;
import org.zhengdun.settings.HelperKind;
import org.zhengdun.settings.Settings;
import org.zhengdun.shared.persistence.Columns;
import org.zhengdun.shared.time.Days;
import org.zhengdun.verification.AcceptanceResult;
import org.zhengdun.verification.AcceptanceResults;
import org.zhengdun.verification.LookBacks;

/** Reads the facts that the gates look at, in a number of statements that depends on the state alone. */
@ApplicationScoped
class CaseFactsReader {

    /** The plan as text, for its hash: problems and measures with their terms, in one order; extensions leave it. */
    private static final String PLAN_TEXT = """
            (SELECT encode(sha256(convert_to(coalesce(string_agg(concat_ws('|', p.id, p.category, p.fact, m.id, m.kind,
                    m.description, m.starts_on, coalesce(d.original_due_on, m.due_on)), E'\\n' ORDER BY p.id, m.id), ''), 'UTF8')), 'hex')
             FROM problem p LEFT JOIN measure m ON m.problem_id = p.id
             LEFT JOIN deadline d ON d.kind = 'MEASURE' AND d.subject_id = m.id WHERE p.case_id = c.id)
            """;

    private static final String SQL = """
            SELECT c.branch_kind, c.round_id, c.observation_ends_on, c.acceptance_since,
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
                (SELECT count(*) FROM measure m WHERE m.case_id = c.id AND m.state = 'OPEN' AND m.due_on IS NULL)
                    AS without_date,
                (SELECT count(*) FROM extension x WHERE x.case_id = c.id AND x.state = 'PENDING') AS pending_extensions,
                c.plan_hash IS NOT NULL AND c.plan_hash <> %s AS plan_stale
            FROM rectification_case c WHERE c.id = :case""".formatted(PLAN_TEXT);

    private final Jdbi jdbi;
    private final Days days;
    private final Rounds rounds;
    private final Helpers helpers;
    private final AcceptanceResults acceptances;
    private final LookBacks lookBacks;

    CaseFactsReader(Jdbi jdbi, Days days, Rounds rounds, Helpers helpers, AcceptanceResults acceptances,
            LookBacks lookBacks) {
        this.jdbi = jdbi;
        this.days = days;
        this.rounds = rounds;
        this.helpers = helpers;
        this.acceptances = acceptances;
        this.lookBacks = lookBacks;
    }

    CaseFacts read(CaseKey key) {
        Row row = jdbi.withHandle(handle -> handle.createQuery(SQL).bind("case", key.caseId()).map(
                (columns, context) -> row(columns)).one());
        CaseFacts facts = row.facts();
        return switch (key.state()) {
            case PLAN_SUBMITTED -> facts.withMissingHelpers(missingHelpers(key, row));
            case ACCEPTANCE -> check(key, row).map(facts::withCheck).orElse(facts).withHelpers(helpers.accounts(
                    key.caseId()));
            case TRANSFORMED -> facts.withObservation(new CaseFacts.Observation(isOver(row), lookBacks.relapsed(
                    key.caseId()), lookBacks.unstable(key.caseId())));
            default -> facts;
        };
    }

    /** The hash of the plan as it stands. */
    String planHash(long caseId) {
        return jdbi.withHandle(handle -> handle.createQuery(
                "SELECT " + PLAN_TEXT + "FROM rectification_case c WHERE c.id = :case").bind("case", caseId).mapTo(
                        String.class).one());
    }

    private List<String> missingHelpers(CaseKey key, Row row) {
        Settings settings = rounds.byId(row.roundId()).settings();
        return helpers.missingKinds(key.caseId(),
                settings.requiredHelpers(row.branchKind()).stream().map(HelperKind::name).toList());
    }

    /** The failed gates of the completed check of this application; empty while there is none. */
    private Optional<CaseFacts.Check> check(CaseKey key, Row row) {
        Instant since = row.acceptanceSince();
        return acceptances.latest(key.caseId()).filter(AcceptanceResult::completed).filter(
                result -> since == null || !result.formedAt().isBefore(since)).map(
                        result -> judged(result, rounds.byId(row.roundId()).settings().acceptance()));
    }

    private static CaseFacts.Check judged(AcceptanceResult result, AcceptanceGates gates) {
        return new CaseFacts.Check(result.failedGates(gates), result.outrightFailures(gates));
    }

    private boolean isOver(Row row) {
        LocalDate end = row.observationEnd();
        return end != null && !days.today().isBefore(end);
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(BranchKind.valueOf(row.getString("branch_kind")), row.getLong("round_id"),
                Columns.instant(row, "acceptance_since"), Columns.date(row, "observation_ends_on"),
                CaseFacts.of(new CaseFacts.Plan(row.getInt("problems"), row.getInt("open_problems"),
                        row.getInt("unexplained"), row.getInt("without_measure"), row.getInt("beyond_deadline"),
                        row.getInt("without_evidence"), row.getBoolean("plan_stale"),
                        row.getInt("without_date"), row.getInt("pending_extensions"))));
    }

    private record Row(BranchKind branchKind, long roundId, @Nullable Instant acceptanceSince,
            @Nullable LocalDate observationEnd, CaseFacts facts) {}
}
