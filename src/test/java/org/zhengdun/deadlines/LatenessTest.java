package org.zhengdun.deadlines;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.zhengdun.shared.problem.Message;

class LatenessTest {

    private static final LocalDate DUE = LocalDate.of(2026, 6, 30);

    private static Lateness running(@Nullable LocalDate resumeOn) {
        return new Lateness(true, DUE, DUE.minusDays(7), resumeOn);
    }

    @Test
    void theDueDayItselfIsInTime() {
        assertThat(running(null).isOverdue(DUE)).isFalse();
        assertThat(running(null).isOverdue(DUE.plusDays(1))).isTrue();
    }

    @Test
    void whatHasNoDateOrNoLongerRunsIsNeverOverdue() {
        LocalDate late = DUE.plusYears(9);
        assertThat(new Lateness(true, null, null, null).isOverdue(late)).isFalse();
        assertThat(new Lateness(false, DUE, DUE, null).isOverdue(late)).isFalse();
        assertThat(new Lateness(false, DUE, DUE, null).signal(late)).isEmpty();
    }

    @Test
    void whatIsSuspendedIsNotOverdueUntilTheDayItRunsAgain() {
        LocalDate resumeOn = DUE.plusDays(20);
        assertThat(running(resumeOn).isOverdue(resumeOn.minusDays(1))).isFalse();
        assertThat(running(resumeOn).isOverdue(resumeOn)).isTrue();
    }

    @Test
    void everyLightSaysWhy() {
        assertThat(running(null).signal(DUE.minusDays(8))).isEqualTo(lit(Light.GREEN, "light.ON_TIME", 8L));
        assertThat(running(null).signal(DUE.minusDays(7))).isEqualTo(lit(Light.YELLOW, "light.DUE_SOON", 7L));
        assertThat(running(null).signal(DUE)).isEqualTo(lit(Light.YELLOW, "light.DUE_SOON", 0L));
        assertThat(running(null).signal(DUE.plusDays(1))).isEqualTo(lit(Light.RED, "light.OVERDUE", 1L));
        assertThat(running(DUE.plusDays(9)).signal(DUE.plusDays(8))).isEqualTo(
                lit(Light.GREEN, "light.SUSPENDED", DUE.plusDays(9)));
        assertThat(new Lateness(true, null, null, null).signal(DUE)).isEqualTo(lit(Light.GREEN, "light.NO_DATE"));
    }

    private static Optional<Signal> lit(Light light, String code, Object... arguments) {
        return Optional.of(new Signal(light, Message.of(code, arguments)));
    }
}
