package org.zhengdun.shared.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvLineTest {

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "＝1+1", "＋1", "－1", "＠A1", "  =1", "\u3000=1",
            "\u0000=1", "\uFEFF=1", "\u200B@A1"})
    void keepsCellsFromStartingAFormula(String text) {
        assertThat(new CsvLine(List.of(text))).hasToString("'" + text + "\r\n");
    }

    @Test
    void guardsALeadingCarriageReturnAndQuotesIt() {
        assertThat(new CsvLine(List.of("\r=1"))).hasToString("\"'\r=1\"\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12", "1-2", "一村党支部", "a=b", "   "})
    void leavesHarmlessCellsAsTheyAre(String text) {
        assertThat(new CsvLine(List.of(text))).hasToString(text + "\r\n");
    }

    @Test
    void quotesSeparatorsQuotesAndLineBreaks() {
        assertThat(new CsvLine(List.of("a,b", "say \"x\"", "two\nlines", "c"))).hasToString(
                "\"a,b\",\"say \"\"x\"\"\",\"two\nlines\",c\r\n");
    }

    @Test
    void figuresStayNumbersAlsoBelowZero() {
        assertThat(new CsvLine(List.of("-1"), List.of("-16.67", "*", ""))).hasToString("'-1,-16.67,*,\r\n");
    }
}
