package org.zhengdun.verification;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.zhengdun.settings.AcceptanceGates;

/** A check of a case in a list. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "CheckRow")
record CheckRow(long id, CheckPurpose purpose, long checklistId, int edition, LocalDate heldOn, CheckState state,
        @Schema(description = CheckDetail.HIDDEN) @Nullable BigDecimal score,
        @Schema(description = CheckDetail.HIDDEN) @Nullable List<GateResult> gates,
        @Schema(description = "Whether every gate is passed. " + CheckDetail.HIDDEN) @Nullable Boolean passed,
        Instant formedAt, @Nullable Instant completedAt, @Nullable Instant cancelledAt) {

    static CheckRow of(StoredCheck check, CheckSheet sheet, AcceptanceGates thresholds, boolean open) {
        return new CheckRow(check.id(), check.purpose(), check.checklistId(), check.edition(), check.heldOn(),
                check.state(),
                open ? sheet.scorecard().score() : null, open ? sheet.judge(thresholds) : null,
                open ? sheet.passes(thresholds) : null, check.formedAt(), check.completedAt(), check.cancelledAt());
    }
}
