package org.zhengdun.cases;

import java.time.LocalDate;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.zhengdun.settings.MeasureKind;

/** New terms of a measure; dates that were approved stay. */
@Schema(name = "MeasureChangeRequest")
record MeasureChangeRequest(@NotNull MeasureKind kind, @NotBlank @Size(max = 4000) String description,
        @Nullable @Size(max = 1000) String doers, @NotNull LocalDate startsOn, @Nullable LocalDate dueOn) {

    MeasureTerms terms() {
        return new MeasureTerms(kind, description, doers, startsOn, dueOn);
    }
}
