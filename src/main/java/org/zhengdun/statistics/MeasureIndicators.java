package org.zhengdun.statistics;

import static org.zhengdun.statistics.CaseIndicators.OF_CASE;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.zhengdun.deadlines.LatenessSql;

/** Indicators that count measures of listed cases. */
final class MeasureIndicators {

    /** Of a special kind and done within the span. */
    static final String DONE_WITHIN = "measure.kind <> 'ORDINARY' AND measure.state = 'DONE'"
            + " AND measure.done_on BETWEEN :first AND :last";
    private static final String LABEL = "l.number || ' ' || measure.kind";

    static final FactSource MEASURES = new FactSource("MEASURE", MeasureIndicators::measures, "l", "measure.id", "l.id",
            LABEL, OF_CASE);
    /** Measures with their due dates. */
    static final FactSource DUE = new FactSource("MEASURE", scene -> measures(scene) + " JOIN " + scene.rows("deadline")
            + " ON deadline.kind = 'MEASURE' AND deadline.subject_id = measure.id", "l", "measure.id", "l.id", LABEL,
            OF_CASE);
    /** Measures of a special kind that were done within the span. */
    static final FactSource SPECIAL = new FactSource("MEASURE", scene -> "FROM " + scene.worked() + " JOIN "
            + scene.rows("measure") + " ON measure.case_id = l.id AND " + MeasureIndicators.DONE_WITHIN, "l",
            "measure.id",
            "l.id", LABEL, doneOn());

    private static final LatenessSql LATENESS = new LatenessSql("deadline.state = 'OPEN'", "deadline.due_on",
            "deadline.warn_on", "deadline.resumes_on");

    static final Part CLEAN_UPS = Part.of(SPECIAL, "measure.kind = 'SPECIAL_CLEAN_UP'");
    static final Part VIOLATIONS = Part.of(SPECIAL, "measure.kind = 'VIOLATION_INVESTIGATION'");

    static final List<Indicator> ALL = List.of(
            Indicator.count("measures", "整改措施", "Measures", "Measures of listed cases", Part.of(MEASURES, Part.ALL)),
            Indicator.count("measures-overdue", "逾期措施", "Measures overdue",
                    "Measures of listed cases not carried on that are not done and whose due date has passed",
                    Part.of(DUE, "NOT l.carried_on AND " + LATENESS.overdue())),
            Indicator.count("special-clean-ups", "专项整治", "Special clean-ups",
                    "Measures of listed cases, of the kind special clean-up, done within the period", CLEAN_UPS),
            Indicator.count("violations", "查处违纪违法", "Violations investigated",
                    "Measures of listed cases, of the kind violation investigation, done within the period",
                    VIOLATIONS).asRestricted());

    private MeasureIndicators() {}

    private static String measures(Scene scene) {
        return "FROM " + scene.listed() + " JOIN " + scene.rows("measure") + " ON measure.case_id = l.id";
    }

    private static Map<Dimension, String> doneOn() {
        Map<Dimension, String> columns = new HashMap<>(OF_CASE);
        columns.put(Dimension.MONTH, "month_of(measure.done_on)");
        return Map.copyOf(columns);
    }
}
