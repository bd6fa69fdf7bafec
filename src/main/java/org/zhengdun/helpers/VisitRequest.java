package org.zhengdun.helpers;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A visit to log. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "VisitRequest")
record VisitRequest(
        @Schema(description = "Made by the client; the same id with the same content is logged once") @NotNull UUID id,
        @Schema(description = "Not in the future, within the caller's assignment; for some days after its end too") @NotNull LocalDate visitedOn,
        @NotBlank @Size(max = 200) String place,
        @Schema(description = "Who was met") @NotBlank @Size(max = 500) String people,
        @NotBlank @Size(max = 4000) String findings,
        @Schema(description = "Evidence files of the case") @Nullable @Size(max = 20) List<@NotNull Long> photos) {

    VisitContent content() {
        return new VisitContent(visitedOn, place, people, findings, photos == null ? List.of() : photos);
    }
}
