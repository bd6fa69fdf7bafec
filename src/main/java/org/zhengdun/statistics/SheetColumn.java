package org.zhengdun.statistics;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.function.ToLongFunction;

import org.jspecify.annotations.Nullable;

/**
 * One column of the monthly sheet, as data.
 *
 * @param meaning  what one unit of the value is
 * @param counted  what is counted
 * @param of       what a percentage is of; null for a plain count
 * @param byBranch whether the kinds of branches have their own figures
 */
record SheetColumn(int number, String code, String chinese, String english, String meaning, FormColumn counted,
        @Nullable FormColumn of, boolean byBranch) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** A column of the annual form, up to the end of the month. */
    static SheetColumn of(FormColumn column) {
        return new SheetColumn(column.number(), column.code(), column.chinese(), column.english(), column.meaning(),
                column,
                null, column.source() != FormSource.REPORTS);
    }

    /** The value in a row, from its sums; empty where there is none. */
    Optional<BigDecimal> value(FormRow row, ToLongFunction<FormColumn> sums) {
        if (!byBranch && row != FormRow.TOTAL) {
            return Optional.empty();
        }
        BigDecimal value = BigDecimal.valueOf(sums.applyAsLong(counted));
        if (of == null) {
            return Optional.of(value);
        }
        long whole = sums.applyAsLong(of);
        return whole == 0
                ? Optional.empty()
                : Optional.of(value.multiply(HUNDRED).divide(BigDecimal.valueOf(whole), 2, RoundingMode.HALF_UP));
    }
}
