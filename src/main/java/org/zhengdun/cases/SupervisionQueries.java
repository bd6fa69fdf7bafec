package org.zhengdun.cases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.RequestScoped;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.zhengdun.shared.persistence.AsOf;
import org.zhengdun.shared.persistence.Columns;
import org.zhengdun.shared.persistence.ScopedSelect;
import org.zhengdun.shared.security.Caller;
import org.zhengdun.shared.security.Permission;
import org.zhengdun.shared.security.Scope;
import org.zhengdun.shared.time.Days;
import org.zhengdun.shared.web.Cursors;
import org.zhengdun.shared.web.Language;
import org.zhengdun.shared.web.Page;
import org.zhengdun.shared.web.PageRequest;

/** Reads periods of supervision, the standing of a case, and which cases should be supervised. */
@RequestScoped
class SupervisionQueries {

    private static final ScopedSelect BY_ID = new ScopedSelect("rectification_case c", "c", List.of("id"), "");
    private static final String SUGGESTED = " AND c.active_branch_id IS NOT NULL AND c.id > :after AND "
            + SupervisionReason.any();
    private static final String STANDING = """
            SELECT 1 + (SELECT count(*) FROM carry_over o WHERE o.case_id = c.id AND o.carried_at <= :until) AS years,
                   (SELECT count(*) FROM accountability_alert t WHERE t.case_id = c.id AND t.raised_at <= :until) AS alerts,
                   c.confirmed_at IS NOT NULL AND %s AS relisted, s.*, %s
            FROM rectification_case c LEFT JOIN supervision s ON s.case_id = c.id AND s.listed_at <= :until
                AND (s.ended_at IS NULL OR s.ended_at > :until)
            WHERE c.id = :case""".formatted(
            Relisting.WITHIN_YEARS, SupervisionReason.columns());

    private final Jdbi jdbi;
    private final Caller caller;
    private final Cursors cursors;
    private final Language language;
    private final Days days;

    SupervisionQueries(Jdbi jdbi, Caller caller, Cursors cursors, Language language, Days days) {
        this.jdbi = jdbi;
        this.caller = caller;
        this.cursors = cursors;
        this.language = language;
        this.days = days;
    }

    /** The periods of a case, newest first. */
    List<SupervisionRow> ofCase(long caseId, boolean masked) {
        return jdbi.withHandle(handle -> handle.createQuery(
                "SELECT * FROM supervision WHERE case_id = :case ORDER BY id DESC").bind("case", caseId).map(
                        (row, context) -> SupervisionRow.of(row, masked)).list());
    }

    /** How the case stands, or stood; what is suggested is suggested for today only. */
    CaseStanding standing(long caseId, boolean masked, AsOf asOf) {
        return jdbi.withHandle(handle -> handle.createQuery(STANDING).bind("case", caseId).bind("today",
                days.today()).bind("until", asOf.isPast() ? asOf.instant() : days.now()).map(
                        (row, context) -> new CaseStanding(row.getInt("years"), row.getInt("alerts"),
                                row.getBoolean("relisted"),
                                row.getObject("id") == null ? null : SupervisionRow.of(row, masked),
                                asOf.isPast() ? List.of() : reasons(row))).one());
    }

    /** The cases in the caller's scope for which a reason holds, oldest first. */
    Page<SupervisionSuggestion> suggestions(PageRequest page) {
        long after = Cursors.number(cursors.after(page, List.of("0")).getFirst());
        Scope scope = caller.scope(Permission.CASE_SUPERVISE);
        String sql = """
                SELECT c.id, c.number, c.state, c.branch_id, b.name, c.main_category, c.deadline, %s
                FROM (%s) page JOIN rectification_case c ON c.id = page.k1 JOIN org_unit b ON b.id = c.branch_id
                ORDER BY c.id""".formatted(SupervisionReason.columns(), BY_ID.page(scope, SUGGESTED, "ASC"));
        List<SupervisionSuggestion> rows = jdbi.withHandle(handle -> {
            Query query = handle.createQuery(sql).bind("after", after).bind("limit", page.limit() + 1).bind("today",
                    days.today());
            BY_ID.bind(query, scope);
            return query.map((row, context) -> suggestion(row)).list();
        });
        return cursors.page(page, rows, row -> List.of(row.caseId()));
    }

    private SupervisionSuggestion suggestion(ResultSet row) throws SQLException {
        return new SupervisionSuggestion(row.getLong("id"), row.getString("number"),
                CaseState.valueOf(row.getString("state")), row.getInt("branch_id"), row.getString("name"),
                row.getString("main_category"), Columns.date(row, "deadline"), reasons(row));
    }

    private List<SupervisionSuggestion.Because> reasons(ResultSet row) throws SQLException {
        List<SupervisionSuggestion.Because> reasons = new ArrayList<>();
        for (SupervisionReason reason : SupervisionReason.values()) {
            if (row.getBoolean(reason.column())) {
                reasons.add(new SupervisionSuggestion.Because(reason, language.label(reason)));
            }
        }
        return reasons;
    }
}
