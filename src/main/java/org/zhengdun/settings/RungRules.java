package org.zhengdun.settings;

import java.util.List;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * On which days the responsible unit is reminded of a deadline, and when its superiors are told (docs/rungs.md).
 *
 * @param reminders   days from the due date, negative before it
 * @param escalations days after the due date; each tells a unit one level higher than the one before
 */
@Schema(name = "RungRules")
public record RungRules(@Size(max = 12) List<@NotNull @Min(-366) @Max(366) Integer> reminders,
        @Size(max = 4) List<@NotNull @Min(1) @Max(366) Integer> escalations) {}
