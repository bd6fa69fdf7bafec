package org.zhengdun.statistics;

import java.util.List;
import java.util.Map;

/** Indicators of the branches themselves, and how many of them were looked at and listed. */
final class BranchIndicators {

    private static final Map<Dimension, String> COLUMNS = Map.of(Dimension.BRANCH_KIND, "b.branch_kind");

    /** Branches that are not closed. */
    static final FactSource BRANCHES = new FactSource("BRANCH", scene -> "FROM " + new UnitRows(scene).branches(), "b",
            "b.id",
            "NULL::bigint", "b.code", COLUMNS);
    /** Those of them with a screening record. */
    static final FactSource SCREENED = new FactSource("BRANCH", scene -> "FROM " + new UnitRows(scene).branches()
            + " JOIN (SELECT DISTINCT s.branch_id FROM screening s JOIN round r ON r.id = s.round_id"
            + " WHERE s.recorded_at <= :until AND (s.superseded_at IS NULL OR s.superseded_at > :until) AND "
            + screenedIn(scene.span()) + ") k ON k.branch_id = b.id", "b", "b.id", "NULL::bigint", "b.code", COLUMNS);

    private static final Part ACTIVE = Part.of(BRANCHES, Part.ALL);
    private static final Part LOOKED_AT = Part.of(SCREENED, Part.ALL);

    static final List<Indicator> ALL = List.of(
            Indicator.count("branches", "基层党组织", "Active branches",
                    "Branches that are not closed; for a round those under the unit that holds it", ACTIVE),
            Indicator.count("screened", "已排查", "Screened",
                    "Active branches with a screening record of the year or round, or made in the months", LOOKED_AT),
            Indicator.rate("screening-coverage", "排查覆盖率", "Screening coverage", "Screened of active branches",
                    LOOKED_AT, ACTIVE),
            Indicator.rate("listed-ratio", "列为整顿对象比例", "Listed ratio", "Listed cases of active branches",
                    CaseIndicators.LISTED, ACTIVE));

    private BranchIndicators() {}

    private static String screenedIn(Span span) {
        return switch (span) {
            case Span.OfYear year -> "r.year = :year";
            case Span.OfRound round -> "r.id = :round";
            case Span.OfMonths months -> "s.screened_on BETWEEN :first AND :last";
        };
    }
}
