package org.zhengdun.audit;

/** What is wrong where a chain of seals breaks. */
enum BreakKind {
    /** A row, or what is sealed of it, is not what it was when it was sealed. */
    ROW_CHANGED,
    /** A sealed row is not there any more. */
    ROW_MISSING,
    /** A row was put in after its time was sealed. */
    ROW_ADDED,
    /** A row is older than rows that were sealed long before it. */
    ORDER_BROKEN,
    /** A seal does not fit its own hash. */
    SEAL_CHANGED,
    /** A seal is not there any more. */
    SEAL_MISSING,
    /** A seal does not hold the hash of the one before it. */
    CHAIN_CUT,
    /** A seal fits the chain, but is not the one that was kept outside. */
    ANCHOR_MISMATCH
}
