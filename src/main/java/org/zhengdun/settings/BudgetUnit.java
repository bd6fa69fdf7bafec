package org.zhengdun.settings;

/** How the days of a term are counted. */
public enum BudgetUnit {
    /** Every day. */
    CALENDAR_DAYS,
    /** Days that are worked by the published calendars, make-up weekends among them. */
    WORKING_DAYS
}
