package org.zhengdun.reminders;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/** How reminders and escalations are sent. */
@ConfigMapping(prefix = "zhengdun.reminders")
interface RemindersConfig {

    /** How often each replica looks for rungs that are due; {@code off} for a replica that never does. */
    @WithDefault("60s")
    String every();

    /** Deadlines that one transaction takes. */
    @WithDefault("500")
    @Min(1)
    @Max(5000)
    int batch();
}
