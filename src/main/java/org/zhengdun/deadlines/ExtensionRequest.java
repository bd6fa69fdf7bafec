package org.zhengdun.deadlines;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.zhengdun.shared.problem.Invalid;

/** A request for a later due date of a case or of one of its measures, or for a stop of its clock. */
@Schema(name = "ExtensionRequest")
record ExtensionRequest(
        @Schema(description = "Id of the deadline in the detail of the case; of kind CASE or MEASURE") @NotNull Long deadlineId,
        @Schema(description = "EXTENSION when absent") @Nullable ExtensionKind kind,
        @NotBlank @Size(max = 2000) String reason, @NotBlank @Size(max = 2000) String progress,
        @Schema(description = "Due date asked for; only and always for an extension") @Nullable LocalDate newDueOn,
        @Schema(description = "First day on which the clock is to run again; only and always for a suspension") @Nullable LocalDate resumesOn) {

    ExtensionKind asked() {
        return kind == null ? ExtensionKind.EXTENSION : kind;
    }

    /** What is missing, or is there and belongs to the other kind. */
    List<Invalid> misfits() {
        List<Invalid> errors = new ArrayList<>();
        misfit("/newDueOn", newDueOn, asked() == ExtensionKind.EXTENSION, errors);
        misfit("/resumesOn", resumesOn, asked() == ExtensionKind.SUSPENSION, errors);
        return errors;
    }

    private static void misfit(String pointer, @Nullable LocalDate value, boolean wanted, List<Invalid> errors) {
        if ((value != null) != wanted) {
            errors.add(Invalid.of(pointer, wanted ? "extension.field-missing" : "extension.field-of-other-kind"));
        }
    }
}
