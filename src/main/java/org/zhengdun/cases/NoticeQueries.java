package org.zhengdun.cases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.RequestScoped;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import org.zhengdun.deadlines.DeadlineKind;
import org.zhengdun.shared.persistence.Columns;
import org.zhengdun.shared.persistence.ScopedSelect;
import org.zhengdun.shared.security.Caller;
import org.zhengdun.shared.security.Permission;
import org.zhengdun.shared.security.Scope;
import org.zhengdun.shared.web.Cursors;
import org.zhengdun.shared.web.Page;
import org.zhengdun.shared.web.PageRequest;

/** Notices to the units in the caller's scope, newest first. */
@RequestScoped
class NoticeQueries {

    private static final ScopedSelect NEWEST = new ScopedSelect("notice n", "n", List.of("id"), "");

    private final Jdbi jdbi;
    private final Caller caller;
    private final Cursors cursors;

    NoticeQueries(Jdbi jdbi, Caller caller, Cursors cursors) {
        this.jdbi = jdbi;
        this.caller = caller;
        this.cursors = cursors;
    }

    /** One notice: a case made a move and this unit acts next, or a deadline is or was due. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "NoticeRow")
    record NoticeRow(long id, Instant at, @Nullable Long caseId, @Nullable String caseNumber, String kind, int unitId,
            @Nullable DueNotice deadline) {}

    /** The deadline of a reminder or escalation. */
    @Schema(name = "DueNotice")
    record DueNotice(long id, DeadlineKind kind, long subjectId, LocalDate dueOn, int offsetDays) {}

    Page<NoticeRow> page(PageRequest page) {
        long before = Cursors.number(cursors.after(page, List.of(Long.toString(Long.MAX_VALUE))).getFirst());
        Scope scope = caller.scope(Permission.NOTICE_READ);
        String sql = """
                SELECT n.id, n.at, n.case_id, c.number, n.kind, n.unit_id, d.id AS deadline_id, d.kind AS deadline_kind,
                       d.subject_id, r.due_on, r.offset_days
                FROM (%s) page JOIN notice n ON n.id = page.k1 LEFT JOIN rectification_case c ON c.id = n.case_id
                LEFT JOIN rung r ON r.id = n.rung_id LEFT JOIN deadline d ON d.id = r.deadline_id
                ORDER BY n.id DESC""".formatted(NEWEST.page(scope, "AND n.id < :before", "DESC"));
        List<NoticeRow> rows = jdbi.withHandle(handle -> {
            Query query = handle.createQuery(sql).bind("before", before).bind("limit", page.limit() + 1);
            NEWEST.bind(query, scope);
            return query.map((row, context) -> notice(row)).list();
        });
        return cursors.page(page, rows, row -> List.of(row.id()));
    }

    private static NoticeRow notice(ResultSet row) throws SQLException {
        DeadlineKind kind = Columns.constant(row, "deadline_kind", DeadlineKind.class);
        DueNotice deadline = kind == null
                ? null
                : new DueNotice(row.getLong("deadline_id"), kind, row.getLong("subject_id"),
                        Columns.requiredDate(row, "due_on"), row.getInt("offset_days"));
        return new NoticeRow(row.getLong("id"), Columns.requiredInstant(row, "at"), Columns.number(row, "case_id"),
                row.getString("number"), row.getString("kind"), row.getInt("unit_id"), deadline);
    }
}
