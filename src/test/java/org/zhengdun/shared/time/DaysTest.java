package org.zhengdun.shared.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.TimeZone;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A day begins and ends in Asia/Shanghai, wherever the machine believes to be. */
class DaysTest {

    private final TimeZone machine = TimeZone.getDefault();

    @AfterEach
    void putTheMachineBack() {
        TimeZone.setDefault(machine);
    }

    private static Days at(String instant, String zone) {
        TimeZone.setDefault(TimeZone.getTimeZone(zone));
        return new Days(Clock.fixed(Instant.parse(instant), ZoneId.of(zone)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTC", "Asia/Shanghai", "America/Los_Angeles", "Pacific/Kiritimati", "Asia/Urumqi"})
    void midnightInShanghaiTurnsTheDay(String zone) {
        assertThat(at("2026-06-30T15:59:59.999999999Z", zone).today()).isEqualTo("2026-06-30");
        assertThat(at("2026-06-30T16:00:00Z", zone).today()).isEqualTo("2026-07-01");
    }

    @Test
    void theYearTurnsWithTheDay() {
        assertThat(at("2026-12-31T15:59:59Z", "UTC").today()).isEqualTo(LocalDate.of(2026, 12, 31));
        assertThat(at("2026-12-31T16:00:00Z", "UTC").today()).isEqualTo(LocalDate.of(2027, 1, 1));
    }

    @Test
    void anInstantKeepsTheMicrosecondsOfTheDatabase() {
        Days days = new Days(Clock.fixed(Instant.parse("2026-06-30T16:00:00.123456789Z"), ZoneOffset.UTC));
        assertThat(days.now()).isEqualTo("2026-06-30T16:00:00.123456Z");
    }
}
