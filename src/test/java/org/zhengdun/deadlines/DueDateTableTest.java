package org.zhengdun.deadlines;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.zhengdun.settings.BudgetUnit;

/** Due dates that can be checked by hand: each row of the table says why. */
class DueDateTableTest {

    private static final String TABLE = "/deadlines/due-dates.tsv";

    @ParameterizedTest(name = "{0} + {2} {1} = {3}: {5}")
    @CsvFileSource(resources = TABLE, delimiter = '\t', numLinesToSkip = 1)
    void countsAsTheTableSays(LocalDate startsOn, BudgetUnit unit, int budget, LocalDate dueOn, boolean provisional,
            String remark) {
        Due due = unit == BudgetUnit.CALENDAR_DAYS
                ? Due.fixed(startsOn.plusDays(budget))
                : new WorkingDays(StateCouncil.calendars()).after(startsOn, budget);
        assertThat(due.on()).as(remark).isEqualTo(dueOn);
        assertThat(due.provisional()).as(remark).isEqualTo(provisional);
    }

    @Test
    void theTableIsLong() throws IOException {
        try (InputStream table = Objects.requireNonNull(DueDateTableTest.class.getResourceAsStream(TABLE))) {
            assertThat(new String(table.readAllBytes(), StandardCharsets.UTF_8).lines()).hasSizeGreaterThan(200);
        }
    }

    @Test
    void aDateNamesTheCalendarsItWasCountedWith() {
        WorkingDays days = new WorkingDays(StateCouncil.calendars());
        assertThat(days.after(LocalDate.of(2025, 12, 20), 10).calendars()).containsExactly(2025L, 2026L);
        assertThat(days.after(LocalDate.of(2025, 12, 31), 1).calendars()).containsExactly(2026L);
        assertThat(days.after(LocalDate.of(2026, 12, 30), 5).calendars()).containsExactly(2026L);
        assertThat(days.after(LocalDate.of(2030, 1, 1), 5)).isEqualTo(
                new Due(LocalDate.of(2030, 1, 8), List.of(), true));
    }

    @Test
    void aYearHasAboutTwoHundredAndFiftyWorkingDays() {
        WorkingDays days = new WorkingDays(StateCouncil.calendars());
        assertThat(LongStream.rangeClosed(2024, 2026).map(year -> LongStream.rangeClosed(1, 260).filter(
                n -> Objects.requireNonNull(days.after(LocalDate.of((int) year - 1, 12, 31),
                        (int) n).on()).getYear() == year).count())).containsExactly(251L, 248L, 248L);
    }
}
