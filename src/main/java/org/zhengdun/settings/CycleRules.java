package org.zhengdun.settings;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What the years and the repeated listings of a case set off (docs/domain.md sections 4 and 10).
 *
 * @param accountabilityYears    from this year of counting on, each further year raises an accountability alert
 * @param relistedYears          years after a listing within which another one of the same branch counts as relisted
 * @param supervisionOverdueDays days overdue from which supervision by a superior is suggested
 */
@Schema(name = "CycleRules")
public record CycleRules(@Min(2) @Max(10) int accountabilityYears, @Min(1) @Max(20) int relistedYears,
        @Min(1) @Max(365) int supervisionOverdueDays) {}
