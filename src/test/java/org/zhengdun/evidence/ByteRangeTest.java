package org.zhengdun.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteRangeTest {

    @ParameterizedTest
    @CsvSource({"bytes=0-9,0,10", "bytes=90-,90,10", "bytes=-5,95,5", "bytes=95-200,95,5", "bytes=-500,0,100",
            "bytes=99-99,99,1", "bytes=0-99999999999999999999,0,100", "bytes=-99999999999999999999,0,100"})
    void readsOneRange(String header, long from, long count) {
        assertThat(ByteRange.of(header, 100)).contains(new ByteRange(from, count));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=0-9,20-29", "items=0-9", "bytes=-", "bytes=9-0", "bytes=a-b", "0-9",
            "bytes=99999999999999999999-0"})
    void passesOverWhatIsNotOneRange(String header) {
        assertThat(ByteRange.of(header, 100)).isEmpty();
        assertThat(ByteRange.of(null, 100)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=100-", "bytes=500-600", "bytes=-0", "bytes=99999999999999999999-"})
    void knowsWhenTheFileEndsBefore(String header) {
        assertThat(ByteRange.of(header, 100)).hasValueSatisfying(range -> assertThat(range.count()).isZero());
    }

    @Test
    void namesTheRange() {
        assertThat(new ByteRange(0, 10).contentRange(100)).isEqualTo("bytes 0-9/100");
    }
}
