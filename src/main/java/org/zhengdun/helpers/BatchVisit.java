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

/** One visit of a batch, with its case. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "BatchVisit")
record BatchVisit(@NotNull Long caseId, @NotNull UUID id, @NotNull LocalDate visitedOn,
        @NotBlank @Size(max = 200) String place, @NotBlank @Size(max = 500) String people,
        @NotBlank @Size(max = 4000) String findings, @Nullable @Size(max = 20) List<@NotNull Long> photos) {

    VisitRequest visit() {
        return new VisitRequest(id, visitedOn, place, people, findings, photos);
    }
}
