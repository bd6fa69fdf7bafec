package org.zhengdun.settings;

/** What a measure is counted as in the annual form. */
public enum MeasureKind {
    /** Any measure. */
    ORDINARY,
    /** A special clean-up (专项整治). */
    SPECIAL_CLEAN_UP,
    /** Investigation of a violation of discipline or law. */
    VIOLATION_INVESTIGATION
}
