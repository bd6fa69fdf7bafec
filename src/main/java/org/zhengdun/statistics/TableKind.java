package org.zhengdun.statistics;

/** Tables that superiors collect and that can be frozen (docs/domain.md sections 6 and 7). */
public enum TableKind {
    /** The annual form of a year. */
    ANNUAL_FORM,
    /** The monthly sheet of a month. */
    MONTHLY_SHEET
}
