package org.zhengdun.statistics;

import java.util.List;

/** Indicators of the secretaries of listed branches, from the dated facts of the branches. */
final class SecretaryIndicators {

    /** What the facts known at the moment say of the span: how it began, how it ended and what was done in it. */
    private static final String FACTS = """
            JOIN LATERAL (
               SELECT (array_agg(x.secretary_status = 'VACANT' AND (x.valid_from <= :first
                          OR coalesce(x.secretary_vacant_since <= :first, false)) ORDER BY x.valid_from))[1] AS missing,
                      (array_agg(x.secretary_to_replace ORDER BY x.valid_from))[1] AS to_replace,
                      (array_agg(x.secretary_status = 'FILLED' ORDER BY x.valid_from DESC))[1] AS filled,
                      bool_or(x.secretary_replaced_on BETWEEN :first AND :last) AS replaced,
                      bool_or(x.secretary_trained_on BETWEEN :first AND :last) AS trained
               FROM (SELECT y.*, lead(y.valid_from) OVER (ORDER BY y.valid_from) AS ended_on FROM branch_fact y
                     WHERE y.branch_id = l.branch_id AND y.reported_at <= :until) x
               WHERE x.valid_from <= :last AND (x.ended_on IS NULL OR x.ended_on > :first)) f ON\s""";
    /** The last listing of each branch in the span. */
    private static final FactSource SECRETARIES = new FactSource("CASE",
            scene -> "FROM " + scene.listed() + " " + FACTS + scene.isLastOfBranch(), "l", "l.id", "l.id", "l.number",
            CaseIndicators.OF_CASE);

    private static final Part MISSING = Part.of(SECRETARIES, "f.missing");
    private static final Part FILLED = Part.of(SECRETARIES, "f.missing AND f.filled");
    private static final Part TO_REPLACE = Part.of(SECRETARIES, "f.to_replace");
    private static final Part REPLACED = Part.of(SECRETARIES, "f.to_replace AND f.replaced");

    static final List<Indicator> ALL = List.of(
            Indicator.count("secretaries-missing", "期初缺职的书记", "Secretaries missing",
                    "Listed branches whose secretary's post was vacant on the first day of the period", MISSING),
            Indicator.count("secretaries-filled", "其中：已配备", "Secretaries filled",
                    "Of the missing ones, those whose post is filled by the latest fact of the period", FILLED),
            Indicator.rate("secretary-filling-rate", "书记配备率", "Secretary filling rate", "Filled of missing", FILLED,
                    MISSING),
            Indicator.count("secretaries-to-replace", "期初需要调整的书记", "Secretaries to replace",
                    "Listed branches whose secretary was to be replaced at the start of the period", TO_REPLACE),
            Indicator.count("secretaries-replaced", "其中：已调整", "Secretaries replaced",
                    "Of those to replace, the ones that were replaced on a day of the period", REPLACED),
            Indicator.rate("secretary-replacement-rate", "书记调整率", "Secretary replacement rate",
                    "Replaced of those to replace", REPLACED, TO_REPLACE),
            Indicator.count("secretaries-trained", "参加培训的书记", "Secretaries trained",
                    "Listed branches whose secretary was trained on a day of the period",
                    Part.of(SECRETARIES, "f.trained")));

    private SecretaryIndicators() {}
}
