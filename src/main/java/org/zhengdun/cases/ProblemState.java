package org.zhengdun.cases;

/** States of one problem (docs/domain.md section 4, rule 8). */
enum ProblemState {
    /** Not solved. */
    OPEN,
    /** Reported solved with evidence, not yet checked. */
    DONE,
    /** Checked and closed. */
    CLOSED
}
