package org.zhengdun.shared.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Characters of free text. */
class PlainTextTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "整顿方案", "行一\n行二\r\n\t缩进", "𠮷野家 👩‍👩‍👧", "e\u0301", "\uFEFF", "\u00A0", "العربية",
            "<script>",
            "'; DROP TABLE --"})
    void acceptsText(String text) {
        assertThat(PlainText.firstRefused(text)).isEqualTo(-1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u200B", "\u3000", "\u00A0\uFEFF", "\u3164", "\u2800\u2800", "\u115F\u1160", "\uFFA0",
            "\u2028",
            "\u00AD", "\uFE0F", "\u180E", "\u2060 \n", "\uDB40\uDC41"})
    void seesThatNothingIsToBeSeen(String text) {
        assertThat(PlainText.isInvisible(text)).isTrue();
    }

    /** Ordinary white space is no text at all, which is for the field to judge. */
    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\t", "党", "\u200B1", "\u3000.", "e\u0301", "𠮷", "❤\uFE0F", "-", "\uE000"})
    void leavesAloneWhatIsVisibleOrEmpty(String text) {
        assertThat(PlainText.isInvisible(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {0x00, 0x01, 0x07, 0x08, 0x0B, 0x0C, 0x1B, 0x1F, 0x7F, 0x80, 0x85, 0x9F, 0x200E, 0x200F, 0x202A,
            0x202E, 0x2066, 0x2069, 0xD800, 0xDBFF, 0xDC00, 0xDFFF})
    void refusesControlBidirectionalAndLoneSurrogateCharactersWhereTheyStand(int character) {
        assertThat(PlainText.firstRefused("党" + (char) character + "支部")).isEqualTo(1);
        assertThat(PlainText.firstRefused("𠮷" + (char) character)).isEqualTo(2);
    }
}
