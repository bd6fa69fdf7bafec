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
        BigDecimal score,
        List<GateResult> gates, @Schema(description = "Whether every gate is passed") boolean passed,
        Instant formedAt, @Nullable Instant completedAt) {

    static CheckRow of(StoredCheck check, CheckSheet sheet, AcceptanceGates thresholds) {
        List<GateResult> gates = sheet.judge(thresholds);
        return new CheckRow(check.id(), check.purpose(), check.checklistId(), check.edition(), check.heldOn(),
                check.state(),
                sheet.scorecard().score(), gates, sheet.passes(thresholds), check.formedAt(),
                check.completedAt());
    }
}
