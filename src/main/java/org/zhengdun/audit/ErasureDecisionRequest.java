package org.zhengdun.audit;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The decision on a request to erase. */
@Schema(name = "AuditErasureDecisionRequest")
record ErasureDecisionRequest(@NotNull Decision decision, @NotBlank @Size(max = 2000) String reason) {

    /** What can be decided. */
    enum Decision {
        /** The texts go for good. */
        APPROVE(ErasureState.APPROVED, "audit.erasure.approve"),
        /** The texts stay. */
        REFUSE(ErasureState.REFUSED, "audit.erasure.refuse");

        private final ErasureState result;
        private final String action;

        Decision(ErasureState result, String action) {
            this.result = result;
            this.action = action;
        }

        ErasureState result() {
            return result;
        }

        String action() {
            return action;
        }
    }
}
