package org.zhengdun.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.zhengdun.shared.persistence.Columns;

/**
 * A request to erase texts of an audit row, and what was decided.
 *
 * @param entryId id of the audit row
 * @param version 0 while it is pending, 1 once it is decided
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "AuditErasure")
record ErasureRow(long id, long entryId, List<AuditField> fields, String reason, ErasureState state, String requester,
        Instant requestedAt, @Nullable String decider, @Nullable Instant decidedAt, @Nullable String decisionReason,
        long version) {

    static ErasureRow of(ResultSet row) throws SQLException {
        ErasureState state = ErasureState.valueOf(row.getString("state"));
        return new ErasureRow(row.getLong("id"), row.getLong("entry_id"), Arrays.stream(
                (String[]) row.getArray("fields").getArray()).map(AuditField::valueOf).toList(),
                row.getString("reason"), state, row.getString("requester"),
                Columns.requiredInstant(row, "requested_at"), row.getString("decider"),
                Columns.instant(row, "decided_at"), row.getString("decision_reason"),
                state == ErasureState.PENDING ? 0 : 1);
    }
}
