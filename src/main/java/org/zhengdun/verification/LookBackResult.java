package org.zhengdun.verification;

/** What a look-back found. */
enum LookBackResult {
    /** The change holds. */
    STABLE,
    /** Signs of falling back. */
    SHAKY,
    /** The branch fell back. */
    RELAPSED
}
