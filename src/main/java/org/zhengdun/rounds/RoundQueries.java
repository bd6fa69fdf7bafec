package org.zhengdun.rounds;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

import jakarta.enterprise.context.RequestScoped;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.zhengdun.settings.EffectiveSettings;
import org.zhengdun.shared.persistence.Columns;
import org.zhengdun.shared.persistence.ScopedSelect;
import org.zhengdun.shared.problem.ProblemException;
import org.zhengdun.shared.security.Scope;
import org.zhengdun.shared.web.Cursors;
import org.zhengdun.shared.web.Page;
import org.zhengdun.shared.web.PageRequest;

/** Reads rounds: those inside the scope, those that superiors hold for it, those in which something in it was made. */
@RequestScoped
class RoundQueries {

    private static final ScopedSelect ROUNDS = new ScopedSelect("round r", "r", List.of("id"), "");
    private static final ScopedSelect OUTLIERS = new ScopedSelect("""
            (SELECT o.ancestors, o.a1, o.a2, o.a3, o.a4, o.a5, o.unit_id, f.id, f.year, f.state
             FROM round_outlier o JOIN round f ON f.id = o.round_id) r""", "r", List.of("id"), "");
    private static final String PAGE = """
            SELECT r.id, r.unit_id, u.name AS unit_name, r.year, r.name, r.starts_on, r.ends_on, r.state
            FROM (SELECT k1 FROM (%s) inside UNION SELECT id FROM (SELECT r.id FROM round r
                  WHERE r.unit_id = ANY(:above) %s ORDER BY r.id DESC LIMIT :limit) above
                  UNION SELECT k1 FROM (%s) outlying UNION SELECT r.id FROM round_outlier o JOIN round r ON r.id = o.round_id
                  WHERE o.unit_id = ANY(:above) %s) k
            JOIN round r ON r.id = k.k1 JOIN org_unit u ON u.id = r.unit_id
            ORDER BY r.id DESC LIMIT :limit""";

    /** A detail with what stands beside it. */
    @SuppressWarnings("ArrayRecordComponent")
    record Found(RoundDetail detail, int[] place, int version) {}

    private final Jdbi jdbi;
    private final EffectiveSettings settings;
    private final RoundPlaces places;
    private final Cursors cursors;

    RoundQueries(Jdbi jdbi, EffectiveSettings settings, RoundPlaces places, Cursors cursors) {
        this.jdbi = jdbi;
        this.settings = settings;
        this.places = places;
        this.cursors = cursors;
    }

    Page<RoundRow> page(Scope scope, @Nullable Integer year, @Nullable RoundState state, PageRequest page) {
        long before = Cursors.number(cursors.after(page, List.of(Long.toString(Long.MAX_VALUE))).getFirst());
        String where = "AND r.id < :before" + (year == null ? "" : " AND r.year = :year")
                + (state == null ? "" : " AND r.state = :state");
        List<RoundRow> rows = jdbi.withHandle(handle -> {
            var query = handle.createQuery(PAGE.formatted(ROUNDS.page(scope, where, "DESC"), where,
                    OUTLIERS.all(scope, where), where));
            ROUNDS.bind(query, scope);
            return query.bind("above", scope.ancestry().stream().mapToInt(Integer::intValue).toArray()).bind("before",
                    before).bind("year", year).bind("state", state).bind("limit", page.limit() + 1).map(
                            (row, context) -> row(row)).list();
        });
        return cursors.page(page, rows, row -> List.of(row.id()));
    }

    /** The round, or 404 when the scope does not reach it. */
    Found find(long id, Scope scope) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                SELECT r.*, u.name AS unit_name, a.display_name AS opener FROM round r
                JOIN org_unit u ON u.id = r.unit_id JOIN account a ON a.id = r.opened_by WHERE r.id = :id""").bind("id",
                id).map((row, context) -> found(row)).findOne()).filter(
                        found -> places.reached(id, scope)).orElseThrow(ProblemException::notFound);
    }

    boolean isReached(long id, Scope scope) {
        return places.reached(id, scope);
    }

    /** What the scope sees of the round. */
    RoundArea area(Found found, Scope scope) {
        return places.area(found.detail().id(), found.place(), scope);
    }

    /** From where the round is reached. */
    List<int[]> places(Found found) {
        return places.of(found.detail().id());
    }

    private static RoundRow row(ResultSet row) throws SQLException {
        return new RoundRow(row.getLong("id"), row.getInt("unit_id"), row.getString("unit_name"), row.getInt("year"),
                row.getString("name"), Columns.requiredDate(row, "starts_on"), Columns.requiredDate(row, "ends_on"),
                RoundState.valueOf(row.getString("state")));
    }

    private Found found(ResultSet row) throws SQLException {
        RoundRow head = row(row);
        RoundDetail detail = new RoundDetail(head.id(), head.unitId(), head.unitName(), head.year(), head.name(),
                head.startsOn(), head.endsOn(), head.state(), settings.read(row.getString("settings")),
                row.getString("opener"), Columns.requiredInstant(row, "opened_at"), Columns.instant(row, "closed_at"));
        return new Found(detail, Columns.ints(row, "ancestors"), row.getInt("version"));
    }
}
