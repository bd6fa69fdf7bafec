package org.zhengdun.verification;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A checklist to draft. */
@Schema(name = "ChecklistRequest")
record ChecklistRequest(@NotBlank @Size(max = 200) String name,
        @Schema(description = "Unit in whose subtree the checklist is used") @NotNull Integer unitId,
        @NotEmpty @Size(max = 30) List<ChecklistContent.@Valid @NotNull Section> sections) {

    /** New content of a draft. */
    @Schema(name = "ChecklistContentRequest")
    record Content(@NotBlank @Size(max = 200) String name,
            @NotEmpty @Size(max = 30) List<ChecklistContent.@Valid @NotNull Section> sections) {}

    /** A verb without further values. */
    @JsonInclude
    @Schema(name = "ChecklistVerbRequest", description = "An empty object")
    record Verb() {}
}
