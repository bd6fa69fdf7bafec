package org.zhengdun.verification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;
import org.zhengdun.shared.persistence.Columns;
import org.zhengdun.shared.security.Scope;

/** Reads checklists. */
@ApplicationScoped
class ChecklistQueries {

    private static final String ROW = "SELECT c.id, c.family, c.edition, c.unit_id, c.name, c.state, c.published_at FROM checklist c ";

    private final Jdbi jdbi;

    ChecklistQueries(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** A checklist with the place of its owner and its version. */
    @SuppressWarnings("ArrayRecordComponent")
    record Found(ChecklistDetail detail, int[] place, long version) {}

    /**
     * Editions that apply to units at this place, newest first, one more than asked.
     *
     * @param own units of the place whose drafts the caller sees
     */
    List<ChecklistRow> applicable(int[] place, int[] own, long before, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery(ROW + """
                WHERE c.unit_id = ANY(:place) AND (c.state = 'PUBLISHED' OR c.unit_id = ANY(:own)) AND c.id < :before
                ORDER BY c.id DESC LIMIT :limit""").bind("place", place).bind("own", own).bind("before", before).bind(
                "limit", limit + 1).map(ChecklistQueries::row).list());
    }

    /** The published edition that applies at this place: of the nearest owner, the newest. */
    Optional<Long> newestPublished(int[] place) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                SELECT id FROM checklist WHERE state = 'PUBLISHED' AND unit_id = ANY(:place)
                ORDER BY array_position(:place, unit_id) DESC, published_at DESC, id DESC LIMIT 1""").bind("place",
                place).mapTo(Long.class).findOne());
    }

    boolean isPublishedFor(long checklistId, int[] place) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                SELECT count(*) FROM checklist
                WHERE id = :id AND state = 'PUBLISHED' AND unit_id = ANY(:place)""").bind("id", checklistId).bind(
                "place", place).mapTo(Integer.class).one()) > 0;
    }

    Optional<Found> find(long id) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                SELECT c.id, c.family, c.edition, c.unit_id, c.name, c.state, c.published_at, c.version, u.ancestors
                FROM checklist c JOIN org_unit u ON u.id = c.unit_id WHERE c.id = :id""").bind("id", id).map(
                (row, context) -> {
                    ChecklistRow found = row(row, context);
                    return new Found(new ChecklistDetail(found.id(), found.family(), found.edition(), found.unitId(),
                            found.name(), found.state(), ChecklistContent.sections(items(found.id())),
                            found.publishedAt()), Columns.ints(row, "ancestors"), row.getLong("version"));
                }).findOne());
    }

    /** Whether a check of a case that the caller is assigned to pins the checklist. */
    boolean isPinned(long checklistId, Scope scope) {
        return !scope.assignedCases().isEmpty() && jdbi.withHandle(handle -> handle.createQuery("""
                SELECT count(*) FROM acceptance_check
                WHERE checklist_id = :id AND case_id = ANY(:cases)""").bind("id", checklistId).bindArray("cases",
                Long.class, scope.assignedCases()).mapTo(Integer.class).one()) > 0;
    }

    private List<ChecklistItem> items(long checklistId) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                SELECT section, code, standard, points, veto, evidence_needed, not_applicable_allowed
                FROM checklist_item WHERE checklist_id = :id ORDER BY position""").bind("id", checklistId).map(
                ChecklistQueries::item).list());
    }

    static ChecklistItem item(ResultSet row, StatementContext context) throws SQLException {
        return new ChecklistItem(row.getString("section"), row.getString("code"), row.getString("standard"),
                row.getInt("points"), row.getBoolean("veto"), row.getBoolean("evidence_needed"),
                row.getBoolean("not_applicable_allowed"));
    }

    private static ChecklistRow row(ResultSet row, StatementContext context) throws SQLException {
        return new ChecklistRow(row.getLong("id"), row.getObject("family", UUID.class), row.getInt("edition"),
                row.getInt("unit_id"), row.getString("name"), ChecklistState.valueOf(row.getString("state")),
                Columns.instant(row, "published_at"));
    }
}
