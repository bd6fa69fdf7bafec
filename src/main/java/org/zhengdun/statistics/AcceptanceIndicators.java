package org.zhengdun.statistics;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Indicators of acceptance and of the spot checks that follow it. */
final class AcceptanceIndicators {

    private static final String COMPLETED = """
            CROSS JOIN LATERAL (
               SELECT k.id, k.passed FROM acceptance_check k WHERE k.case_id = l.id AND k.purpose = 'ACCEPTANCE'
                   AND k.completed_at <= :until AND k.passed IS NOT NULL AND NOT l.carried_on %s LIMIT 1) k""";
    private static final String LABEL = "l.number || ' ' || k.id";

    private static final FactSource FIRST_CHECKS = new FactSource("CHECK",
            scene -> "FROM " + scene.listed() + " " + COMPLETED.formatted("ORDER BY k.id"), "l", "k.id", "l.id", LABEL,
            CaseIndicators.OF_CASE);
    /** The popular assessment of the latest completed check. */
    private static final FactSource BALLOTS = new FactSource("CHECK",
            scene -> "FROM " + scene.listed() + " " + COMPLETED.formatted("ORDER BY k.id DESC")
                    + " JOIN check_ballot b ON b.check_id = k.id AND b.aspect = 'OVERALL'",
            "l", "k.id", "l.id", LABEL, CaseIndicators.OF_CASE);
    /** Judgements that failed a case, within the span. */
    private static final FactSource FAILURES = new FactSource("EVENT", scene -> "FROM " + scene.worked()
            + " JOIN case_event e ON e.case_id = l.id AND e.kind = 'move.FAIL_ACCEPTANCE' AND e.at <= :until"
            + " AND e.at >= :begin AND e.at < :end", "l", "e.case_id * 100000 + e.seq", "l.id",
            "l.number || ' ' || e.seq", monthOf("e.at"));
    /** Completed spot checks, each with the acceptance it checks. */
    private static final FactSource SPOT_CHECKS = new FactSource("CHECK", scene -> "FROM " + scene.listed() + " " + """
            JOIN acceptance_check s ON s.case_id = l.id AND s.purpose = 'SPOT_CHECK' AND s.completed_at <= :until
                AND NOT l.carried_on
            CROSS JOIN LATERAL (
                SELECT k.passed FROM acceptance_check k WHERE k.case_id = l.id AND k.purpose = 'ACCEPTANCE'
                    AND k.state = 'COMPLETED' AND k.passed IS NOT NULL AND k.id < s.id ORDER BY k.id DESC LIMIT 1) k""",
            "l", "s.id", "l.id", "l.number || ' ' || s.id", monthOf("s.completed_at"));

    private static final String SATISFIED = "b.satisfied + b.basically_satisfied";

    static final List<Indicator> ALL = List.of(
            Indicator.rate("first-time-acceptance-rate", "一次验收合格率", "First-time acceptance rate",
                    "First acceptance checks that passed every gate, of the listed cases not carried on that were checked",
                    Part.of(FIRST_CHECKS, "k.passed"), Part.of(FIRST_CHECKS, Part.ALL)),
            Indicator.count("failed-acceptances", "验收不合格次数", "Failed acceptances",
                    "Judgements within the period that listed cases failed acceptance", Part.of(FAILURES, Part.ALL)),
            Indicator.share("satisfaction-rate", "群众满意率", "Satisfaction rate",
                    "Satisfied and basically satisfied ballots of all valid ones on the overall question, in the latest completed acceptance check of each listed case not carried on; numerator and denominator are sums of ballots",
                    new Part(BALLOTS, Part.ALL, SATISFIED),
                    new Part(BALLOTS, Part.ALL, SATISFIED + " + b.dissatisfied")),
            Indicator.rate("spot-check-agreement", "抽查一致率", "Spot-check agreement",
                    "Spot checks with the verdict of the acceptance before them, of the completed spot checks of listed cases not carried on",
                    Part.of(SPOT_CHECKS, "s.passed = k.passed"), Part.of(SPOT_CHECKS, Part.ALL)));

    private AcceptanceIndicators() {}

    private static Map<Dimension, String> monthOf(String instant) {
        Map<Dimension, String> columns = new HashMap<>(CaseIndicators.OF_CASE);
        columns.put(Dimension.MONTH, "month_of(" + instant + ")");
        return Map.copyOf(columns);
    }
}
