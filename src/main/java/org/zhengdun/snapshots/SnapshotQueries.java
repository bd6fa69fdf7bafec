package org.zhengdun.snapshots;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.UnaryOperator;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import org.zhengdun.shared.persistence.Columns;
import org.zhengdun.shared.persistence.ScopedSelect;
import org.zhengdun.shared.problem.ProblemException;
import org.zhengdun.shared.security.Scope;
import org.zhengdun.shared.table.Dataset;
import org.zhengdun.snapshots.SnapshotDetail.CellChange;
import org.zhengdun.snapshots.SnapshotDetail.Revision;
import org.zhengdun.snapshots.SnapshotDetail.Table;
import org.zhengdun.statistics.TableKind;

/** Reads snapshots. */
@ApplicationScoped
class SnapshotQueries {

    private static final ScopedSelect NEWEST = new ScopedSelect("statistics_snapshot s", "s", List.of("id"), "");
    private static final String ROW = """
            SELECT s.id, s.kind, s.unit_id, u.name AS unit_name, s.period, s.title, s.ancestors, r.revision, r.reason,
                   r.hash, r.data_as_of, r.computed_at, r.frozen_at, a.display_name
            FROM statistics_snapshot s JOIN org_unit u ON u.id = s.unit_id
            JOIN statistics_snapshot_revision r ON r.snapshot_id = s.id JOIN account a ON a.id = r.frozen_by\s""";
    private static final String LATEST = " NOT EXISTS (SELECT FROM statistics_snapshot_revision n "
            + "WHERE n.snapshot_id = r.snapshot_id AND n.revision > r.revision)";

    private final Jdbi jdbi;
    private final ObjectMapper json;

    SnapshotQueries(Jdbi jdbi, ObjectMapper json) {
        this.jdbi = jdbi;
        this.json = json;
    }

    /** A snapshot with its place. */
    @SuppressWarnings("ArrayRecordComponent")
    record Found(SnapshotRow latest, int[] place) {}

    /** Newest first, one more than asked. */
    List<Found> page(Scope scope, @Nullable TableKind kind, long before, int limit) {
        String where = "AND s.id < :before" + (kind == null ? "" : " AND s.kind = :kind");
        String sql = ROW + "JOIN (" + NEWEST.page(scope, where, "DESC") + ") page ON page.k1 = s.id WHERE" + LATEST
                + " ORDER BY s.id DESC";
        return jdbi.withHandle(handle -> {
            Query query = handle.createQuery(sql).bind("before", before).bind("limit", limit + 1).bind("kind",
                    kind == null ? null : kind.name());
            NEWEST.bind(query, scope);
            return query.map((row, context) -> found(row)).list();
        });
    }

    /** The snapshot, or 404 outside the scope. */
    Found find(long id, Scope scope) {
        return jdbi.withHandle(handle -> handle.createQuery(ROW + "WHERE s.id = :id AND" + LATEST).bind("id", id).map(
                (row, context) -> found(row)).findOne()).filter(
                        found -> scope.covers(found.place())).orElseThrow(ProblemException::notFound);
    }

    /**
     * A revision with all that is known about it, or 404 when there is none of that number.
     *
     * @param shown what of a table the reader sees
     */
    SnapshotDetail revision(SnapshotRow latest, int number, UnaryOperator<Dataset> shown) {
        List<Revision> revisions = revisions(latest.id());
        if (number < 1 || number > revisions.size()) {
            throw ProblemException.notFound();
        }
        Revision wanted = revisions.get(number - 1);
        Dataset dataset = shown.apply(dataset(latest.id(), number));
        List<CellChange> changes = number == 1
                ? null
                : CellChanges.between(shown.apply(dataset(latest.id(), 1)), dataset);
        return new SnapshotDetail(latest.id(), latest.kind(), latest.unitId(), latest.unitName(), latest.period(),
                latest.title(), number, wanted.hash(), wanted.dataAsOf(), dataset.computedAt(), revisions,
                Table.of(dataset), changes, dataset);
    }

    private List<Revision> revisions(long id) {
        return jdbi.withHandle(handle -> handle.createQuery(ROW + "WHERE s.id = :id ORDER BY r.revision").bind("id",
                id).map((row, context) -> new Revision(row.getInt("revision"), row.getString("reason"),
                        row.getString("hash"), Columns.requiredInstant(row, "data_as_of"),
                        Columns.requiredInstant(row, "frozen_at"), row.getString("display_name"))).list());
    }

    private Dataset dataset(long id, int revision) {
        return jdbi.withHandle(handle -> handle.createQuery(
                """
                        SELECT content FROM statistics_snapshot_revision WHERE snapshot_id = :id AND revision = :revision""").bind(
                        "id", id).bind("revision", revision).mapTo(String.class).map(FrozenTable::new).one()).read(
                                json);
    }

    private static Found found(ResultSet row) throws SQLException {
        return new Found(row(row), Columns.ints(row, "ancestors"));
    }

    private static SnapshotRow row(ResultSet row) throws SQLException {
        return new SnapshotRow(row.getLong("id"), TableKind.valueOf(row.getString("kind")), row.getInt("unit_id"),
                row.getString("unit_name"), row.getString("period"), row.getString("title"), row.getInt("revision"),
                row.getString("hash"), Columns.requiredInstant(row, "data_as_of"),
                Columns.requiredInstant(row, "frozen_at"), row.getString("display_name"));
    }
}
