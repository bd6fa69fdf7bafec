package org.zhengdun.deadlines;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.zhengdun.settings.BudgetUnit;

/**
 * Where a due date comes from: the fixed date or the budget counted from the start, then the steps in their order.
 *
 * @param fixedOn     the date that was given, when it was not counted
 * @param calendars   ids of the calendars of working days it was counted with
 * @param provisional whether a year had no calendar when it was counted
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "DueBasis")
public record DueBasis(LocalDate startsOn, @Nullable Integer budget, @Nullable BudgetUnit unit,
        @Nullable LocalDate fixedOn, List<Long> calendars, boolean provisional, List<Step> steps) {

    /**
     * One step from the first date to the present one: an extension gives a new date, a suspension adds days, an early
     * resumption gives some back.
     *
     * @param days added to the date; negative when given back
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "DueStep")
    public record Step(ChangeKind kind, @Nullable LocalDate newDueOn, @Nullable Integer days) {}

    /** The basis with what the history says since the date was last set. */
    DueBasis after(List<DeadlineDetail.Changed> history) {
        List<DeadlineDetail.Changed> current = sinceSet(history);
        LocalDate fixed = budget == null && !current.isEmpty() ? current.getFirst().newDueOn() : null;
        return new DueBasis(startsOn, budget, unit, fixed, calendars, provisional,
                current.stream().flatMap(DueBasis::step).toList());
    }

    private static List<DeadlineDetail.Changed> sinceSet(List<DeadlineDetail.Changed> history) {
        int last = 0;
        for (int i = 0; i < history.size(); i++) {
            last = history.get(i).kind() == ChangeKind.SET ? i : last;
        }
        return history.subList(last, history.size());
    }

    private static Stream<Step> step(DeadlineDetail.Changed change) {
        return switch (change.kind()) {
            case EXTENDED -> Stream.of(new Step(change.kind(), change.newDueOn(), null));
            case SUSPENDED, RESUMED -> Stream.of(new Step(change.kind(), null, change.days()));
            case SET, REOPENED, RECOMPUTED, REASSIGNED, MET, CANCELLED -> Stream.empty();
        };
    }
}
