package org.zhengdun.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileNamesTest {

    @ParameterizedTest
    @ValueSource(strings = {"公开栏 2026-03.jpg", "a.JPEG", "会议照片（一）.jpg", "my.holiday.jpg"})
    void takesNamesOfPeople(String name) {
        assertThat(FileNames.refused(name, MediaKind.JPEG)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "../a.jpg", "..\\a.jpg", "a/b.jpg", "C:a.jpg", "a\u0000.jpg",
            "a\r\nSet-Cookie: x.jpg",
            "a\u202Egpj.jpg", "a\u200B.jpg", "\uFEFFa.jpg", ".jpg", ".hidden.jpg", " a.jpg", "a.jpg ", "a.exe",
            "a.jpg.exe",
            "a", "a\t.jpg", "a\u2028.jpg", "\uD800.jpg", "<a>.jpg", "\"a\".jpg"})
    void refusesHostileNames(String name) {
        assertThat(FileNames.refused(name, MediaKind.JPEG)).isPresent();
    }

    @Test
    void refusesLongNames() {
        assertThat(FileNames.refused("字".repeat(196) + ".jpg", MediaKind.JPEG)).isEmpty();
        assertThat(FileNames.refused("字".repeat(297) + ".jpg", MediaKind.JPEG)).isPresent();
    }

    @Test
    void namesAreSentInAsciiAndInFull() {
        assertThat(EvidenceContent.disposition("公开 a'b*.jpg")).isEqualTo(
                "attachment; filename=\"__ a_b_.jpg\"; filename*=UTF-8''%E5%85%AC%E5%BC%80%20a%27b%2A.jpg");
    }
}
