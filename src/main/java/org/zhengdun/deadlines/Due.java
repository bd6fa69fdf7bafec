package org.zhengdun.deadlines;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A computed due date.
 *
 * @param calendars   ids of the calendars it was computed with
 * @param provisional whether a year without a calendar was counted by weekdays alone
 */
record Due(@Nullable LocalDate on, List<Long> calendars, boolean provisional) {

    static Due fixed(@Nullable LocalDate on) {
        return new Due(on, List.of(), false);
    }
}
