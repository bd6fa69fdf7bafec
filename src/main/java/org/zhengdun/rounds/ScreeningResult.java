package org.zhengdun.rounds;

/** What the screening of a branch came to; a hint for nomination, not a verdict. */
enum ScreeningResult {
    /** Nothing found. */
    NORMAL,
    /** To be kept in view. */
    WATCH,
    /** Weak or lax, to be nominated. */
    WEAK
}
