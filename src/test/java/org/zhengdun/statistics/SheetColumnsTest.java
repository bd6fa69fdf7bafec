package org.zhengdun.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

class SheetColumnsTest {

    private static final Path PAGE = Path.of("docs/monthly-sheet.md");
    private static final Path EXPECTED = Path.of("target/monthly-sheet.md");

    @Test
    void beginsWithTheColumnsOfTheAnnualFormAndNumbersAllInOrder() {
        assertThat(SheetColumns.ALL).extracting(SheetColumn::number).containsExactlyElementsOf(
                IntStream.rangeClosed(1, SheetColumns.ALL.size()).boxed().toList());
        assertThat(SheetColumns.ALL.subList(0, 26)).extracting(SheetColumn::counted).isEqualTo(FormColumns.ALL);
    }

    @Test
    void namesNoColumnTwice() {
        assertThat(SheetColumns.ALL).extracting(SheetColumn::code).doesNotHaveDuplicates();
        assertThat(SheetColumns.ALL).extracting(SheetColumn::chinese).doesNotHaveDuplicates();
    }

    @Test
    void computesTheRateFromSums() {
        SheetColumn rate = SheetColumns.ALL.get(28);
        assertThat(rate.value(FormRow.TOTAL, column -> column == rate.of() ? 3 : 2)).contains(new BigDecimal("66.67"));
        assertThat(rate.value(FormRow.VILLAGE, column -> 0)).isEmpty();
    }

    @Test
    void givesReportsOfTownshipsToNoKindOfBranch() {
        SheetColumn reports = SheetColumns.ALL.get(33);
        assertThat(reports.value(FormRow.TOTAL, column -> 4)).contains(BigDecimal.valueOf(4));
        assertThat(reports.value(FormRow.VILLAGE, column -> 0)).isEmpty();
    }

    /** On failure copy target/monthly-sheet.md over docs/monthly-sheet.md and review the difference. */
    @Test
    void docsSayWhatTheColumnsCount() throws IOException {
        String expected = MonthlySheetPage.text();
        Files.createDirectories(EXPECTED.getParent());
        Files.writeString(EXPECTED, expected);
        assertThat(PAGE).content().isEqualTo(expected);
    }
}
