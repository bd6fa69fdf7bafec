package org.zhengdun.verification;

/**
 * Thresholds that an acceptance check must meet.
 *
 * @param passScore              least score of 100
 * @param maxDissatisfiedPercent most dissatisfied of 100 valid ballots
 * @param minSatisfiedPercent    least satisfied or basically satisfied of 100 valid ballots
 * @param minRaters              least valid ballots
 * @param minPartyMemberPercent  least Party members of 100 raters present
 */
public record AcceptanceGates(int passScore, int maxDissatisfiedPercent, int minSatisfiedPercent, int minRaters,
        int minPartyMemberPercent) {

    /** The national defaults (docs/domain.md section 5). */
    public static final AcceptanceGates DEFAULTS = new AcceptanceGates(70, 50, 80, 15, 30);
}
