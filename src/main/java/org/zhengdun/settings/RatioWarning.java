package org.zhengdun.settings;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Bounds of the share of branches that a round lists; outside of them the share is marked, never refused.
 *
 * @param lowPercent  a lower share is marked as too few
 * @param highPercent a higher share is marked as too many
 */
@Schema(name = "RatioWarning")
public record RatioWarning(@Min(0) @Max(100) int lowPercent, @Min(0) @Max(100) int highPercent) {}
