package org.zhengdun.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.zhengdun.rounds.Round;
import org.zhengdun.rounds.RoundState;
import org.zhengdun.settings.Settings;
import org.zhengdun.shared.problem.Message;

class CarryOverRulesTest {

    private static Round round(int year) {
        return new Round(1, 4, new int[]{1, 2, 3, 4}, year, "轮次",
                LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31), RoundState.OPEN, Settings.national());
    }

    @Test
    void aCaseGoesIntoTheNextYearAndNoOther() {
        assertThat(CarryOverRules.refusal(round(2027), 2026)).isEmpty();
        for (int year : new int[]{2025, 2026, 2028}) {
            assertThat(CarryOverRules.refusal(round(year), 2026)).contains(
                    Message.of("carry-over.not-next-year", "2027", Integer.toString(year)));
        }
    }

    @Test
    void aCaseStaysInItsRoundUntilTheRoundIsOver() {
        Round running = round(2026);
        LocalDate lastDay = LocalDate.of(2026, 12, 31);
        assertThat(CarryOverRules.refusal(running, lastDay)).contains(
                Message.of("carry-over.round-running", lastDay));
        assertThat(CarryOverRules.refusal(running, lastDay.plusDays(1))).isEmpty();
        Round closed = new Round(1, 4, new int[]{1, 2, 3, 4}, 2026, "轮次", LocalDate.of(2026, 1, 1), lastDay,
                RoundState.CLOSED,
                Settings.national());
        assertThat(CarryOverRules.refusal(closed, LocalDate.of(2026, 3, 1))).isEmpty();
    }

    @ParameterizedTest(name = "into {0} on {1}: due {2}")
    @CsvSource({"2027, 2026-12-20, 2027-12-31", "2027, 2027-02-01, 2027-12-31", "2027, 2027-12-31, 2028-12-31",
            "2027, 2028-03-01, 2028-12-31"})
    void theSettingsGiveADeadlineThatIsStillAhead(int year, LocalDate today, LocalDate due) {
        assertThat(CarryOverRules.deadline(null, year, Settings.national(), today)).isEqualTo(due).isAfter(today);
    }

    @Test
    void aGivenDeadlineLiesAhead() {
        LocalDate today = LocalDate.of(2026, 12, 20);
        assertThat(CarryOverRules.refusal(today.plusDays(1), today)).isEmpty();
        assertThat(CarryOverRules.refusal((LocalDate) null, today)).isEmpty();
        assertThat(CarryOverRules.refusal(today, today)).contains(Message.of("date.not-in-future"));
        assertThat(CarryOverRules.deadline(LocalDate.of(2027, 6, 30), 2027, Settings.national(), today)).isEqualTo(
                "2027-06-30");
    }

    @Test
    void theThirdYearCallsForAccountabilityAndEachYearAfterIt() {
        assertThat(CarryOverRules.callsForAccountability(2, Settings.national())).isFalse();
        assertThat(CarryOverRules.callsForAccountability(3, Settings.national())).isTrue();
        assertThat(CarryOverRules.callsForAccountability(4, Settings.national())).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void whatKeepsARoundOpenCanBeCarriedOverOrDecided(CaseState state) {
        boolean undecided = CaseState.ACTIVE.contains(state) && state.ordinal() < CaseState.CONFIRMED.ordinal();
        assertThat(CarryOverRules.UNFINISHED.contains(state)).isEqualTo(
                undecided || CarryOverRules.STATES.contains(state));
    }
}
