package org.zhengdun.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.zhengdun.organization.BranchKind;
import org.zhengdun.organization.UnitKind;
import org.zhengdun.shared.problem.ProblemException;

class UnitRowsTest {

    private final Findings findings = new Findings();

    @Test
    void readsColumnsInAnyOrder() {
        UnitRows rows = new UnitRows(List.of("name", "branchKind", "code", "kind", "parentCode"), findings);
        assertThat(rows.row(2, List.of(" 一村党支部 ", "VILLAGE", "B1", "BRANCH", "T1"))).isEqualTo(
                new UnitRow(2, "B1", "T1", UnitKind.BRANCH, "一村党支部", BranchKind.VILLAGE));
        assertThat(findings.count()).isZero();
    }

    @Test
    void refusesAnotherHeader() {
        for (@Nullable
        List<String> header : List.of(List.of("code"), List.of("code", "parentCode", "kind", "name", "name"),
                List.of("code", "parentCode", "kind", "name", "branchKind", "level"))) {
            assertThatThrownBy(() -> new UnitRows(header, findings)).isInstanceOf(ProblemException.class);
        }
        assertThatThrownBy(() -> new UnitRows(null, findings)).isInstanceOf(ProblemException.class);
    }

    @Test
    void reportsEveryValueOfARow() {
        UnitRows rows = new UnitRows(UnitRows.COLUMNS, findings);
        rows.row(2, List.of("bad code", "", "HAMLET", "", "TOWN"));
        rows.row(3, List.of("B1", "T1", "BRANCH", "支部", ""));
        rows.row(4, List.of("T1", "C1", "TOWNSHIP", "镇\u202E", "VILLAGE"));
        rows.row(5, List.of("T2", "C1", "", "镇"));
        assertThat(findings.first()).extracting(
                finding -> finding.row() + " " + finding.column() + " " + finding.message().code()).containsExactly(
                        "2 kind import.kind-unknown", "2 code import.code-form", "2 name import.name-required",
                        "2 branchKind import.branch-kind-unknown", "3 branchKind import.branch-kind-required",
                        "4 name import.name-text", "4 branchKind import.branch-kind-not-applicable",
                        "5  import.columns");
    }

    @Test
    void keepsTheFirstHundredAndCountsAll() {
        UnitRows rows = new UnitRows(UnitRows.COLUMNS, findings);
        for (int row = 2; row < 302; row++) {
            rows.row(row, List.of("x"));
        }
        assertThat(findings.count()).isEqualTo(300);
        assertThat(findings.first()).hasSize(Findings.SHOWN).last().extracting(Finding::row).isEqualTo(101);
    }
}
