package org.zhengdun.snapshots;

import java.time.Instant;
import java.time.YearMonth;

import org.jspecify.annotations.Nullable;
import org.zhengdun.organization.Unit;
import org.zhengdun.shared.persistence.AsOf;
import org.zhengdun.shared.problem.ProblemException;
import org.zhengdun.shared.table.Dataset;
import org.zhengdun.shared.time.Days;
import org.zhengdun.statistics.CollectedTables;
import org.zhengdun.statistics.TableKind;

/**
 * What a snapshot freezes.
 *
 * @param period a year, or a month as {@code yyyy-mm}
 */
record SnapshotPeriod(TableKind kind, String period) {

    /** The period asked for, 422 when it does not fit the kind. */
    static SnapshotPeriod of(SnapshotRequest request) {
        return switch (request.kind()) {
            case ANNUAL_FORM ->
                new SnapshotPeriod(request.kind(), required(request.year(), "/year", request.month(), "/month"));
            case MONTHLY_SHEET ->
                new SnapshotPeriod(request.kind(), required(request.month(), "/month", request.year(), "/year"));
        };
    }

    private static String required(@Nullable Object wanted, String pointer, @Nullable Object other,
            String otherPointer) {
        if (wanted == null) {
            throw ProblemException.invalid(pointer, "snapshot.period-required");
        }
        if (other != null) {
            throw ProblemException.invalid(otherPointer, "snapshot.other-period");
        }
        return String.valueOf(wanted);
    }

    /** Refuses a period that has not begun. */
    void requireBegun(Instant moment) {
        if (firstMonth().atDay(1).atStartOfDay(Days.ZONE).toInstant().isAfter(moment)) {
            throw ProblemException.invalid(kind == TableKind.ANNUAL_FORM ? "/year" : "/month", "period.not-begun");
        }
    }

    Dataset compute(CollectedTables tables, Unit unit, AsOf asOf) {
        return switch (kind) {
            case ANNUAL_FORM -> tables.annualForm(unit, firstMonth().getYear(), asOf);
            case MONTHLY_SHEET -> tables.monthlySheet(unit, firstMonth(), asOf);
        };
    }

    private YearMonth firstMonth() {
        return kind == TableKind.ANNUAL_FORM ? YearMonth.of(Integer.parseInt(period), 1) : YearMonth.parse(period);
    }
}
