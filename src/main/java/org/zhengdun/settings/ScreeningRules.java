package org.zhengdun.settings;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What is marked about the screening and the list of a round, never refused (docs/domain.md sections 3 and 10).
 *
 * @param windowDays        days from the start of the round in which branches are screened
 * @param vacancyMonths     months of vacancy of the secretary's post that are a hint
 * @param copiedListPercent share of branches listed in the round before that marks the list as copied
 */
@Schema(name = "ScreeningRules")
public record ScreeningRules(@Min(1) @Max(366) int windowDays, @Min(1) @Max(60) int vacancyMonths,
        @Min(1) @Max(100) int copiedListPercent) {}
