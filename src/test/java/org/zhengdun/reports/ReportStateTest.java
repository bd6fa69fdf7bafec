package org.zhengdun.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;

import org.junit.jupiter.api.Test;
import org.zhengdun.deadlines.Light;

class ReportStateTest {

    private static final LocalDate DUE = LocalDate.of(2026, 7, 5);

    @Test
    void aMonthIsReportedOnItsLastDayAtTheEarliest() {
        YearMonth february = YearMonth.of(2028, 2);
        assertThat(ReportMonth.isComplete(february, LocalDate.of(2028, 2, 28))).isFalse();
        assertThat(ReportMonth.isComplete(february, LocalDate.of(2028, 2, 29))).isTrue();
        assertThat(ReportMonth.isComplete(february, LocalDate.of(2028, 3, 1))).isTrue();
    }

    @Test
    void aReportIsDueUntilTheEndOfItsDay() {
        assertThat(ReportState.of(DUE, null, DUE)).isEqualTo(ReportState.DUE);
        assertThat(ReportState.of(DUE, null, DUE.plusDays(1))).isEqualTo(ReportState.MISSED);
    }

    @Test
    void theDayOfSubmissionDecidesBetweenOnTimeAndLate() {
        assertThat(ReportState.of(DUE, DUE, DUE.plusDays(9))).isEqualTo(ReportState.ON_TIME);
        assertThat(ReportState.of(DUE, DUE.plusDays(1), DUE.plusDays(9))).isEqualTo(ReportState.LATE);
    }

    @Test
    void oneMissedReportIsYellowAndTwoInARowAreRed() {
        assertThat(ReportLight.light(ReportLight.of(0, 2))).isEqualTo(Light.GREEN);
        assertThat(ReportLight.light(ReportLight.of(1, 2))).isEqualTo(Light.YELLOW);
        assertThat(ReportLight.light(ReportLight.of(2, 2))).isEqualTo(Light.RED);
        assertThat(ReportLight.of(2, 2)).isEqualTo(ReportLight.REPORTS_MISSED);
        assertThat(ReportLight.of(2, 3)).isEqualTo(ReportLight.REPORT_OVERDUE);
    }
}
