package org.zhengdun.deadlines;

/** What is due. */
public enum DeadlineKind {
    /** The rectification as a whole; the subject is the case. */
    CASE,
    /** The plan of a case, until it is submitted; the subject is the case. */
    PLAN,
    /** One measure. */
    MEASURE,
    /** One look-back. */
    LOOK_BACK,
    /** The second check after a basic pass; the subject is the case. */
    SECOND_CHECK,
    /** A report of a unit. */
    REPORT
}
