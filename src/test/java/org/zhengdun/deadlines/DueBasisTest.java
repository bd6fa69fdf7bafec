package org.zhengdun.deadlines;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.zhengdun.deadlines.DeadlineDetail.Changed;
import org.zhengdun.settings.BudgetUnit;

class DueBasisTest {

    private static final LocalDate MAY = LocalDate.of(2026, 5, 31);
    private static final LocalDate JUNE = LocalDate.of(2026, 6, 30);

    private static Changed changed(ChangeKind kind, @Nullable LocalDate to, @Nullable Integer days) {
        return new Changed(kind, null, to, days, Instant.EPOCH, null);
    }

    private static DueBasis fixed() {
        return new DueBasis(LocalDate.of(2026, 1, 1), null, null, null, List.of(), false, List.of());
    }

    @Test
    void aGivenDateComesFromTheLastSetting() {
        DueBasis basis = fixed().after(List.of(changed(ChangeKind.SET, MAY, null),
                changed(ChangeKind.SUSPENDED, JUNE, 30), changed(ChangeKind.SET, JUNE, null)));
        assertThat(basis.fixedOn()).isEqualTo(JUNE);
        assertThat(basis.steps()).isEmpty();
    }

    @Test
    void aCountedDateHasNoFixedOne() {
        DueBasis basis = new DueBasis(LocalDate.of(2026, 1, 1), 30, BudgetUnit.CALENDAR_DAYS, null, List.of(), false,
                List.of());
        assertThat(basis.after(List.of(changed(ChangeKind.SET, MAY, null))).fixedOn()).isNull();
    }

    @Test
    void extensionsAndSuspensionsAreStepsAndNothingElseIs() {
        DueBasis basis = fixed().after(List.of(changed(ChangeKind.SET, MAY, null),
                changed(ChangeKind.EXTENDED, JUNE, null), changed(ChangeKind.SUSPENDED, JUNE.plusDays(10), 10),
                changed(ChangeKind.MET, JUNE, null), changed(ChangeKind.REOPENED, JUNE, null),
                changed(ChangeKind.RESUMED, JUNE.plusDays(4), -6)));
        assertThat(basis.steps()).containsExactly(new DueBasis.Step(ChangeKind.EXTENDED, JUNE, null),
                new DueBasis.Step(ChangeKind.SUSPENDED, null, 10), new DueBasis.Step(ChangeKind.RESUMED, null, -6));
    }
}
