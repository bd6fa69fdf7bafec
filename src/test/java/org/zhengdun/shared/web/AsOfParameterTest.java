package org.zhengdun.shared.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhengdun.shared.persistence.AsOf;
import org.zhengdun.shared.problem.ProblemException;
import org.zhengdun.shared.problem.ProblemType;

/** The moment a caller asks for. */
class AsOfParameterTest {

    private static final Instant NOW = Instant.parse("2026-06-30T12:00:00Z");

    private static @Nullable ProblemType refusal(String text) {
        ProblemException refused = catchThrowableOfType(ProblemException.class, () -> AsOfParameter.parse(text, NOW));
        return refused == null ? null : refused.type();
    }

    @ParameterizedTest
    @CsvSource({"2026-06-30T12:00:00Z,2026-06-30T12:00:00Z", "2026-06-30T20:00:00+08:00,2026-06-30T12:00:00Z",
            "2026-06-30T11:59:59.123456789Z,2026-06-30T11:59:59.123456Z", "2026-06-29,2026-06-29T15:59:59.999999Z",
            "2024-02-29,2024-02-29T15:59:59.999999Z", "1970-01-01T00:00:00Z,1970-01-01T00:00:00Z"})
    void readsInstantsAndTheEndsOfDaysInShanghai(String text, Instant expected) {
        assertThat(AsOfParameter.parse(text, NOW).instant()).isEqualTo(expected);
    }

    /** Neither a tag nor a link may change from one instant to the next. */
    @Test
    void todayIsNowWithoutAnInstant() {
        assertThat(AsOfParameter.parse("2026-06-30", NOW)).isEqualTo(AsOf.NOW);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0001-01-01", "1969-12-31", "1969-12-31T23:59:59Z"})
    void refusesWhatLiesBeforeAllInstantsInsteadOfAnsweringWithAnother(String text) {
        assertThat(refusal(text)).isEqualTo(ProblemType.VALIDATION_FAILED);
    }

    @Test
    void withoutItTheReadIsOfThePresent() {
        assertThat(AsOfParameter.parse(null, NOW).isPast()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-06-30T12:00:01Z", "9999-12-31", "2026-07-01"})
    void refusesTheFuture(String text) {
        assertThat(refusal(text)).isEqualTo(ProblemType.VALIDATION_FAILED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "now", "2026-02-30", "2026-06-29 12:00:00Z", "20260629", "-2026-06-29",
            "+12026-06-29T00:00:00Z", "2026-06-29T25:00:00Z"})
    void refusesWhatIsNoMoment(String text) {
        assertThat(refusal(text)).isEqualTo(ProblemType.INVALID_PARAMETER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-06-29T12:00:00", "2026-06-29T12:00", "2026-06-29T12:00:00.5"})
    void refusesAMomentWithoutOffset(String text) {
        assertThat(refusal(text)).isEqualTo(ProblemType.VALIDATION_FAILED);
    }

    @Test
    void aDayAloneFollowsTheSameRule() {
        LocalDate today = LocalDate.of(2026, 6, 30);
        AsOfParameter.requirePast(null, today);
        AsOfParameter.requirePast(today, today);
        assertThat(catchThrowableOfType(ProblemException.class,
                () -> AsOfParameter.requirePast(today.plusDays(1), today)).type()).isEqualTo(
                        ProblemType.VALIDATION_FAILED);
    }
}
