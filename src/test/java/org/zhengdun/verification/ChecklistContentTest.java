package org.zhengdun.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.zhengdun.shared.problem.Invalid;
import org.zhengdun.verification.ChecklistContent.Item;
import org.zhengdun.verification.ChecklistContent.Section;

class ChecklistContentTest {

    @Test
    void keepsSectionsThroughTheStoredForm() {
        List<Section> sections = List.of(new Section("班子", List.of(item("A1", 60, false), item("A2", 40, false))),
                new Section("否决", List.of(item("V1", 0, true))));

        assertThat(ChecklistContent.sections(ChecklistContent.items(sections))).isEqualTo(sections);
        assertThat(ChecklistContent.refused(sections)).isEmpty();
    }

    @Test
    void refusesRepeatedTitlesAndCodes() {
        assertThat(pointers(ChecklistContent.refused(List.of(new Section("班子", List.of(item("A1", 60, false))),
                new Section("班子", List.of(item("A1", 40, false))))))).containsExactly("/sections/1/title",
                        "/sections/1/items/0/code");
    }

    @Test
    void refusesPointsOnVetoesAndScoredItemsWithoutPoints() {
        assertThat(pointers(ChecklistContent.refused(
                List.of(new Section("班子", List.of(item("A1", 5, true), item("A2", 0, false))))))).containsExactly(
                        "/sections/0/items/0/points", "/sections/0/items/1/points");
    }

    @Test
    void publishesOnlyAHundredPoints() {
        assertThat(ChecklistContent.unpublishable(Sheets.ITEMS)).isEmpty();
        assertThat(pointers(ChecklistContent.unpublishable(Sheets.ITEMS.subList(0, 2)))).containsExactly("/sections");
    }

    private static Item item(String code, int points, boolean veto) {
        return new Item(code, "标准", points, veto, false, false);
    }

    private static List<String> pointers(List<Invalid> refused) {
        return refused.stream().map(Invalid::pointer).toList();
    }
}
