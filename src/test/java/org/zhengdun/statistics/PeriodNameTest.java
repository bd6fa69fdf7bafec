package org.zhengdun.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeriodNameTest {

    @ParameterizedTest
    @CsvSource({"THIS_MONTH, 2026-01-01, 2026-01-31", "LAST_MONTH, 2025-12-01, 2025-12-31",
            "LAST_3_MONTHS, 2025-10-01, 2025-12-31", "LAST_12_MONTHS, 2025-01-01, 2025-12-31",
            "THIS_YEAR, 2026-01-01, 2026-12-31", "LAST_YEAR, 2025-01-01, 2025-12-31",
            "LAST_5_YEARS, 2021-01-01, 2025-12-31"})
    void endsBeforeThePresentUnlessItIsCalledThis(PeriodName period, LocalDate from, LocalDate to) {
        Span span = period.on(LocalDate.of(2026, 1, 15));
        assertThat(span.from()).isEqualTo(from);
        assertThat(span.to()).isEqualTo(to);
    }
}
