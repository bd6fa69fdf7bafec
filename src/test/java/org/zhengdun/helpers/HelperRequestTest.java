package org.zhengdun.helpers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.zhengdun.settings.HelperKind;
import org.zhengdun.shared.problem.Invalid;

class HelperRequestTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);

    @Test
    void needsPersonAndPostForEveryKindButThePairedUnit() {
        for (HelperKind kind : HelperKind.values()) {
            assertThat(request(kind, null, " ").faults(TODAY)).extracting(Invalid::pointer).isEqualTo(
                    kind == HelperKind.PAIRED_UNIT ? List.of() : List.of("/person", "/post"));
        }
    }

    @Test
    void callsANewAccountAfterThePersonOrElseTheUnit() {
        assertThat(request(HelperKind.FIRST_SECRETARY, "李四", "书记").accountName()).isEqualTo("李四");
        assertThat(request(HelperKind.PAIRED_UNIT, null, null).accountName()).isEqualTo("县农业局");
    }

    @Test
    void beginsAtMostAMonthAhead() {
        HelperRequest unit = request(HelperKind.PAIRED_UNIT, null, null);
        assertThat(unit.faults(TODAY.minusDays(31))).isEmpty();
        assertThat(unit.faults(TODAY.minusDays(32))).extracting(Invalid::pointer).containsExactly("/since");
    }

    private static HelperRequest request(HelperKind kind, @Nullable String person, @Nullable String post) {
        return new HelperRequest(kind, person, post, "县农业局", null, null, TODAY);
    }
}
