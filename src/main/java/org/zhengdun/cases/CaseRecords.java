package org.zhengdun.cases;

import java.time.LocalDate;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import org.jdbi.v3.core.Jdbi;
import org.zhengdun.organization.UnitRecords;
import org.zhengdun.shared.persistence.Columns;

/** The last day on which a case of a branch was opened, listed, transformed or ended. */
@ApplicationScoped
class CaseRecords implements UnitRecords {

    private final Jdbi jdbi;

    CaseRecords(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public Optional<LocalDate> latest(int unitId) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                SELECT max((greatest(created_at, confirmed_at, transformed_at, closed_at)
                    AT TIME ZONE 'Asia/Shanghai')::date) AS day
                FROM rectification_case WHERE branch_id = :unit""").bind("unit", unitId).map(
                (row, context) -> Optional.ofNullable(Columns.date(row, "day"))).one());
    }
}
