package org.zhengdun.rounds;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhengdun.settings.Settings;
import org.zhengdun.shared.problem.Invalid;

class EntryReaderTest {

    private static final ScreeningSeason SEASON = new ScreeningSeason(LocalDate.of(2026, 1, 1),
            Settings.national().screening(), LocalDate.of(2026, 3, 1));

    @Test
    void readsACompleteRow() {
        EntryReader.Read read = read(entry("VISIT", "WEAK", "书记长期外出", "2026-02-10"));
        assertThat(read.errors()).isEmpty();
        assertThat(read.content()).isEqualTo(new ScreeningContent(ScreeningMethod.VISIT, ScreeningResult.WEAK, "书记长期外出",
                null, LocalDate.of(2026, 2, 10)));
    }

    @Test
    void aNormalResultNeedsNoFindingsAndBlankOnesAreNone() {
        assertThat(read(entry("VISIT", "NORMAL", " ", "2026-02-10")).content()).isEqualTo(new ScreeningContent(
                ScreeningMethod.VISIT, ScreeningResult.NORMAL, null, null, LocalDate.of(2026, 2, 10)));
        assertThat(read(entry("VISIT", "WATCH", " ", "2026-02-10")).errors()).extracting(
                Invalid::pointer).containsExactly("/rows/7/findings");
    }

    @Test
    void findsEveryMissingValue() {
        EntryReader.Read read = new EntryReader(SEASON, 7).read(
                new ScreeningBatchRequest.Entry(null, null, null, null, null, null, null, null));
        assertThat(read.content()).isNull();
        assertThat(read.errors()).extracting(Invalid::pointer).containsExactly("/rows/7/branchCode", "/rows/7/method",
                "/rows/7/result", "/rows/7/screenedOn");
    }

    @ParameterizedTest
    @ValueSource(strings = {"visit", "TELEPHONE", "VISIT ", "0"})
    void refusesAnUnknownMethod(String method) {
        assertThat(read(entry(method, "NORMAL", null, "2026-02-10")).errors()).extracting(
                Invalid::pointer).containsExactly("/rows/7/method");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-3-1", "2026-02-30", "2026/02/10", "0000-00-00", "+12026-01-01", "今天"})
    void refusesWhatIsNoDate(String day) {
        assertThat(read(entry("VISIT", "NORMAL", null, day)).errors()).extracting(
                error -> error.message().code()).containsExactly("json.invalid-value");
    }

    @Test
    void theDayIsNeitherAheadNorOfAnEarlierRound() {
        assertThat(read(entry("VISIT", "NORMAL", null, "2026-03-02")).errors()).extracting(
                error -> error.message().code()).containsExactly("date.in-future");
        assertThat(read(entry("VISIT", "NORMAL", null, "2024-12-31")).errors()).extracting(
                error -> error.message().code()).containsExactly("screening.too-early");
        assertThat(read(entry("VISIT", "NORMAL", null, "2026-03-01")).errors()).isEmpty();
        assertThat(read(entry("VISIT", "NORMAL", null, "2025-01-01")).errors()).isEmpty();
    }

    @Test
    void aTextHasABound() {
        assertThat(read(entry("VISIT", "WEAK", "长".repeat(4001), "2026-02-10")).errors()).extracting(
                Invalid::pointer).containsExactly("/rows/7/findings");
        assertThat(read(entry("VISIT", "WEAK", "长".repeat(4000), "2026-02-10")).errors()).isEmpty();
    }

    @Test
    void theWindowBeginsWithTheRoundAndEndsAfterItsDays() {
        assertThat(SEASON.isOutsideWindow(LocalDate.of(2025, 12, 31))).isTrue();
        assertThat(SEASON.isOutsideWindow(LocalDate.of(2026, 1, 1))).isFalse();
        assertThat(SEASON.isOutsideWindow(LocalDate.of(2026, 3, 31))).isFalse();
        assertThat(SEASON.isOutsideWindow(LocalDate.of(2026, 4, 1))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u3000", "\u00a0", "\u2003", "\u200b", "\u2028\u00ad"})
    void whatCannotBeSeenRefusesItsRowAtItsPointer(String blank) {
        EntryReader.Read read = read(
                new ScreeningBatchRequest.Entry(blank, blank, blank, blank, blank, blank, null, blank));
        assertThat(read.content()).isNull();
        assertThat(read.errors()).extracting(Invalid::pointer).containsExactlyInAnyOrder("/rows/7/branchCode",
                "/rows/7/method", "/rows/7/result", "/rows/7/findings", "/rows/7/evidence", "/rows/7/screenedOn",
                "/rows/7/reason");
        assertThat(read(entry("VISIT", "WEAK", blank, "2026-02-10")).errors()).containsExactly(
                Invalid.of("/rows/7/findings", "constraint.notblank"));
    }

    private static EntryReader.Read read(ScreeningBatchRequest.Entry entry) {
        return new EntryReader(SEASON, 7).read(entry);
    }

    private static ScreeningBatchRequest.Entry entry(String method, String result, @Nullable String findings,
            String screenedOn) {
        return new ScreeningBatchRequest.Entry("330106004001", method, result, findings, null, screenedOn, null, null);
    }
}
