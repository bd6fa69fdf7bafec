package org.zhengdun.rounds;

import java.time.LocalDate;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import org.jdbi.v3.core.Jdbi;
import org.zhengdun.organization.UnitRecords;
import org.zhengdun.shared.persistence.Columns;

/** The last day on which a branch was screened or a unit opened a round. */
@ApplicationScoped
class RoundRecords implements UnitRecords {

    private final Jdbi jdbi;

    RoundRecords(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public Optional<LocalDate> latest(int unitId) {
        return jdbi.withHandle(handle -> handle.createQuery(
                """
                        SELECT greatest(
                            (SELECT max(screened_on) FROM screening WHERE branch_id = :unit AND superseded_at IS NULL),
                            (SELECT max((opened_at AT TIME ZONE 'Asia/Shanghai')::date) FROM round WHERE unit_id = :unit)) AS day""").bind(
                        "unit", unitId).map((row, context) -> Optional.ofNullable(Columns.date(row, "day"))).one());
    }
}
