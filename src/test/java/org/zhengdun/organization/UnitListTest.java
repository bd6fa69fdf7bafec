package org.zhengdun.organization;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UnitListTest {

    @Test
    void findsTheFirstTextBeyondAPrefix() {
        assertThat(UnitList.firstBeyond("ab")).isEqualTo("ac");
        assertThat(UnitList.firstBeyond("中山")).isEqualTo("中屲");
        assertThat(UnitList.firstBeyond("a\uD7FF")).isEqualTo("a\uE000");
        assertThat(UnitList.firstBeyond("a" + Character.toString(Character.MAX_CODE_POINT))).isEqualTo("b");
        assertThat(UnitList.firstBeyond(Character.toString(Character.MAX_CODE_POINT))).isNull();
        assertThat(UnitList.firstBeyond("")).isNull();
    }
}
