package org.zhengdun.cases;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

import jakarta.enterprise.context.RequestScoped;
import org.jdbi.v3.core.Jdbi;
import org.zhengdun.cases.RoundSummary.UnitListing;
import org.zhengdun.cases.RoundSummary.Warning;
import org.zhengdun.organization.Unit;
import org.zhengdun.organization.Units;
import org.zhengdun.rounds.Round;
import org.zhengdun.rounds.RoundArea;
import org.zhengdun.rounds.RoundBranches;
import org.zhengdun.rounds.Rounds;
import org.zhengdun.rounds.UnitCoverage;
import org.zhengdun.shared.persistence.ScopedSelect;
import org.zhengdun.shared.security.Scope;
import org.zhengdun.shared.web.Language;

/** Sums up what a round has listed. */
@RequestScoped
class RoundSummaries {

    private static final ScopedSelect CASES = new ScopedSelect("rectification_case c", "c", List.of("id"), "");
    /** The round in which a case was listed first; it is counted in every later one that it was carried over into. */
    private static final String FIRST_ROUND = """
            coalesce((SELECT o.from_round_id FROM carry_over o WHERE o.case_id = c.id ORDER BY o.years LIMIT 1), c.round_id)""";
    private static final String LISTED = "AND " + CountedCases.IN_ROUND + " AND " + CaseConditions.listed("c");
    private static final String SQL = """
            SELECT g.id, g.name, count(*) AS listed, count(*) FILTER (WHERE NOT l.new) AS carried_over,
                   count(*) FILTER (WHERE l.new AND l.repeated) AS repeated
            FROM (SELECT c.branch_id, bool_or(%s = :round) AS new,
                         bool_or(EXISTS (SELECT FROM counted_case f WHERE f.branch_id = c.branch_id AND f.id <> c.id
                                         AND f.counted_round = :former AND %s)) AS repeated
                  FROM (%s) k JOIN rectification_case c ON c.id = k.k1 GROUP BY c.branch_id) l
            JOIN org_unit b ON b.id = l.branch_id JOIN org_unit g ON g.id = %s
            GROUP BY g.id, g.name""";

    private final Jdbi jdbi;
    private final Rounds rounds;
    private final RoundBranches branches;
    private final Units units;
    private final Language language;

    RoundSummaries(Jdbi jdbi, Rounds rounds, RoundBranches branches, Units units, Language language) {
        this.jdbi = jdbi;
        this.rounds = rounds;
        this.branches = branches;
        this.units = units;
        this.language = language;
    }

    private record Listed(int unitId, String unitName, int listed, int repeated, int carriedOver) {

        static Listed none(UnitCoverage unit) {
            return new Listed(unit.unitId(), unit.unitName(), 0, 0, 0);
        }

        UnitListing of(int branches) {
            return new UnitListing(unitId, unitName, listed, branches, repeated, carriedOver);
        }
    }

    /** The summary of a round for what the scope covers of it; 404 for a round that the scope does not reach. */
    RoundSummary of(long roundId, Scope scope) {
        Round round = rounds.reached(roundId, scope);
        List<UnitListing> below = below(round, rounds.area(round, scope));
        Unit holder = units.find(round.unitId()).orElseThrow();
        UnitListing total = new UnitListing(holder.id(), holder.name(), sum(below, UnitListing::listed),
                sum(below, UnitListing::branches), sum(below, UnitListing::repeated),
                sum(below, UnitListing::carriedOver));
        List<Warning> warnings = new RoundSigns(total, below, round.settings()).signs().stream().map(
                sign -> new Warning(sign.kind(), language.text(sign.message()), sign.numerator(), sign.denominator(),
                        sign.bound(), sign.units())).toList();
        return new RoundSummary(roundId, round.year(), total, below, warnings);
    }

    /** Units with active branches or listed ones, by id. */
    private List<UnitListing> below(Round round, RoundArea area) {
        Map<Integer, Listed> listed = listed(round, area.scope());
        Map<Integer, UnitListing> below = new TreeMap<>();
        listed.values().forEach(unit -> below.put(unit.unitId(), unit.of(0)));
        for (UnitCoverage unit : branches.byUnit(area, round.path())) {
            below.put(unit.unitId(),
                    listed.getOrDefault(unit.unitId(), Listed.none(unit)).of(unit.branches()));
        }
        return List.copyOf(below.values());
    }

    private Map<Integer, Listed> listed(Round round, Scope within) {
        String sql = SQL.formatted(FIRST_ROUND, CaseConditions.listed("f"), CASES.all(within, LISTED),
                RoundBranches.NEXT_BELOW);
        return jdbi.withHandle(handle -> {
            var query = handle.createQuery(sql);
            CASES.bind(query, within);
            return query.bind("round", round.id()).bind("former", rounds.former(round).orElse(0L)).bind("level",
                    round.path().length - 1).bind("above", round.unitId()).map(
                            (row, context) -> new Listed(
                                    row.getInt("id"), row.getString("name"), row.getInt("listed"),
                                    row.getInt("repeated"), row.getInt("carried_over"))).list();
        }).stream().collect(Collectors.toMap(Listed::unitId, unit -> unit));
    }

    private static int sum(List<UnitListing> units, ToIntFunction<UnitListing> figure) {
        return units.stream().mapToInt(figure).sum();
    }
}
