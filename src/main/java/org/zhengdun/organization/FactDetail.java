package org.zhengdun.organization;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;
import org.zhengdun.shared.persistence.Columns;

/** Facts of a branch in one period; the last day is the one before validTo. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "BranchFactDetail")
record FactDetail(LocalDate validFrom, @Nullable LocalDate validTo, BranchKind branchKind, boolean urban,
        boolean registeredPoorVillage, int members, SecretaryStatus secretaryStatus,
        @Nullable LocalDate secretaryVacantSince, boolean secretaryToReplace, @Nullable LocalDate secretaryReplacedOn,
        @Nullable LocalDate secretaryTrainedOn, @Nullable TrainingLevel secretaryTrainingLevel, Instant reportedAt) {

    static FactDetail of(ResultSet row, StatementContext context) throws SQLException {
        return new FactDetail(Objects.requireNonNull(Columns.date(row, "valid_from")), Columns.date(row, "valid_to"),
                BranchKind.valueOf(row.getString("branch_kind")), row.getBoolean("urban"),
                row.getBoolean("registered_poor_village"), row.getInt("members"),
                SecretaryStatus.valueOf(row.getString("secretary_status")), Columns.date(row, "secretary_vacant_since"),
                row.getBoolean("secretary_to_replace"), Columns.date(row, "secretary_replaced_on"),
                Columns.date(row, "secretary_trained_on"),
                Columns.constant(row, "secretary_training_level", TrainingLevel.class),
                Columns.requiredInstant(row, "reported_at"));
    }
}
