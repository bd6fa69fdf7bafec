package org.zhengdun.cases;

import java.time.LocalDate;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** New terms of a measure while the plan is being written. */
@Schema(name = "MeasureChangeRequest")
record MeasureChangeRequest(@NotNull Measure.Kind kind, @NotBlank @Size(max = 4000) String description,
        @Nullable @Size(max = 1000) String doers, @NotNull LocalDate startsOn, @NotNull LocalDate dueOn) {

    MeasureTerms terms() {
        return new MeasureTerms(kind, description, doers, startsOn, dueOn);
    }
}
