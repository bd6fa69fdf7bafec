package org.zhengdun.deadlines;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.zhengdun.shared.problem.Problem.Refusal;

/**
 * A deadline with the arithmetic of its date and everything that ever happened to it.
 *
 * @param dueOn          last day; absent while no rule gives one
 * @param light          absent once it has ended
 * @param suspendedUntil first day on which a stopped clock runs again
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "DeadlineDetail")
public record DeadlineDetail(long id, DeadlineKind kind, long subjectId, DeadlineState state,
        @Nullable LocalDate originalDueOn, @Nullable LocalDate dueOn, @Nullable LocalDate endedOn,
        @Nullable LocalDate suspendedUntil, boolean overdue, @Nullable Light light, @Nullable Refusal lightReason,
        DueBasis dueBasis, List<Changed> history) {

    /** One change of the deadline. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "DeadlineChange")
    public record Changed(ChangeKind kind, @Nullable LocalDate oldDueOn, @Nullable LocalDate newDueOn,
            @Nullable Integer days, Instant at, @Nullable String reason) {}

    /** The detail with its history, which explains the date. */
    DeadlineDetail with(List<Changed> changes) {
        return new DeadlineDetail(id, kind, subjectId, state, originalDueOn, dueOn, endedOn, suspendedUntil, overdue,
                light, lightReason, dueBasis.after(changes), changes);
    }
}
