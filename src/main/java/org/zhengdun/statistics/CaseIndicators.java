package org.zhengdun.statistics;

import java.util.List;
import java.util.Map;

import org.zhengdun.cases.CaseConditions;

/** Indicators that count listed cases. */
final class CaseIndicators {

    static final Map<Dimension, String> OF_CASE = Map.of(Dimension.CATEGORY, "l.main_category", Dimension.BRANCH_KIND,
            "l.branch_kind", Dimension.STATE, "l.state", Dimension.ROUND, "l.round_id", Dimension.MONTH,
            "l.listed_month");
    static final FactSource CASES = new FactSource("CASE", scene -> "FROM " + scene.listed(), "l", "l.id", "l.id",
            "l.number", OF_CASE);

    static final Part LISTED = Part.of(CASES, Part.ALL);
    /** A case that was carried on was not raised in the years before. */
    static final Part RAISED = Part.of(CASES, "NOT l.carried_on AND " + CaseConditions.raised("l"));
    private static final Part CLOSED = Part.of(CASES, "NOT l.carried_on AND " + CaseConditions.closed("l"));

    static final List<Indicator> ALL = List.of(
            Indicator.count("listed", "列为整顿对象", "Listed",
                    "Listed cases: confirmed, newly or carried over, not cancelled as listed in error", LISTED),
            Indicator.count("newly-listed", "新增整顿对象", "Newly listed",
                    "Listed cases that were not carried over into the year or round",
                    Part.of(CASES, "NOT l.carried_in")),
            Indicator.count("carried-over", "结转", "Carried over",
                    "Listed cases that were carried over into the year or round", Part.of(CASES,
                            "l.carried_in")).onlyByListing(),
            Indicator.count("raised", "整顿提升", "Raised",
                    "Listed cases not carried on into the next year that are transformed, or closed as transformed",
                    RAISED),
            Indicator.rate("conversion-rate", "转化率", "Conversion rate", "Raised of listed cases", RAISED, LISTED),
            Indicator.count("closed", "销号", "Closed", "Listed cases not carried on that are closed as transformed",
                    CLOSED),
            Indicator.rate("closing-rate", "销号率", "Closing rate", "Closed of listed cases", CLOSED, LISTED),
            Indicator.count("overdue", "逾期", "Overdue",
                    "Listed cases not carried on whose deadline has passed and runs", Part.of(CASES,
                            "NOT l.carried_on AND " + CaseConditions.overdue("l"))),
            Indicator.count("supervised", "挂牌督办", "Under supervision",
                    "Listed cases not carried on that are under direct supervision", Part.of(CASES,
                            "NOT l.carried_on AND " + CaseConditions.supervised("l"))));

    private CaseIndicators() {}
}
