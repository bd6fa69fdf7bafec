package org.zhengdun.cases;

import java.util.List;

/**
 * Which of two active cases goes on when their branches become one (docs/domain.md section 4, rule 16): a listed one before a
 * nomination, one that is being rectified before one under observation, and of two alike the further advanced one.
 */
final class MergePrecedence {

    private static final List<CaseState> RISING = List.of(CaseState.NOMINATED, CaseState.RETURNED,
            CaseState.UNDER_REVIEW, CaseState.TRANSFORMED, CaseState.CONFIRMED, CaseState.PLANNING,
            CaseState.PLAN_SUBMITTED, CaseState.RECTIFYING, CaseState.SELF_CHECKED, CaseState.ACCEPTANCE);

    private MergePrecedence() {}

    /** Whether the case of the ending branch takes the place of the successor's own; in doubt the successor keeps its own. */
    static boolean prevails(CaseState ending, CaseState own) {
        return RISING.indexOf(ending) > RISING.indexOf(own);
    }
}
