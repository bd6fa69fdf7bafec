package org.zhengdun.statistics;

import java.util.List;

import org.zhengdun.cases.CaseConditions;
import org.zhengdun.settings.SettingsSql;

/** Indicators of cases over the years: listed again, fallen back, unconverted, and how long a transformation took. */
final class CycleIndicators {

    private static final FactSource RELISTED = new FactSource("CASE",
            scene -> "FROM " + scene.listed() + " JOIN round r ON r.id = l.round_id AND EXISTS (SELECT FROM "
                    + scene.cases("f") + " WHERE f.branch_id = l.branch_id AND f.id < l.id AND "
                    + CaseConditions.listed("f") + " AND f.confirmed_at >= l.confirmed_at - make_interval(years => "
                    + SettingsSql.number("r", "cycles", "relistedYears") + "))",
            "l", "l.id", "l.id", "l.number", CaseIndicators.OF_CASE);
    /** Cases that were ever transformed, with the day until which a new listing is a relapse. */
    private static final FactSource TRANSFORMED = new FactSource("CASE",
            scene -> "FROM " + scene.listed()
                    + " JOIN round r ON r.id = l.round_id AND NOT l.carried_on AND l.transformed_at IS NOT NULL"
                    + " CROSS JOIN LATERAL (SELECT ((l.transformed_at AT TIME ZONE 'Asia/Shanghai')::date"
                    + " + make_interval(months => " + SettingsSql.number("r", "relapseWindowMonths")
                    + "))::date AS ends_on) w LEFT JOIN LATERAL (SELECT (min(n.confirmed_at) AT TIME ZONE 'Asia/Shanghai')::date"
                    + " AS confirmed_on FROM " + scene.cases("n")
                    + " WHERE n.branch_id = l.branch_id AND n.id > l.id AND "
                    + CaseConditions.listed("n") + ") n ON true",
            "l", "l.id", "l.id", "l.number", CaseIndicators.OF_CASE);
    /** Cases with the number of the year in which they are counted. */
    private static final FactSource YEARS = new FactSource("CASE",
            scene -> "FROM " + scene.listed() + " JOIN round r ON r.id = l.round_id"
                    + " CROSS JOIN LATERAL (SELECT 1 + count(*) AS years FROM carry_over o"
                    + " WHERE o.case_id = l.id AND o.to_year <= r.year) y",
            "l", "l.id", "l.id", "l.number", CaseIndicators.OF_CASE);

    private static final FactSource RESTRICTED = new FactSource("CASE", scene -> "FROM " + scene.listed()
            + " JOIN category k ON k.code = l.main_category AND k.version = l.main_category_version AND k.restricted",
            "l", "l.id", "l.id", "l.number", CaseIndicators.OF_CASE);

    private static final String RELAPSED = "(l.relapses > 0 OR coalesce(n.confirmed_on <= w.ends_on, false))";
    private static final Part FELL_BACK = Part.of(TRANSFORMED, RELAPSED);
    private static final Part RELISTINGS = Part.of(RELISTED, Part.ALL);
    private static final Part DAYS = new Part(CaseIndicators.CASES, CaseIndicators.RAISED.predicate(),
            "(l.transformed_at AT TIME ZONE 'Asia/Shanghai')::date - (l.confirmed_at AT TIME ZONE 'Asia/Shanghai')::date");

    static final List<Indicator> ALL = List.of(
            Indicator.count("relisted", "反复列入", "Relisted",
                    "Listed cases of branches that had been listed before, within the years that the settings name",
                    RELISTINGS),
            Indicator.rate("relisted-rate", "反复列入率", "Relisted rate", "Relisted of listed cases", RELISTINGS,
                    CaseIndicators.LISTED),
            Indicator.count("relapsed", "反弹", "Relapsed",
                    "Transformed cases whose transformation was revoked, or whose branch was listed again within the relapse window",
                    FELL_BACK),
            Indicator.rate("relapse-rate", "反弹率", "Relapse rate",
                    "Relapsed, of the transformed cases that have relapsed or whose relapse window is over", FELL_BACK,
                    Part.of(TRANSFORMED, "(" + RELAPSED + " OR w.ends_on < :today)")),
            Indicator.count("relapse-pending", "反弹未定", "Relapse pending",
                    "Transformed cases that have not relapsed and whose relapse window is not over: too young to tell, not in the rate",
                    Part.of(TRANSFORMED, "NOT (" + RELAPSED + " OR w.ends_on < :today)")),
            Indicator.count("long-unconverted", "三年未转化", "Three years unconverted",
                    "Listed cases that are counted in so many years that the settings call for accountability (the third, by default), and were not raised in the year",
                    Part.of(YEARS, "y.years >= " + SettingsSql.number("r", "cycles", "accountabilityYears")
                            + " AND (l.carried_on OR l.state <> 'CANCELLED' AND NOT " + CaseConditions.raised("l")
                            + ")")).onlyByListing(),
            Indicator.rate("restricted-conversion", "敏感类型转化率", "Restricted-category conversion",
                    "Raised of the listed cases whose main category is restricted",
                    Part.of(RESTRICTED, CaseIndicators.RAISED.predicate()),
                    Part.of(RESTRICTED, Part.ALL)).asRestricted(),
            days("mean-days-to-transformation", "平均转化天数", "Mean days to transformation", "Mean", IndicatorKind.MEAN),
            days("median-days-to-transformation", "转化天数中位数", "Median days to transformation",
                    "The middle one, or the mean of the two in the middle,", IndicatorKind.MEDIAN),
            days("p90-days-to-transformation", "转化天数九成位", "90th percentile of days to transformation",
                    "The smallest number that nine in ten do not exceed", IndicatorKind.P90));

    private CycleIndicators() {}

    private static Indicator days(String code, String zh, String en, String what, IndicatorKind kind) {
        return Indicator.spread(code, zh, en,
                what + " of the days from confirmation to the last transformation of the raised cases", kind, DAYS);
    }
}
