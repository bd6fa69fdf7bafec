package org.zhengdun.rounds;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.zhengdun.shared.persistence.ScopedSelect;
import org.zhengdun.shared.time.Days;

/** Counts the active branches that a round concerns, by the units next below a unit. */
@ApplicationScoped
public class RoundBranches {

    /** The unit next below the one asked for that a branch (alias b) belongs to; what has none between belongs to itself. */
    public static final String NEXT_BELOW = """
            (CASE WHEN b.level <= :level + 1 THEN :above ELSE b.ancestors[:level + 2] END)""";
    static final String ACTIVE = "AND b.kind = 'BRANCH' AND (b.closed_on IS NULL OR b.closed_on > :today)";

    /** Under the unit that holds the round, or screened or listed in it before the branch left. */
    static final String OF_ROUND = """
            AND (b.ancestors[:holderLevel + 1] = :holder
               OR EXISTS (SELECT FROM screening x WHERE x.round_id = :round AND x.branch_id = b.id
                   AND x.superseded_at IS NULL)
               OR EXISTS (SELECT FROM counted_case x WHERE x.counted_round = :round AND x.branch_id = b.id))""";
    private static final ScopedSelect BRANCHES = new ScopedSelect("org_unit b", "b", List.of("id"), "");
    private static final String SQL = """
            SELECT g.id, g.name, count(*) AS branches, count(s.id) AS screened,
                count(*) FILTER (WHERE s.result = 'NORMAL') AS normal, count(*) FILTER (WHERE s.result = 'WATCH') AS watch,
                count(*) FILTER (WHERE s.result = 'WEAK') AS weak
            FROM (%s) k JOIN org_unit b ON b.id = k.k1 JOIN org_unit g ON g.id = %s
            LEFT JOIN screening s ON s.round_id = :round AND s.branch_id = b.id AND s.superseded_at IS NULL
            GROUP BY g.id, g.name, g.code ORDER BY g.code""";

    private final Jdbi jdbi;
    private final Days days;

    RoundBranches(Jdbi jdbi, Days days) {
        this.jdbi = jdbi;
        this.days = days;
    }

    /**
     * The units next below that have active branches in the area.
     *
     * @param above ids from the root to the unit asked for
     */
    public List<UnitCoverage> byUnit(RoundArea area, int[] above) {
        String sql = SQL.formatted(BRANCHES.all(area.scope(), ACTIVE + OF_ROUND), NEXT_BELOW);
        return jdbi.withHandle(handle -> {
            var query = handle.createQuery(sql);
            BRANCHES.bind(query, area.scope());
            bindHolder(query, area);
            return query.bind("round", area.roundId()).bind("today", days.today()).bind("level", above.length - 1).bind(
                    "above", above[above.length - 1]).map(
                            (row, context) -> new UnitCoverage(row.getInt("id"), row.getString("name"),
                                    row.getInt("branches"), row.getInt("screened"), row.getInt("normal"),
                                    row.getInt("watch"), row.getInt("weak"))).list();
        });
    }

    static void bindHolder(Query query, RoundArea area) {
        int level = area.holder().length - 1;
        query.bind("holderLevel", level).bind("holder", area.holder()[level]);
    }
}
