package org.zhengdun.organization;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import org.jdbi.v3.core.Jdbi;
import org.zhengdun.shared.persistence.Columns;

/** Reads the dated facts of branches. */
@ApplicationScoped
class FactQueries implements UnitRecords {

    private static final String COLUMNS = """
            SELECT valid_from, valid_to, branch_kind, urban, registered_poor_village, members, secretary_status,
                   secretary_vacant_since, secretary_to_replace, secretary_replaced_on, secretary_trained_on,
                   secretary_training_level, reported_at,
                   (SELECT max(l.id) FROM branch_fact l WHERE l.branch_id = f.branch_id) AS latest
            FROM branch_fact f WHERE branch_id = :branch\s""";

    private final Jdbi jdbi;

    /** Facts with the number of the latest report on the branch. */
    record Versioned(FactDetail facts, long latest) {}

    FactQueries(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    Optional<Versioned> on(int branchId, LocalDate day) {
        return jdbi.withHandle(handle -> handle.createQuery(
                COLUMNS + "AND valid_from <= :day AND (valid_to IS NULL OR valid_to > :day)").bind("branch",
                        branchId).bind("day", day).map(
                                (row, context) -> new Versioned(FactDetail.of(row, context),
                                        row.getLong("latest"))).findOne());
    }

    /** Periods from the latest to the first. */
    List<FactDetail> history(int branchId, LocalDate before, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery(
                COLUMNS + "AND valid_from < :before ORDER BY valid_from DESC LIMIT :limit").bind("branch",
                        branchId).bind("before", before).bind("limit", limit).map(FactDetail::of).list());
    }

    @Override
    public Optional<LocalDate> latest(int unitId) {
        return jdbi.withHandle(handle -> handle.createQuery(
                "SELECT max(valid_from) AS day FROM branch_fact WHERE branch_id = :branch").bind("branch", unitId).map(
                        (row, context) -> Optional.ofNullable(Columns.date(row, "day"))).one());
    }
}
