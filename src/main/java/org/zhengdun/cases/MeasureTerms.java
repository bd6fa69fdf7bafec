package org.zhengdun.cases;

import java.time.LocalDate;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.zhengdun.settings.MeasureKind;

/** What a measure is: its kind, its text, who does it and when. */
record MeasureTerms(MeasureKind kind, String description, @Nullable String doers, LocalDate startsOn,
        @Nullable LocalDate dueOn) {

    /** Whether its due date follows from the same terms. */
    boolean isDueLike(MeasureTerms other) {
        return kind == other.kind && startsOn.equals(other.startsOn) && Objects.equals(dueOn, other.dueOn);
    }
}
