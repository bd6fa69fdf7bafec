package org.zhengdun.rounds;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A row of a batch changes a record only with the version its author has read and a reason. */
class CorrectionRuleTest {

    private static final ScreeningContent NORMAL = content(ScreeningResult.NORMAL);
    private static final ScreeningStore.Current THIRD = new ScreeningStore.Current(3, NORMAL);

    @Test
    void aFirstRecordNeedsNeither() {
        assertThat(errors(null, null, NORMAL, null)).isEmpty();
        assertThat(errors(0, "复核", NORMAL, null)).isEmpty();
    }

    @Test
    void aRowThatSaysTheSameNeedsNeither() {
        assertThat(errors(null, null, NORMAL, THIRD)).isEmpty();
        assertThat(errors(1, null, NORMAL, THIRD)).isEmpty();
    }

    @Test
    void aChangeNeedsBoth() {
        ScreeningContent weak = content(ScreeningResult.WEAK);
        assertThat(errors(3, "复核", weak, THIRD)).isEmpty();
        assertThat(errors(null, null, weak, THIRD)).containsExactly("/rows/4/version screening.version-required",
                "/rows/4/reason screening.reason-required");
        assertThat(errors(2, " ", weak, THIRD)).containsExactly("/rows/4/version version.stale",
                "/rows/4/reason screening.reason-required");
        assertThat(errors(3, "长".repeat(1001), weak, THIRD)).containsExactly("/rows/4/reason constraint.size");
    }

    @Test
    void aVersionOfARecordThatIsNotThereIsStale() {
        assertThat(errors(2, "复核", NORMAL, null)).containsExactly("/rows/4/version version.stale");
    }

    private static ScreeningContent content(ScreeningResult result) {
        return new ScreeningContent(ScreeningMethod.VISIT, result, "情况", null, LocalDate.of(2026, 2, 10));
    }

    private static List<String> errors(@Nullable Integer version, @Nullable String reason, ScreeningContent content,
            ScreeningStore.@Nullable Current current) {
        return CorrectionRule.check("/rows/4", new ScreeningBatchRequest.Entry("330106004001", null, null, null, null,
                null, version, reason), content, current).stream().map(
                        invalid -> invalid.pointer() + " " + invalid.message().code()).toList();
    }
}
