package org.zhengdun.cases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

import jakarta.enterprise.context.ApplicationScoped;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.zhengdun.access.Separation;
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

    /** States in which a stale plan stands in the way of a move. */
    private static final Set<CaseState> PLANNED = EnumSet.of(CaseState.RECTIFYING, CaseState.SELF_CHECKED,
            CaseState.ACCEPTANCE);

    /** Neither the finding of a check nor of a look-back. */
    private static final String NO_FINDING = "p.check_id IS NULL AND p.look_back_id IS NULL";

    private static final String SQL = """
            SELECT c.branch_kind, c.round_id, c.observation_ends_on, c.acceptance_since,
                (SELECT count(*) FROM problem p WHERE p.case_id = c.id) AS problems,
                (SELECT count(*) FROM problem p WHERE p.case_id = c.id AND p.state <> 'CLOSED') AS open_problems,
                (SELECT count(*) FROM problem p WHERE p.case_id = c.id AND p.state <> 'CLOSED'
                    AND p.pending_reason IS NULL) AS unexplained,
                (SELECT count(*) FROM problem p WHERE p.case_id = c.id AND p.state <> 'CLOSED'
                    AND %1$s AND NOT EXISTS (SELECT FROM measure m WHERE m.problem_id = p.id)) AS without_measure,
                (SELECT count(*) FROM measure m WHERE m.case_id = c.id AND m.state = 'OPEN' AND m.due_on > c.deadline)
                    AS beyond_deadline,
                (SELECT count(*) FROM problem p WHERE p.case_id = c.id AND p.state = 'CLOSED' AND NOT EXISTS (
                    SELECT FROM evidence_note e WHERE e.case_id = c.id AND e.problem_id = p.id) AND NOT EXISTS (
                    SELECT FROM evidence_file f WHERE f.problem_id = p.id)) AS without_evidence,
                (SELECT count(*) FROM measure m JOIN problem p ON p.id = m.problem_id
                    WHERE m.case_id = c.id AND m.state = 'OPEN' AND m.due_on IS NULL
                      AND %1$s) AS without_date,
                (SELECT count(*) FROM extension x WHERE x.case_id = c.id AND x.state = 'PENDING') AS pending_extensions,
                c.plan_hash
            FROM rectification_case c WHERE c.id = :case""".formatted(
            NO_FINDING);

    private final Jdbi jdbi;
    private final Days days;
    private final CaseParts parts;
    private final Rounds rounds;
    private final Helpers helpers;
    private final AcceptanceResults acceptances;
    private final LookBacks lookBacks;
    private final Separation separation;

    CaseFactsReader(Jdbi jdbi, Days days, CaseParts parts, Rounds rounds, Helpers helpers,
            AcceptanceResults acceptances, LookBacks lookBacks, Separation separation) {
        this.jdbi = jdbi;
        this.days = days;
        this.parts = parts;
        this.rounds = rounds;
        this.helpers = helpers;
        this.acceptances = acceptances;
        this.lookBacks = lookBacks;
        this.separation = separation;
    }

    CaseFacts read(CaseKey key) {
        return read(key, hash -> ApprovedPlans.isStale(hash, parts.problems(key.caseId())));
    }

    /**
     * As {@link #read(CaseKey)}, for who has compared the plan already.
     *
     * @param isStale whether the plan differs from the approved one with this hash
     */
    CaseFacts read(CaseKey key, Predicate<@Nullable String> isStale) {
        Row row = jdbi.withHandle(handle -> handle.createQuery(SQL).bind("case", key.caseId()).map(
                (columns, context) -> row(columns)).one());
        boolean stale = PLANNED.contains(key.state()) && isStale.test(row.planHash());
        CaseFacts facts = stale ? row.facts().withStalePlan() : row.facts();
        return switch (key.state()) {
            case PLAN_SUBMITTED, RECTIFYING -> facts.withMissingHelpers(missingHelpers(key, row));
            case ACCEPTANCE -> check(key, row).map(facts::withCheck).orElse(facts).withBarred(separation.barred(
                    key.caseId())).withMissingHelpers(missingHelpers(key, row));
            case TRANSFORMED -> facts.withObservation(new CaseFacts.Observation(isOver(row), hasRelapsed(
                    key.caseId()), acceptances.isSpotCheckRunning(key.caseId()), lookBacks.unsettled(key.caseId())));
            default -> facts;
        };
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

    private boolean hasRelapsed(long caseId) {
        return !lookBacks.relapses(caseId).isEmpty() || acceptances.failedSpotCheck(caseId).isPresent();
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
                        row.getInt("without_evidence"), false, row.getInt("without_date"),
                        row.getInt("pending_extensions"))),
                row.getString("plan_hash"));
    }

    private record Row(BranchKind branchKind, long roundId, @Nullable Instant acceptanceSince,
            @Nullable LocalDate observationEnd, CaseFacts facts, @Nullable String planHash) {}
}
