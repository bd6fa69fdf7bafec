package org.zhengdun.reports;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How monthly reports are opened. */
@ConfigMapping(prefix = "zhengdun.reports")
interface ReportsConfig {

    /** How often each replica opens the reports that are owed; {@code off} for a replica that never does. */
    @WithDefault("1h")
    String every();
}
