package org.zhengdun.helpers;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.enterprise.context.RequestScoped;
import org.jdbi.v3.core.Jdbi;
import org.zhengdun.shared.persistence.Columns;
import org.zhengdun.shared.problem.ProblemException;
import org.zhengdun.shared.web.Cursors;
import org.zhengdun.shared.web.Page;
import org.zhengdun.shared.web.PageRequest;

/** Reads the visits of one case. */
@RequestScoped
class VisitQueries {

    private static final String COLUMNS = """
            SELECT x.id, x.versions, x.received_late, v.*, a.display_name,
                   ARRAY(SELECT unnest(v.photos) UNION SELECT f.id FROM evidence_file f WHERE f.visit_id = x.id ORDER BY 1)
                       AS all_photos
            FROM visit x JOIN visit_version v ON v.visit_id = x.id JOIN account a ON a.id = x.account_id
            """;
    private static final List<String> FIRST = List.of("9999-12-31", "ffffffff-ffff-ffff-ffff-ffffffffffff");

    private final Jdbi jdbi;
    private final Cursors cursors;

    VisitQueries(Jdbi jdbi, Cursors cursors) {
        this.jdbi = jdbi;
        this.cursors = cursors;
    }

    /** The visits of a case, the latest first. */
    Page<VisitRow> page(long caseId, PageRequest page) {
        List<String> after = cursors.after(page, FIRST);
        List<VisitRow> rows = jdbi.withHandle(handle -> handle.createQuery(COLUMNS + """
                WHERE x.case_id = :case AND (x.visited_on, x.id) < (:day, :id) AND v.version = x.versions
                ORDER BY x.visited_on DESC, x.id DESC LIMIT :limit""").bind("case", caseId).bind("day",
                Cursors.date(after.get(0))).bind("id", Cursors.uuid(after.get(1))).bind("limit",
                        page.limit() + 1).map((row, context) -> row(row)).list());
        return cursors.page(page, rows, row -> List.of(row.visitedOn(), row.id()));
    }

    /** The visit of the case as it was last written, or 404. */
    VisitRow row(long caseId, UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery(
                COLUMNS + "WHERE x.case_id = :case AND x.id = :id AND v.version = x.versions").bind("case",
                        caseId).bind("id", id).map((row, context) -> row(row)).findOne()).orElseThrow(
                                ProblemException::notFound);
    }

    /** The visit with all its versions, or 404. */
    VisitRow.Detail detail(long caseId, UUID id) {
        VisitRow current = row(caseId, id);
        return new VisitRow.Detail(id, current.loggedBy(), jdbi.withHandle(handle -> handle.createQuery(
                "SELECT * FROM visit_version WHERE visit_id = :id ORDER BY version DESC").bind("id", id).map(
                        (row, context) -> version(row)).list()));
    }

    private static VisitRow row(ResultSet row) throws SQLException {
        return new VisitRow(row.getObject("id", UUID.class), row.getInt("version"),
                Columns.requiredDate(row, "visited_on"), row.getString("place"), row.getString("people"),
                row.getString("findings"), longs(row, "all_photos"), row.getString("display_name"),
                row.getBoolean("received_late"), Columns.requiredInstant(row, "recorded_at"));
    }

    private static VisitRow.Version version(ResultSet row) throws SQLException {
        return new VisitRow.Version(row.getInt("version"), Columns.requiredDate(row, "visited_on"),
                row.getString("place"), row.getString("people"), row.getString("findings"), longs(row, "photos"),
                row.getString("reason"), Columns.requiredInstant(row, "recorded_at"));
    }

    private static List<Long> longs(ResultSet row, String column) throws SQLException {
        return Stream.of((Long[]) row.getArray(column).getArray()).toList();
    }
}
