package org.zhengdun.cases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import jakarta.enterprise.context.RequestScoped;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.zhengdun.shared.casefile.CaseFile;
import org.zhengdun.shared.persistence.Columns;
import org.zhengdun.shared.security.Role;
import org.zhengdun.shared.web.Cursors;
import org.zhengdun.shared.web.Page;
import org.zhengdun.shared.web.PageRequest;

/** The timeline of a case, in the one order in which its events were written. */
@RequestScoped
class TimelineQueries {

    private static final String MASK = "*";

    private final Jdbi jdbi;
    private final Cursors cursors;

    TimelineQueries(Jdbi jdbi, Cursors cursors) {
        this.jdbi = jdbi;
        this.cursors = cursors;
    }

    /** One event, signed by who did it, in which role, for which unit at that time; without role by the clock. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "TimelineEvent")
    record TimelineEvent(int seq, Instant at, String kind, @Nullable CaseState from, @Nullable CaseState to,
            String actor, @Nullable Role role, int unitId, @Nullable String reason,
            @JsonRawValue @Schema(implementation = Object.class, type = SchemaType.OBJECT, description = "What was written, as it was sent") @Nullable String data) {}

    /** Who did it and what was written stay hidden from a machine that pulls statistics. */
    Page<TimelineEvent> page(CaseFile file, PageRequest page) {
        boolean masked = file.acting().role() == Role.STATISTICS;
        long after = Cursors.number(cursors.after(page, List.of("0")).getFirst());
        List<TimelineEvent> events = jdbi.withHandle(handle -> handle.createQuery(
                "SELECT * FROM case_event WHERE case_id = :case AND seq > :after ORDER BY seq LIMIT :limit").bind(
                        "case", file.caseId()).bind("after", after).bind("limit", page.limit() + 1).map(
                                (row, context) -> event(row, masked)).list());
        return cursors.page(page, events, event -> List.of(event.seq()));
    }

    private static TimelineEvent event(ResultSet row, boolean masked) throws SQLException {
        return new TimelineEvent(row.getInt("seq"), Columns.requiredInstant(row, "at"), row.getString("kind"),
                Columns.constant(row, "from_state", CaseState.class),
                Columns.constant(row, "to_state", CaseState.class),
                masked ? MASK : row.getString("actor"), Columns.constant(row, "role", Role.class),
                row.getInt("unit_id"),
                masked ? null : row.getString("reason"), masked ? null : row.getString("data"));
    }
}
