package org.zhengdun.cases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.zhengdun.shared.persistence.Columns;
import org.zhengdun.shared.security.Mask;
import org.zhengdun.shared.security.Role;

/**
 * One period of direct supervision; a running one has no end.
 *
 * @param supervisor role of the superior
 * @param unitId     unit of the superior
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "SupervisionRow")
record SupervisionRow(long id, Role supervisor, int unitId, String leaderName, String leaderPost, LocalDate deadline,
        Supervision.ReportFrequency reportFrequency, String reason, Instant listedAt, @Nullable Instant endedAt,
        Supervision.@Nullable Ending ending, @Nullable String endReason) {

    /** A row of the table; person and free text are hidden from a machine that pulls statistics. */
    static SupervisionRow of(ResultSet row, boolean masked) throws SQLException {
        return new SupervisionRow(row.getLong("id"), Role.valueOf(row.getString("role")), row.getInt("unit_id"),
                masked ? Mask.TEXT : row.getString("leader_name"), row.getString("leader_post"),
                Columns.requiredDate(row, "deadline"),
                Supervision.ReportFrequency.valueOf(row.getString("report_frequency")),
                masked ? Mask.TEXT : row.getString("reason"), Columns.requiredInstant(row, "listed_at"),
                Columns.instant(row, "ended_at"), Columns.constant(row, "ending", Supervision.Ending.class),
                masked ? null : row.getString("end_reason"));
    }
}
