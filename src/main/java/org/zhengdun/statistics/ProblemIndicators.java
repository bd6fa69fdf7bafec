package org.zhengdun.statistics;

import static org.zhengdun.statistics.CaseIndicators.OF_CASE;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Indicators that count problems of listed cases. */
final class ProblemIndicators {

    /** Closed, and within the span. */
    static final String CLOSED_WITHIN = "problem.state = 'CLOSED' AND problem.closed_at >= :begin AND problem.closed_at < :end";
    private static final String LABEL = "l.number || CASE WHEN problem.restricted THEN '' ELSE ' ' || problem.category END";

    static final FactSource PROBLEMS = new FactSource("PROBLEM",
            scene -> "FROM " + scene.listed() + " JOIN " + scene.rows("problem") + " ON problem.case_id = l.id", "l",
            "problem.id", "l.id", LABEL, with(Map.of(Dimension.PROBLEM_CATEGORY, "problem.category")));
    /** Problems that are closed and were closed within the span. */
    static final FactSource SOLVED = new FactSource("PROBLEM", scene -> "FROM " + scene.worked() + " JOIN "
            + scene.rows("problem") + " ON problem.case_id = l.id AND " + scene.under("problem") + " AND "
            + ProblemIndicators.CLOSED_WITHIN, "l",
            "problem.id", "l.id", LABEL,
            with(Map.of(Dimension.PROBLEM_CATEGORY, "problem.category", Dimension.MONTH,
                    "month_of(problem.closed_at)")));

    private static final Part OF_CASES = Part.of(PROBLEMS, Part.ALL);
    private static final Part CLOSED = Part.of(PROBLEMS, "problem.state = 'CLOSED'");

    static final List<Indicator> ALL = List.of(
            Indicator.count("problems", "问题", "Problems", "Problems of listed cases", OF_CASES),
            Indicator.count("problems-closed", "已销号问题", "Problems closed", "Problems of listed cases that are closed",
                    CLOSED),
            Indicator.rate("problem-closing-rate", "问题销号率", "Problem closing rate", "Closed of all problems", CLOSED,
                    OF_CASES),
            Indicator.count("problems-solved", "解决问题", "Problems solved",
                    "Problems of listed cases that were closed within the period and still are",
                    Part.of(SOLVED, Part.ALL)));

    private ProblemIndicators() {}

    private static Map<Dimension, String> with(Map<Dimension, String> own) {
        Map<Dimension, String> columns = new HashMap<>(OF_CASE);
        columns.putAll(own);
        return Map.copyOf(columns);
    }
}
