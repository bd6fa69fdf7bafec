package org.zhengdun.cases;

import java.time.LocalDate;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A case that should be supervised directly, and why. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "SupervisionSuggestion")
record SupervisionSuggestion(long caseId, String number, CaseState state, int branchId, String branchName,
        String mainCategory, @Nullable LocalDate deadline, List<Because> reasons) {

    boolean tellsRestricted() {
        return reasons.stream().anyMatch(because -> because.reason() == SupervisionReason.RESTRICTED_CATEGORY);
    }

    /** One reason with its label. */
    @Schema(name = "SupervisionBecause")
    record Because(SupervisionReason reason, String label) {}
}
