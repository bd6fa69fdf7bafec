package org.zhengdun.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.zhengdun.shared.problem.Invalid;

/** Populations that cannot be. */
class SampleRequestTest {

    private static final LocalDate JANUARY = LocalDate.of(2026, 1, 1);
    private static final LocalDate JUNE = LocalDate.of(2026, 6, 30);
    private static final BigDecimal TENTH = new BigDecimal("0.1");

    private static SampleRequest request(@Nullable Long round, @Nullable LocalDate from, @Nullable LocalDate to,
            @Nullable Integer size, @Nullable BigDecimal rate) {
        return new SampleRequest(1, round, from, to, List.of(SampleStratum.COUNTY), size, rate, "双色球");
    }

    private static List<String> pointers(SampleRequest request) {
        return request.refused().stream().map(Invalid::pointer).toList();
    }

    @Test
    void eitherARoundOrBothDays() {
        assertThat(pointers(request(7L, null, null, null, null))).isEmpty();
        assertThat(pointers(request(null, JANUARY, JUNE, null, null))).isEmpty();
        assertThat(pointers(request(null, null, null, null, null))).containsExactly("/roundId");
        assertThat(pointers(request(null, JANUARY, null, null, null))).containsExactly("/roundId");
        assertThat(pointers(request(7L, null, JUNE, null, null))).containsExactly("/roundId");
        assertThat(pointers(request(null, JUNE, JANUARY, null, null))).containsExactly("/transformedTo");
    }

    @Test
    void eitherASizeOrARate() {
        assertThat(pointers(request(7L, null, null, 5, TENTH))).containsExactly("/rate");
    }

    @Test
    void eachStratumOnce() {
        assertThat(pointers(new SampleRequest(1, 7L, null, null, List.of(SampleStratum.COUNTY, SampleStratum.COUNTY),
                null, null, "双色球"))).containsExactly("/strata");
    }

    @Test
    void aRateIsRoundedUp() {
        assertThat(request(7L, null, null, null, null).firstSize(21, TENTH)).isEqualTo(3);
        assertThat(request(7L, null, null, null, BigDecimal.ONE).firstSize(21, TENTH)).isEqualTo(21);
        assertThat(request(7L, null, null, 5, null).firstSize(21, TENTH)).isEqualTo(5);
    }
}
