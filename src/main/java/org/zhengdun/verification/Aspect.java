package org.zhengdun.verification;

/** What the popular assessment asks about; only the first one decides. */
enum Aspect {
    /** The rectification as a whole. */
    OVERALL,
    /** The leading group. */
    LEADERSHIP,
    /** Organization life. */
    ORGANIZATION_LIFE,
    /** Governance and openness. */
    GOVERNANCE,
    /** Service to the people. */
    SERVICE,
    /** Whether the problems were solved. */
    RESULTS
}
