package org.zhengdun.settings;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What an acceptance must reach before a branch counts as transformed.
 *
 * @param passScore              least score of the checklist, of 100
 * @param maxDissatisfiedPercent most dissatisfied ballots, of the valid ones
 * @param minSatisfiedPercent    least satisfied and basically satisfied ballots, of the valid ones
 * @param minRaters              least number of raters
 * @param minPartyMemberPercent  least Party members among the raters
 */
@Schema(name = "AcceptanceGates")
public record AcceptanceGates(@Min(0) @Max(100) int passScore, @Min(0) @Max(100) int maxDissatisfiedPercent,
        @Min(0) @Max(100) int minSatisfiedPercent, @Min(0) @Max(10_000) int minRaters,
        @Min(0) @Max(100) int minPartyMemberPercent) {}
