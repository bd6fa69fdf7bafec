package org.zhengdun.shared.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhengdun.organization.UnitKind;

class QueryValuesTest {

    @ParameterizedTest
    @CsvSource({"int,12,true", "int,1e3,false", "int,'',false", "int,2147483648,false", "boolean,true,true",
            "boolean,TRUE,false", "boolean,1,false"})
    void readsPrimitives(String type, String text, boolean readable) {
        assertThat(QueryValues.isReadable(type.equals("int") ? int.class : boolean.class, text)).isEqualTo(readable);
    }

    @ParameterizedTest
    @CsvSource({"2026-02-28,true", "2026-02-30,false", "2026-2-3,false", "today,false"})
    void readsDates(String text, boolean readable) {
        assertThat(QueryValues.isReadable(LocalDate.class, text)).isEqualTo(readable);
    }

    @Test
    void readsConstantsByTheirExactName() {
        assertThat(QueryValues.isReadable(UnitKind.class, "BRANCH")).isTrue();
        assertThat(QueryValues.isReadable(UnitKind.class, "branch")).isFalse();
        assertThat(QueryValues.expected(UnitKind.class)).startsWith("NATION, PROVINCE, CITY");
    }

    @Test
    void leavesOtherTypesToTheirReader() {
        assertThat(QueryValues.isReadable(String.class, "anything")).isTrue();
    }
}
