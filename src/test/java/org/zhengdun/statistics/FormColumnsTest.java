package org.zhengdun.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

class FormColumnsTest {

    private static final Path PAGE = Path.of("docs/annual-form.md");
    private static final Path EXPECTED = Path.of("target/annual-form.md");

    @Test
    void numbersTheTwentySixColumnsInOrder() {
        assertThat(FormColumns.ALL).extracting(FormColumn::number).containsExactlyElementsOf(
                IntStream.rangeClosed(1, 26).boxed().toList());
    }

    @Test
    void namesNoColumnTwice() {
        assertThat(FormColumns.ALL).extracting(FormColumn::code).doesNotHaveDuplicates();
        assertThat(FormColumns.ALL).extracting(FormColumn::chinese).doesNotHaveDuplicates();
        assertThat(FormColumns.ALL).extracting(FormColumn::english).doesNotHaveDuplicates();
    }

    @Test
    void countsEveryColumnFromOneSource() {
        assertThat(FormSource.values()).flatExtracting(FormColumns::of).containsExactlyInAnyOrderElementsOf(
                FormColumns.ALL);
    }

    /** On failure copy target/annual-form.md over docs/annual-form.md and review the difference. */
    @Test
    void docsSayWhatTheColumnsCount() throws IOException {
        String expected = AnnualFormPage.text();
        Files.createDirectories(EXPECTED.getParent());
        Files.writeString(EXPECTED, expected);
        assertThat(PAGE).content().isEqualTo(expected);
    }
}
