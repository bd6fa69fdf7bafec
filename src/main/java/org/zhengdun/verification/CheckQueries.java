package org.zhengdun.verification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;
import org.zhengdun.shared.persistence.Columns;
import org.zhengdun.shared.time.Days;

/** Reads checks with the sheets they are judged by, in four statements however many checks there are. */
@ApplicationScoped
class CheckQueries {

    private static final String CHECK = """
            SELECT k.id, k.purpose, k.checklist_id, c.name, c.edition, k.held_on, k.state, k.invited, k.present, k.party_members,
                   k.invalid, k.conclusion, k.formed_at, k.completed_at, k.cancelled_at, k.cancel_reason
            FROM acceptance_check k JOIN checklist c ON c.id = k.checklist_id
            WHERE k.case_id = :case\s""";

    private final Jdbi jdbi;

    CheckQueries(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** The day of the running application for acceptance, or the day that was set for the second check. */
    Optional<CheckRequest.Earliest> earliest(long caseId) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                SELECT acceptance_since, second_check_on FROM rectification_case
                WHERE id = :case AND acceptance_since IS NOT NULL""").bind("case", caseId).map(
                (row, context) -> earliest(row)).findOne());
    }

    private static CheckRequest.Earliest earliest(ResultSet row) throws SQLException {
        LocalDate applied = LocalDate.ofInstant(Columns.requiredInstant(row, "acceptance_since"), Days.ZONE);
        LocalDate second = Columns.date(row, "second_check_on");
        return second == null || second.isBefore(applied)
                ? new CheckRequest.Earliest(applied, "check.before-application")
                : new CheckRequest.Earliest(second, "check.before-second-check");
    }

    List<StoredCheck> ofCase(long caseId) {
        return jdbi.withHandle(handle -> handle.createQuery(CHECK + "ORDER BY k.id").bind("case", caseId).map(
                CheckQueries::check).list());
    }

    Optional<StoredCheck> find(long caseId, long checkId) {
        return jdbi.withHandle(handle -> handle.createQuery(CHECK + "AND k.id = :check").bind("case", caseId).bind(
                "check", checkId).map(CheckQueries::check).findOne());
    }

    Optional<StoredCheck> latest(long caseId) {
        return jdbi.withHandle(handle -> handle.createQuery(CHECK + """
                AND k.purpose = 'ACCEPTANCE' AND k.state <> 'CANCELLED' ORDER BY k.id DESC LIMIT 1""").bind("case",
                caseId).map(
                        CheckQueries::check).findOne());
    }

    /** The latest completed spot check since the case was transformed, if it was not passed. */
    Optional<StoredCheck> failedSpotCheck(long caseId) {
        return jdbi.withHandle(handle -> handle.createQuery(CHECK + """
                AND NOT k.passed AND k.id = (
                    SELECT max(s.id) FROM acceptance_check s JOIN rectification_case r ON r.id = s.case_id
                    WHERE s.case_id = :case AND s.purpose = 'SPOT_CHECK' AND s.state = 'COMPLETED'
                      AND s.formed_at >= r.transformed_at)""").bind("case", caseId).map(
                CheckQueries::check).findOne());
    }

    boolean isChecked(long caseId) {
        return exists(caseId, """
                k.purpose = 'ACCEPTANCE' AND k.state = 'COMPLETED' AND k.formed_at >= c.acceptance_since""");
    }

    boolean isSpotCheckRunning(long caseId) {
        return exists(caseId, "k.purpose = 'SPOT_CHECK' AND k.state = 'RUNNING'");
    }

    private boolean exists(long caseId, String condition) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                SELECT EXISTS (SELECT FROM acceptance_check k JOIN rectification_case c ON c.id = k.case_id
                               WHERE k.case_id = :case AND %s)""".formatted(condition)).bind("case", caseId).mapTo(
                Boolean.class).one());
    }

    /** What the check is for; empty when the case has no such check. */
    Optional<CheckPurpose> purpose(long caseId, long checkId) {
        return find(caseId, checkId).map(StoredCheck::purpose);
    }

    CheckSheet sheet(StoredCheck check) {
        return Objects.requireNonNull(sheets(List.of(check)).get(check.id()));
    }

    /** The sheets by check. */
    Map<Long, CheckSheet> sheets(List<StoredCheck> checks) {
        List<Long> ids = checks.stream().map(StoredCheck::id).toList();
        Map<Long, List<ChecklistItem>> items = grouped(checks.stream().map(StoredCheck::checklistId).toList());
        Map<Long, Map<String, Answer>> answers = new HashMap<>();
        Map<Long, Map<Aspect, Ballots>> ballots = new HashMap<>();
        readAnswers(ids, answers);
        readBallots(ids, ballots);
        Map<Long, CheckSheet> sheets = new HashMap<>();
        checks.forEach(check -> sheets.put(check.id(),
                new CheckSheet(items.getOrDefault(check.checklistId(), List.of()),
                        answers.getOrDefault(check.id(), Map.of()), check.turnout(),
                        ballots.getOrDefault(check.id(), Map.of()))));
        return sheets;
    }

    List<CheckDetail.Member> team(long checkId) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                SELECT m.name, m.post, m.unit, m.leader, a.subject
                FROM check_member m JOIN account a ON a.id = m.account_id
                WHERE m.check_id = :check ORDER BY m.leader DESC, m.account_id""").bind("check", checkId).map(
                (row, context) -> new CheckDetail.Member(row.getString("subject"), row.getString("name"),
                        row.getString("post"), row.getString("unit"), row.getBoolean("leader"))).list());
    }

    /** Who was taken off the team, in the order in which it happened. */
    List<CheckDetail.FormerMember> formerTeam(long checkId) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                SELECT m.name, m.post, m.unit, m.leader, m.left_at, m.reason, a.subject
                FROM check_former_member m JOIN account a ON a.id = m.account_id
                WHERE m.check_id = :check ORDER BY m.left_at, m.account_id""").bind("check", checkId).map(
                (row, context) -> new CheckDetail.FormerMember(row.getString("subject"), row.getString("name"),
                        row.getString("post"), row.getString("unit"), row.getBoolean("leader"),
                        Columns.requiredInstant(row, "left_at"), row.getString("reason"))).list());
    }

    /** The items of a checklist in their order. */
    List<ChecklistItem> items(long checklistId) {
        return grouped(List.of(checklistId)).getOrDefault(checklistId, List.of());
    }

    private Map<Long, List<ChecklistItem>> grouped(List<Long> checklists) {
        Map<Long, List<ChecklistItem>> items = new HashMap<>();
        jdbi.useHandle(handle -> handle.createQuery("""
                SELECT checklist_id, section, code, standard, points, veto, evidence_needed, not_applicable_allowed
                FROM checklist_item WHERE checklist_id = ANY(:ids) ORDER BY checklist_id, position""").bindArray("ids",
                Long.class, checklists).map(
                        (row, context) -> items.computeIfAbsent(row.getLong("checklist_id"),
                                id -> new ArrayList<>()).add(ChecklistQueries.item(row, context))).list());
        return items;
    }

    private void readAnswers(List<Long> checks, Map<Long, Map<String, Answer>> answers) {
        jdbi.useHandle(handle -> handle.createQuery("""
                SELECT check_id, code, score, not_applicable, veto_triggered, evidence
                FROM check_answer WHERE check_id = ANY(:ids)""").bindArray("ids", Long.class, checks).map(
                (row, context) -> answers.computeIfAbsent(row.getLong("check_id"), id -> new HashMap<>()).put(
                        row.getString("code"),
                        new Answer(row.getBigDecimal("score"), row.getBoolean("not_applicable"),
                                row.getObject("veto_triggered", Boolean.class), row.getString("evidence")))).list());
    }

    private void readBallots(List<Long> checks, Map<Long, Map<Aspect, Ballots>> ballots) {
        jdbi.useHandle(handle -> handle.createQuery("""
                SELECT check_id, aspect, satisfied, basically_satisfied, dissatisfied
                FROM check_ballot WHERE check_id = ANY(:ids)""").bindArray("ids", Long.class, checks).map(
                (row, context) -> ballots.computeIfAbsent(row.getLong("check_id"), id -> new HashMap<>()).put(
                        Aspect.valueOf(row.getString("aspect")), new Ballots(row.getInt("satisfied"),
                                row.getInt("basically_satisfied"), row.getInt("dissatisfied")))).list());
    }

    private static StoredCheck check(ResultSet row, StatementContext context) throws SQLException {
        return new StoredCheck(row.getLong("id"), CheckPurpose.valueOf(row.getString("purpose")),
                row.getLong("checklist_id"), row.getString("name"),
                row.getInt("edition"), Objects.requireNonNull(Columns.date(row, "held_on")),
                CheckState.valueOf(row.getString("state")),
                new Turnout(row.getInt("invited"), row.getInt("present"), row.getInt("party_members"),
                        row.getInt("invalid")),
                row.getString("conclusion"), Columns.requiredInstant(row, "formed_at"),
                Columns.instant(row, "completed_at"), Columns.instant(row, "cancelled_at"),
                row.getString("cancel_reason"));
    }
}
