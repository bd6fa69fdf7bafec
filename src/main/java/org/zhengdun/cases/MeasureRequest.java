package org.zhengdun.cases;

import java.time.LocalDate;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.zhengdun.settings.MeasureKind;

/** A measure against a problem, with its one accountable person. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "MeasureRequest")
record MeasureRequest(@NotNull Long problemId, @NotNull MeasureKind kind,
        @NotBlank @Size(max = 4000) String description, @Nullable @Size(max = 1000) String doers,
        @NotNull LocalDate startsOn, @Nullable LocalDate dueOn, @NotNull @Valid PersonRequest accountable) {

    MeasureTerms terms() {
        return new MeasureTerms(kind, description, doers, startsOn, dueOn);
    }
}
