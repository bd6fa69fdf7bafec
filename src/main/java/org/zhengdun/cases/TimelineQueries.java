package org.zhengdun.cases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import jakarta.enterprise.context.RequestScoped;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.zhengdun.shared.casefile.Audience;
import org.zhengdun.shared.casefile.CaseFile;
import org.zhengdun.shared.persistence.Columns;
import org.zhengdun.shared.security.Caller;
import org.zhengdun.shared.security.Mask;
import org.zhengdun.shared.security.Role;
import org.zhengdun.shared.web.Cursors;
import org.zhengdun.shared.web.Page;
import org.zhengdun.shared.web.PageRequest;

/** The timeline of a case, in the one order in which its events were written. */
@RequestScoped
class TimelineQueries {

    private static final String SQL = """
            SELECT e.*, coalesce(e.unit_name, u.name) AS signed_for
            FROM case_event e JOIN org_unit u ON u.id = e.unit_id
            WHERE e.case_id = :case AND e.seq > :after AND e.audience = ANY(:audiences)
              AND NOT (:masked AND starts_with(e.kind, 'problem.')) AND (:kind::text IS NULL OR e.kind = :kind OR starts_with(e.kind, :kind || '.'))
            ORDER BY e.seq LIMIT :limit""";

    private final Jdbi jdbi;
    private final Cursors cursors;
    private final Caller caller;

    TimelineQueries(Jdbi jdbi, Cursors cursors, Caller caller) {
        this.jdbi = jdbi;
        this.cursors = cursors;
        this.caller = caller;
    }

    /** One event, signed by who did it, in which role, for which unit with its name at that time; without role by the clock. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "TimelineEvent")
    record TimelineEvent(int seq, Instant at, String kind, @Nullable CaseState from, @Nullable CaseState to,
            String actor, @Nullable Role role, int unitId, String unitName, Audience audience,
            @Nullable Integer notifiedUnitId, @Nullable String reason,
            @JsonRawValue @Schema(implementation = Object.class, type = SchemaType.OBJECT, description = "What was written, as it was sent") @Nullable String data) {}

    /**
     * Only events whose audience the caller belongs to; a machine that pulls statistics sees neither people nor texts, nor who
     * closed a problem, which would tell a restricted one (ADR 24).
     */
    Page<TimelineEvent> page(CaseFile file, @Nullable String kind, PageRequest page) {
        boolean masked = file.acting().role() == Role.STATISTICS;
        long after = Cursors.number(cursors.after(page, List.of("0")).getFirst());
        List<TimelineEvent> events = jdbi.withHandle(handle -> handle.createQuery(SQL).bind("case",
                file.caseId()).bind("after", after).bind("masked", masked).bind("kind", kind).bindArray("audiences",
                        String.class,
                        audiences(file)).bind("limit", page.limit() + 1).map(
                                (row, context) -> event(row, masked)).list());
        return cursors.page(page, events, event -> List.of(event.seq()));
    }

    private List<Object> audiences(CaseFile file) {
        return Stream.of(Audience.values()).filter(
                audience -> caller.actingOnCase(audience.roles(), file.caseId(), file.place()).isPresent()).<Object>map(
                        Audience::name).toList();
    }

    private static TimelineEvent event(ResultSet row, boolean masked) throws SQLException {
        return new TimelineEvent(row.getInt("seq"), Columns.requiredInstant(row, "at"), row.getString("kind"),
                Columns.constant(row, "from_state", CaseState.class),
                Columns.constant(row, "to_state", CaseState.class),
                masked ? Mask.TEXT : row.getString("actor"), Columns.constant(row, "role", Role.class),
                row.getInt("unit_id"), row.getString("signed_for"), Audience.valueOf(row.getString("audience")),
                Columns.integer(row, "notified_unit_id"), masked ? null : row.getString("reason"),
                masked ? null : row.getString("data"));
    }
}
