package org.zhengdun.verification;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.jdbi.v3.core.Jdbi;

/** Compares each completed spot check with the acceptance it checks, by county. */
@ApplicationScoped
class AgreementQueries {

    private static final int MEAN_DECIMALS = 2;

    private static final String COMPARED = """
            FROM acceptance_check s JOIN rectification_case c ON c.id = s.case_id
            JOIN org_unit u ON u.id = ANY(c.ancestors) AND u.kind = 'COUNTY'
            JOIN LATERAL (SELECT k.id, k.passed, k.score FROM acceptance_check k
                          WHERE k.case_id = s.case_id AND k.purpose = 'ACCEPTANCE' AND k.state = 'COMPLETED'
                            AND k.passed IS NOT NULL AND k.id < s.id ORDER BY k.id DESC LIMIT 1) a ON true
            WHERE s.purpose = 'SPOT_CHECK' AND s.state = 'COMPLETED' AND :unit = ANY(c.ancestors) AND u.id > :after\s""";

    private final Jdbi jdbi;

    AgreementQueries(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    private record County(int id, String name) {}

    private record Compared(County county, AgreementRow.Pair pair) {}

    /** By id of the county, one more than asked. */
    List<AgreementRow> page(int unit, long after, int limit) {
        List<Compared> compared = jdbi.withHandle(handle -> handle.createQuery("""
                SELECT u.id AS county, u.name, c.id AS case_id, a.id AS acceptance, s.id AS spot, a.passed AS accepted,
                       s.passed, a.score AS acceptance_score, s.score
                """ + COMPARED + "AND u.id IN (SELECT DISTINCT u.id " + COMPARED + """
                ORDER BY u.id LIMIT :limit) ORDER BY u.id, s.id""").bind("unit", unit).bind("after", after).bind(
                "limit",
                limit + 1).map(
                        (row, context) -> new Compared(new County(row.getInt("county"), row.getString("name")),
                                new AgreementRow.Pair(row.getLong("case_id"), row.getLong("acceptance"),
                                        row.getLong("spot"),
                                        row.getBoolean("accepted"), row.getBoolean("passed"),
                                        row.getBigDecimal("acceptance_score"), row.getBigDecimal("score")))).list());
        Map<County, List<AgreementRow.Pair>> counties = new LinkedHashMap<>();
        compared.forEach(each -> counties.computeIfAbsent(each.county(), county -> new ArrayList<>()).add(each.pair()));
        return counties.entrySet().stream().map(entry -> row(entry.getKey(), entry.getValue())).toList();
    }

    private static AgreementRow row(County county, List<AgreementRow.Pair> pairs) {
        int same = (int) pairs.stream().filter(AgreementRow.Pair::agrees).count();
        int overturned = (int) pairs.stream().filter(
                pair -> pair.acceptancePassed() && !pair.spotCheckPassed()).count();
        BigDecimal sum = pairs.stream().map(AgreementRow.Pair::difference).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new AgreementRow(county.id(), county.name(), pairs.size(), Fraction.of(same, pairs.size()).share(),
                Fraction.of(overturned, pairs.size()).share(), sum,
                sum.divide(BigDecimal.valueOf(pairs.size()), MEAN_DECIMALS, RoundingMode.HALF_UP), pairs);
    }
}
