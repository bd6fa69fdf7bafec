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
    /** A case carried over belongs to the round it was listed in. */
    private static final String FIRST_ROUND = """
            coalesce((SELECT o.from_round_id FROM carry_over o WHERE o.case_id = %1$s.id ORDER BY o.years LIMIT 1),
                     %1$s.round_id)""";
    private static final String LISTED_IN_ROUND = """
            AND (c.round_id = :round OR EXISTS (
                SELECT FROM carry_over o WHERE o.case_id = c.id AND o.from_round_id = :round))
            AND %s = :round AND\s""".formatted(FIRST_ROUND.formatted("c"));
    private static final String SQL = """
            SELECT g.id, g.name, count(*) AS listed, count(*) FILTER (WHERE l.repeated) AS repeated
            FROM (SELECT DISTINCT c.branch_id, EXISTS (SELECT FROM rectification_case f WHERE f.branch_id = c.branch_id
                      AND %s = :former AND %s) AS repeated
                  FROM (%s) k JOIN rectification_case c ON c.id = k.k1) l
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

    private record Listed(int unitId, String unitName, int listed, int repeated) {}

    /** The summary of a round for what the scope covers of it; 404 for a round that the scope does not reach. */
    RoundSummary of(long roundId, Scope scope) {
        Round round = rounds.reached(roundId, scope);
        List<UnitListing> below = below(round, scope);
        Unit holder = units.find(round.unitId()).orElseThrow();
        UnitListing total = new UnitListing(holder.id(), holder.name(), sum(below, UnitListing::listed),
                sum(below, UnitListing::branches), sum(below, UnitListing::repeated));
        List<Warning> warnings = new RoundSigns(total, below, round.settings()).signs().stream().map(
                sign -> new Warning(sign.kind(), language.text(sign.message()), sign.numerator(), sign.denominator(),
                        sign.bound(), sign.units())).toList();
        return new RoundSummary(roundId, round.year(), total, below, warnings);
    }

    /** Units with active branches or listed ones, by id. */
    private List<UnitListing> below(Round round, Scope scope) {
        Map<Integer, Listed> listed = listed(round, scope.within(round.path()));
        Map<Integer, UnitListing> below = new TreeMap<>();
        listed.values().forEach(unit -> below.put(unit.unitId(),
                new UnitListing(unit.unitId(), unit.unitName(), unit.listed(), 0, unit.repeated())));
        for (UnitCoverage unit : branches.byUnit(round.id(), round.path(), scope)) {
            Listed here = listed.getOrDefault(unit.unitId(), new Listed(unit.unitId(), unit.unitName(), 0, 0));
            below.put(unit.unitId(), new UnitListing(unit.unitId(), unit.unitName(), here.listed(), unit.branches(),
                    here.repeated()));
        }
        return List.copyOf(below.values());
    }

    private Map<Integer, Listed> listed(Round round, Scope within) {
        String keys = CASES.all(within, LISTED_IN_ROUND + CaseConditions.listed("c"));
        String sql = SQL.formatted(FIRST_ROUND.formatted("f"), CaseConditions.listed("f"), keys,
                RoundBranches.NEXT_BELOW);
        return jdbi.withHandle(handle -> {
            var query = handle.createQuery(sql);
            CASES.bind(query, within);
            return query.bind("round", round.id()).bind("former", rounds.former(round).orElse(0L)).bind("level",
                    round.path().length - 1).bind("above", round.unitId()).map(
                            (row, context) -> new Listed(
                                    row.getInt("id"), row.getString("name"), row.getInt("listed"),
                                    row.getInt("repeated"))).list();
        }).stream().collect(Collectors.toMap(Listed::unitId, unit -> unit));
    }

    private static int sum(List<UnitListing> units, ToIntFunction<UnitListing> figure) {
        return units.stream().mapToInt(figure).sum();
    }
}
