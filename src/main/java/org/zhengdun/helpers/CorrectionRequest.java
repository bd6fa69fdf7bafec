package org.zhengdun.helpers;

import java.time.LocalDate;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a visit was really like, and why it was written down otherwise. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "VisitCorrectionRequest")
record CorrectionRequest(@NotNull LocalDate visitedOn, @NotBlank @Size(max = 200) String place,
        @NotBlank @Size(max = 500) String people, @NotBlank @Size(max = 4000) String findings,
        @Nullable @Size(max = 20) List<@NotNull Long> photos, @NotBlank @Size(max = 2000) String reason) {

    VisitContent content() {
        return new VisitContent(visitedOn, place, people, findings, photos == null ? List.of() : photos);
    }
}
