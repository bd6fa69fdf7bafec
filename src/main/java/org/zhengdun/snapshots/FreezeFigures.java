package org.zhengdun.snapshots;

import java.time.Instant;
import java.util.function.UnaryOperator;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.jspecify.annotations.Nullable;
import org.zhengdun.organization.Unit;
import org.zhengdun.organization.Units;
import org.zhengdun.shared.change.Change;
import org.zhengdun.shared.change.ChangeLog;
import org.zhengdun.shared.persistence.AsOf;
import org.zhengdun.shared.problem.ProblemException;
import org.zhengdun.shared.security.Acting;
import org.zhengdun.shared.security.Caller;
import org.zhengdun.shared.security.Permission;
import org.zhengdun.shared.table.Dataset;
import org.zhengdun.shared.time.Days;
import org.zhengdun.shared.web.ChangeControl;
import org.zhengdun.shared.web.Written;
import org.zhengdun.statistics.CollectedTables;

/** Freezes figures and corrects what was frozen. */
@ApplicationScoped
class FreezeFigures {

    private static final String ENTITY = "snapshot";

    private final SnapshotBook book;
    private final SnapshotQueries queries;
    private final CollectedTables tables;
    private final Units units;
    private final Caller caller;
    private final ChangeLog changes;
    private final ObjectMapper json;
    private final Days days;

    FreezeFigures(SnapshotBook book, SnapshotQueries queries, CollectedTables tables, Units units, Caller caller,
            ChangeLog changes, ObjectMapper json, Days days) {
        this.book = book;
        this.queries = queries;
        this.tables = tables;
        this.units = units;
        this.caller = caller;
        this.changes = changes;
        this.json = json;
        this.days = days;
    }

    Written freeze(SnapshotRequest request) {
        Unit unit = units.referenced(request.unitId(), caller.scope(Permission.STATISTICS_PUBLISH), "/unitId");
        Acting acting = caller.requireActing(Permission.STATISTICS_PUBLISH, unit.path());
        SnapshotPeriod period = SnapshotPeriod.of(request);
        AsOf asOf = moment(request.asOf(), period);
        long id = book.open(period, unit, request.title());
        write(id, 1, null, period.compute(tables, unit, asOf), acting);
        SnapshotDetail detail = detail(id, 1);
        changes.record(acting, Change.created("snapshot.freeze", ENTITY, id, unit.path(), summary(detail)));
        return Written.created(detail, 1L, "/api/v1/statistics/snapshots/" + id);
    }

    Written correct(long id, ChangeControl control, SnapshotRequest.Correction request) {
        SnapshotQueries.Found found = queries.find(id, caller.scope(Permission.STATISTICS_READ));
        Acting acting = caller.requireActing(Permission.STATISTICS_PUBLISH, found.place());
        book.lock(id);
        SnapshotRow latest = queries.find(id, caller.scope(Permission.STATISTICS_READ)).latest();
        control.requireVersion(latest.revision());
        SnapshotPeriod period = new SnapshotPeriod(latest.kind(), latest.period());
        Unit unit = units.find(latest.unitId()).orElseThrow(ProblemException::notFound);
        write(id, latest.revision() + 1, request.reason(),
                period.compute(tables, unit, moment(request.asOf(), period)), acting);
        SnapshotDetail detail = detail(id, latest.revision() + 1);
        changes.record(acting, new Change("snapshot.correct", ENTITY, Long.toString(id), found.place(),
                request.reason(), latest, summary(detail)));
        return Written.changed(detail, latest.revision() + 1L);
    }

    private AsOf moment(@Nullable Instant asked, SnapshotPeriod period) {
        if (asked != null && asked.isAfter(days.now())) {
            throw ProblemException.invalid("/asOf", "date.in-future");
        }
        period.requireBegun(asked == null ? days.now() : asked);
        return new AsOf(asked);
    }

    private void write(long id, int revision, @Nullable String reason, Dataset dataset, Acting acting) {
        book.write(new SnapshotBook.Revision(id, revision, reason, dataset, FrozenTable.of(dataset, json),
                acting.accountId()));
    }

    private SnapshotDetail detail(long id, int revision) {
        return queries.revision(queries.find(id, caller.scope(Permission.STATISTICS_PUBLISH)).latest(), revision,
                UnaryOperator.identity());
    }

    /** The figures themselves stay in the snapshot; the trail has their hash. */
    private static SnapshotRow summary(SnapshotDetail detail) {
        SnapshotDetail.Revision latest = detail.revisions().getLast();
        return new SnapshotRow(detail.id(), detail.kind(), detail.unitId(), detail.unitName(), detail.period(),
                detail.title(), latest.revision(), latest.hash(), latest.dataAsOf(), latest.frozenAt(),
                latest.frozenBy());
    }
}
