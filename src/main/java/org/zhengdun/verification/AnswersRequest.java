package org.zhengdun.verification;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.zhengdun.shared.problem.Invalid;

/** Answers of the team; items that are not named keep their answer. */
@Schema(name = "CheckAnswersRequest", description = "Items that are not named keep their answer")
record AnswersRequest(@NotEmpty @Size(max = 500) List<@Valid @NotNull Item> items) {

    /** The answer to one item; without score, notApplicable and vetoTriggered the item counts as unanswered. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "CheckAnswerRequest")
    record Item(@NotBlank @Size(max = 20) String code,
            @Schema(description = "0 to the points of the item, at most one decimal") @Nullable @Digits(integer = 3, fraction = 1) BigDecimal score,
            @Nullable Boolean notApplicable,
            @Schema(description = "Only for veto items, where it is the answer") @Nullable Boolean vetoTriggered,
            @Nullable @Size(max = 2000) String evidence) {

        boolean isNotApplicable() {
            return notApplicable != null && notApplicable;
        }

        Answer answer() {
            return new Answer(score, isNotApplicable(), vetoTriggered, evidence);
        }
    }

    /** What the checklist does not allow. */
    List<Invalid> refused(List<ChecklistItem> checklist) {
        Map<String, ChecklistItem> byCode = checklist.stream().collect(
                Collectors.toMap(ChecklistItem::code, Function.identity()));
        Set<String> seen = new HashSet<>();
        List<Invalid> refused = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            Item item = items.get(i);
            ChecklistItem asked = byCode.get(item.code());
            if (asked == null) {
                refused.add(Invalid.of("/items/" + i + "/code", "check.unknown-item", item.code()));
            } else if (!seen.add(item.code())) {
                refused.add(Invalid.of("/items/" + i + "/code", "value.repeated", item.code()));
            } else {
                addRefused("/items/" + i, item, asked, refused);
            }
        }
        return refused;
    }

    private static void addRefused(String pointer, Item item, ChecklistItem asked, List<Invalid> refused) {
        if (item.isNotApplicable() && !asked.notApplicableAllowed()) {
            refused.add(Invalid.of(pointer + "/notApplicable", "check.not-applicable-refused", item.code()));
        }
        if (item.vetoTriggered() != null && (!asked.veto() || item.isNotApplicable())) {
            refused.add(Invalid.of(pointer + "/vetoTriggered", "check.no-veto", item.code()));
        }
        BigDecimal score = item.score();
        if (score == null) {
            return;
        }
        if (asked.veto() || item.isNotApplicable()) {
            refused.add(Invalid.of(pointer + "/score", "check.no-score", item.code()));
        } else if (score.signum() < 0 || score.compareTo(BigDecimal.valueOf(asked.points())) > 0) {
            refused.add(Invalid.of(pointer + "/score", "check.score-range", Integer.toString(asked.points())));
        }
    }
}
