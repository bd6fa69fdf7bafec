package org.zhengdun.organization;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;
import org.zhengdun.shared.persistence.Columns;

/** An org unit in a list. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "OrgUnitRow")
record OrgUnitRow(int id, String code, String name, UnitKind kind, @Nullable BranchKind branchKind,
        @Nullable Integer parentId, int level, @Nullable LocalDate closedOn) {

    static OrgUnitRow of(ResultSet row, StatementContext context) throws SQLException {
        return new OrgUnitRow(row.getInt("id"), row.getString("code"), row.getString("name"),
                UnitKind.valueOf(row.getString("kind")), Columns.constant(row, "branch_kind", BranchKind.class),
                Columns.integer(row, "parent_id"), row.getInt("level"), Columns.date(row, "closed_on"));
    }
}
