package org.zhengdun.verification;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.zhengdun.shared.problem.Invalid;

/** Sections of a checklist and the rules of their content. */
final class ChecklistContent {

    static final int FULL_SCORE = 100;

    private ChecklistContent() {}

    /** An aspect with its standards. */
    @Schema(name = "ChecklistSection")
    record Section(@NotBlank @Size(max = 100) String title,
            @NotEmpty @Size(max = 100) List<@Valid @NotNull Item> items) {}

    /** A standard. */
    @Schema(name = "ChecklistItem")
    record Item(
            @Schema(description = "Unique in the checklist") @NotBlank @Size(max = 20) @Pattern(regexp = "[A-Za-z0-9.-]*") String code,
            @NotBlank @Size(max = 500) String standard,
            @Schema(description = "0 for a veto item") @NotNull @PositiveOrZero @Max(FULL_SCORE) Integer points,
            @NotNull Boolean veto, @NotNull Boolean evidenceNeeded, @NotNull Boolean notApplicableAllowed) {

        private ChecklistItem in(String section) {
            return new ChecklistItem(section, code, standard, points, veto, evidenceNeeded, notApplicableAllowed);
        }

        private static Item of(ChecklistItem item) {
            return new Item(item.code(), item.standard(), item.points(), item.veto(), item.evidenceNeeded(),
                    item.notApplicableAllowed());
        }
    }

    static List<ChecklistItem> items(List<Section> sections) {
        return sections.stream().flatMap(
                section -> section.items().stream().map(item -> item.in(section.title()))).toList();
    }

    static List<Section> sections(List<ChecklistItem> items) {
        Map<String, List<Item>> sections = new LinkedHashMap<>();
        items.forEach(item -> sections.computeIfAbsent(item.section(), title -> new ArrayList<>()).add(Item.of(item)));
        return sections.entrySet().stream().map(entry -> new Section(entry.getKey(), entry.getValue())).toList();
    }

    /** Content that no draft may have. */
    static List<Invalid> refused(List<Section> sections) {
        List<Invalid> refused = new ArrayList<>();
        Set<String> titles = new HashSet<>();
        Set<String> codes = new HashSet<>();
        for (int i = 0; i < sections.size(); i++) {
            Section section = sections.get(i);
            if (!titles.add(section.title())) {
                refused.add(Invalid.of("/sections/" + i + "/title", "value.repeated", section.title()));
            }
            for (int j = 0; j < section.items().size(); j++) {
                addRefused("/sections/" + i + "/items/" + j, section.items().get(j), codes, refused);
            }
        }
        return refused;
    }

    /** What keeps a draft from being published. */
    static List<Invalid> unpublishable(List<ChecklistItem> items) {
        int points = items.stream().filter(item -> !item.veto()).mapToInt(ChecklistItem::points).sum();
        return points == FULL_SCORE
                ? List.of()
                : List.of(Invalid.of("/sections", "checklist.points-sum", Integer.toString(points)));
    }

    private static void addRefused(String pointer, Item item, Set<String> codes, List<Invalid> refused) {
        if (!codes.add(item.code())) {
            refused.add(Invalid.of(pointer + "/code", "value.repeated", item.code()));
        }
        if (item.veto() && item.points() > 0) {
            refused.add(Invalid.of(pointer + "/points", "checklist.veto-has-no-points"));
        }
        if (!item.veto() && item.points() == 0) {
            refused.add(Invalid.of(pointer + "/points", "checklist.points-needed"));
        }
    }
}
