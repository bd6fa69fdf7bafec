package org.zhengdun.statistics;

/**
 * One column of the annual form, as data.
 *
 * @param code      stable name
 * @param meaning   what one unit of the value is
 * @param source    the rows that are counted
 * @param predicate SQL condition on the row of the source: which of them are counted
 */
record FormColumn(int number, String code, String chinese, String english, String meaning, FormSource source,
        String predicate) {}
