package org.zhengdun.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The first place at which a chain does not hold.
 *
 * @param seal  number of the seal; absent for a row under no seal
 * @param rowId id of the audit row, when it can be told
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "AuditChainBreak")
record ChainBreak(BreakKind kind, @Nullable Integer seal, @Nullable Long rowId) {

    static ChainBreak of(BreakKind kind, int seal) {
        return new ChainBreak(kind, seal, null);
    }
}
