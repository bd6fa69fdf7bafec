package org.zhengdun.organization;

/** What kind of unit a branch belongs to; the rows of the annual form are made of the first two. */
public enum BranchKind {
    /** Village (村). */
    VILLAGE,
    /** Urban community (社区). */
    COMMUNITY,
    /** Enterprise. */
    ENTERPRISE,
    /** Social organization. */
    SOCIAL_ORGANIZATION,
    /** Public institution. */
    INSTITUTION,
    /** Party or state agency. */
    AGENCY
}
