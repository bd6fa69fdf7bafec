package org.zhengdun.audit;

/** What became of a request to erase. */
enum ErasureState {
    /** Waits for a second person. */
    PENDING,
    /** The texts are gone. */
    APPROVED,
    /** The texts stay. */
    REFUSED
}
