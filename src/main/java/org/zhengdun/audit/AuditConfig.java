package org.zhengdun.audit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/** How the audit trail is sealed and verified. */
@ConfigMapping(prefix = "zhengdun.audit")
interface AuditConfig {

    /** How often each replica looks for rows to seal, one of them at a time; {@code off} for a replica that never does. */
    @WithDefault("30s")
    String every();

    /** Rows that one transaction seals at most. */
    @WithDefault("2000")
    @Min(1)
    @Max(20_000)
    int batch();

    /** Rows after which a verification answers, with the seal to go on from. */
    @WithDefault("50000")
    @Min(1)
    long verifyRows();

    /** Be ready even with a database account that can rewrite the trail; for development only. */
    @WithDefault("false")
    boolean ownerAllowed();
}
