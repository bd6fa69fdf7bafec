package org.zhengdun.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.zhengdun.shared.problem.ProblemException;

class CsvRecordsTest {

    @Test
    void readsQuotesLineEndsAndTheByteOrderMark() throws IOException {
        assertThat(records("\uFEFFa,\"b,\"\"c\"\"\nd\",\r\n中,,\"\"\n1,2,3")).containsExactly(
                List.of("a", "b,\"c\"\nd", ""), List.of("中", "", ""), List.of("1", "2", "3"));
    }

    @Test
    void countsRowsAsASpreadsheetDoes() throws IOException {
        CsvRecords records = new CsvRecords(new ByteArrayInputStream("h\r\n\r\n\r\nx\n".getBytes(
                StandardCharsets.UTF_8)));
        assertThat(records.next()).containsExactly("h");
        assertThat(records.row()).isEqualTo(1);
        assertThat(records.next()).containsExactly("x");
        assertThat(records.row()).isEqualTo(4);
        assertThat(records.next()).isNull();
    }

    @Test
    void readsValuesAcrossItsBuffer() throws IOException {
        String line = "0123456789,abcdefghij\n";
        assertThat(records(line.repeat(10_000))).hasSize(10_000).containsOnly(List.of("0123456789", "abcdefghij"));
    }

    @Test
    void refusesQuotesThatDoNotFit() {
        for (String text : List.of("a,\"b", "a\"b", "\"a\"b\n")) {
            assertThatThrownBy(() -> records(text)).isInstanceOf(ProblemException.class).hasMessage("malformed-body");
        }
    }

    @Test
    void refusesWhatIsNotUtf8AndEndlessValues() {
        assertThatThrownBy(
                () -> new CsvRecords(new ByteArrayInputStream(new byte[]{'a', (byte) 0xD6, ' '})).next()).isInstanceOf(
                        CharacterCodingException.class);
        assertThatThrownBy(() -> records("x".repeat(10_001))).isInstanceOf(ProblemException.class);
    }

    private static List<List<String>> records(String text) throws IOException {
        CsvRecords records = new CsvRecords(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        List<List<String>> all = new ArrayList<>();
        for (@Nullable
        List<String> next = records.next(); next != null; next = records.next()) {
            all.add(next);
        }
        return all;
    }
}
