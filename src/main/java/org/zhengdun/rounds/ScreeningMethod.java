package org.zhengdun.rounds;

/** How a branch was looked at (docs/domain.md section 2, screening). */
enum ScreeningMethod {
    /** A visit on site (走访). */
    VISIT,
    /** Talks with members and residents (谈话). */
    INTERVIEW,
    /** A look through minutes, accounts and files (查阅资料). */
    RECORD_CHECK,
    /** Comparison of data of several systems (数据比对). */
    DATA_COMPARISON,
    /** Petitions and complaints (信访数据). */
    PETITION_DATA,
    /** What the branch reports of itself (自查报告). */
    SELF_REPORT,
    /** Another way, said in the findings. */
    OTHER
}
