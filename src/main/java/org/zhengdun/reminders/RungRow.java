package org.zhengdun.reminders;

import java.time.Instant;
import java.time.LocalDate;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.zhengdun.deadlines.ChangeKind;
import org.zhengdun.deadlines.DeadlineKind;

/**
 * One rung of a deadline.
 *
 * @param dueOn       the due date from which its day is counted; an extension gives the deadline new rungs
 * @param offsetDays  days from the due date, negative before it
 * @param unitId      the unit that was or will be told; absent for a cancelled rung
 * @param cancelledBy what happened to the deadline before the day of the rung
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "RungRow")
record RungRow(long deadlineId, DeadlineKind deadlineKind, long subjectId, LocalDate dueOn, RungKind kind,
        int offsetDays, LocalDate plannedOn, RungState state, @Nullable Integer unitId, @Nullable Instant firedAt,
        @Nullable ChangeKind cancelledBy, @Nullable LocalDate cancelledOn) {}
