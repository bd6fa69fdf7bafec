package org.zhengdun.cases;

/** In which rounds a case is counted (docs/cycles.md): its present one and those it was carried on from, by the view of that name. */
final class CountedCases {

    /** SQL condition on a case {@code c} that it is counted in the round that is bound. */
    static final String IN_ROUND = "c.id IN (SELECT k.id FROM counted_case k WHERE k.counted_round = :round)";

    private CountedCases() {}
}
